import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../contract/portal-fixture/until.ts';
import { pageLikeness } from '../contract/printed-pages.ts';
import { placesOf, processesSaying, processTree, programs, selectionsOf, writablePlaces } from './house/residue.ts';
import { openShell, type Shell } from './house/shell.ts';

/**
 * The proof: one customer's visit on the real shell, pressed with a real pointer and typed with real keys, and then the search
 * for whatever of it may be left.
 */
const canary = {
	name: 'KANARIANIMI7Q',
	// ASCII: a letter beyond it lies in the browser's own files in an encoding that a search for bytes does not know.
	remembered: 'kanariaevaste7q',
	message: 'kanariaviesti7q',
	copied: 'kanarialeike7q'
};
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

let shell: Shell;
let programsBefore: Readonly<Record<string, number>>;
let decisionMarker = '';
let scanId = '';
let decisionId = '';
const barDifferences: number[] = [];
let endWatch: ReturnType<Shell['watchBar']>;

/** The bar is there, and it answers: a call for help is heard and taken back, over whatever the portal shows. */
async function barAnswers(): Promise<void> {
	barDifferences.push(await shell.barDifference());
	await shell.press((page) => page.getByRole('button', { name: 'Pyydä apua' }).first());
	await shell.view.untilVisit('help is called', ({ help }) => help === 'called');
	await shell.press((page) => page.getByRole('button', { name: /Apua pyydetty/ }).first());
	await shell.view.untilVisit('the call is taken back', ({ help }) => help === 'none');
}

beforeAll(async () => {
	shell = await openShell();
	await shell.view.until('ready after the first wipe', ({ state }) => state.name === 'ready');
	programsBefore = programs(processTree(shell.kiosk.pid));
	({ decisionMarker } = await shell.demoPortal());
}, 60_000);
afterAll(() => shell?.close(), 30_000);

describe('a customer makes a whole visit on the real screen', () => {
	it('chooses a language and starts', async () => {
		await shell.shot('01-languages');
		await shell.press((page) => page.getByRole('button', { name: /Suomi/ }));
		await shell.view.until('Finnish', ({ state }) => state.name === 'ready' && state.language === 'fi');
		await shell.shot('02-welcome');
		await shell.press((page) => page.getByRole('button', { name: 'Aloita' }));
		await shell.view.untilVisit('home', ({ screen }) => screen.name === 'home');
		await shell.mirror.screen.getByRole('heading', { name: 'Mitä haluat tehdä?' }).waitFor();
		// Zoom would last into the next visit and push the bar out of its place.
		shell.x.key('ctrl+minus', 'ctrl+minus');
		await shell.shot('03-home');
	});

	it('opens the page of a channel below our bar, and comes back', async () => {
		await shell.press((page) => page.getByRole('button', { name: /^Muut tavat asioida/ }));
		await shell.press((page) => page.getByRole('button', { name: /^Laskurit/ }));
		await shell.view.untilVisit(
			'the channel',
			({ screen }) => screen.name === 'channel' && screen.channelId === 'calculators'
		);
		await shell.mirror.screen.getByRole('img', { name: /laskurit/ }).waitFor();
		await shell.shot('03-channel');
		await shell.press((page) => page.getByRole('button', { name: 'Avaa verkkosivu tässä' }));
		await shell.view.untilVisit('its page is shown', ({ portal }) => portal.state === 'shown', 30_000);
		expect(shell.view.visit()).toMatchObject({ screen: { name: 'portal' }, site: { channelId: 'calculators' } });
		await shell.mirror.portal.goto('https://kela.test/calculators');
		await shell.untilPortalShows();
		await shell.mirror.screen.getByRole('navigation').getByText('Laskurit').waitFor();
		await shell.shot('03-channel-page');
		await barAnswers();
		await shell.pressInPortal((page) => page.locator('#rent'));
		shell.x.type('640');
		shell.x.key('Return');
		await shell.mirror.portal.goto('https://kela.test/calculators?rent=640');
		await shell.untilPortalShows();
		await shell.shot('03-channel-answer');
		await shell.press((page) => page.getByRole('button', { name: 'Alkuun' }).first());
		await shell.view.untilVisit('home', ({ screen }) => screen.name === 'home');
		await shell.mirror.portal.goto('https://portal.test/');
	});

	it('scans two sheets from the feeder; they lie in My papers', async () => {
		shell.scanner.control.loadPages(2);
		await shell.press((page) => page.getByRole('button', { name: /^Skannaa/ }).first());
		await shell.press((page) => page.getByRole('button', { name: 'Aloita skannaus' }));
		await shell.view.untilVisit('two pages', ({ scanning }) => scanning.state === 'done', 60_000);
		expect(shell.view.visit().scanning).toMatchObject({ state: 'done', pagesReceived: 2 });
		await shell.mirror.screen.getByRole('button', { name: 'Kyllä, siirry papereihin' }).waitFor();
		await shell.shot('04-scanned');
		await shell.press((page) => page.getByRole('button', { name: 'Kyllä, siirry papereihin' }));
		await shell.view.untilVisit('papers', ({ screen }) => screen.name === 'papers');
		const [paper] = shell.view.visit().papers;
		scanId = paper?.id ?? '';
		expect(shell.view.visit().papers).toMatchObject([{ kind: 'pages', name: 'Paperi 1' }]);
		await shell.mirror.screen.locator('img').first().waitFor();
		await shell.shot('05-papers');
	});

	it('opens the paper in the viewer and gives it a name by keyboard', async () => {
		await shell.press((page) => page.getByRole('button', { name: /^Avaa/ }).first());
		await shell.view.untilVisit('the paper', ({ screen }) => screen.name === 'paper');
		await shell.mirror.screen.locator('canvas').first().waitFor();
		await shell.shot('06-viewer');
		await shell.press((page) => page.getByRole('button', { name: 'Vaihda nimi' }));
		await shell.mirror.screen.getByRole('button', { name: 'Vaihda nimi' }).click();
		await shell.press((page) => page.getByRole('textbox'));
		// What is copied here lies in the selections of the outer screen.
		shell.x.key('ctrl+a');
		shell.x.type(canary.copied);
		shell.x.key('ctrl+a', 'ctrl+c');
		await until(() => selectionsOf(shell.x.display).includes(canary.copied), 'the name is in the clipboard');
		shell.x.type(canary.name);
		await shell.shot('06-renaming');
		shell.x.key('Return');
		await shell.view.untilVisit('the new name', ({ papers }) => papers[0]?.name === canary.name);
	});

	it('enters the portal below our bar and logs in at the bank', async () => {
		await shell.press((page) => page.getByRole('button', { name: 'Alkuun' }).first());
		await shell.view.untilVisit('home', ({ screen }) => screen.name === 'home');
		await shell.press((page) => page.getByRole('button', { name: /OmaKela/ }).first());
		await shell.view.untilVisit('the question', ({ screen }) => screen.name === 'confirm leaving');
		await shell.shot('06-confirm-leaving');
		await shell.press((page) => page.getByRole('button', { name: 'Kyllä, avaa OmaKela' }));
		await shell.view.untilVisit('the portal is shown', ({ portal }) => portal.state === 'shown', 30_000);
		await shell.untilPortalShows();
		await shell.shot('07-portal');
		endWatch = shell.watchBar();
		await barAnswers();

		await shell.pressInPortal((page) => page.getByRole('button', { name: 'Kirjaudu sisään' }));
		await shell.mirror.portal.getByRole('button', { name: 'Kirjaudu sisään' }).click();
		await shell.mirror.portal.locator('#user-id').waitFor();
		await shell.untilPortalShows();
		await shell.view.untilVisit(
			'at the bank',
			({ portal }) => 'placeName' in portal && portal.placeName?.en === 'Demo bank'
		);
		await shell.shot('08-bank');
		await barAnswers();
		await shell.pressInPortal((page) => page.locator('#user-id'));
		shell.x.type('12345678');
		shell.x.key('Return');
		await shell.mirror.portal.locator('#user-id').fill('12345678');
		await shell.mirror.portal.locator('#user-id').press('Enter');
		await shell.mirror.portal.getByRole('link', { name: 'Viestit' }).first().waitFor();
		await shell.untilPortalShows();
		await until(async () => (await shell.demoPortal()).logInsAlive === 2, 'both are logged in');
		await shell.shot('09-logged-in');
	});

	it('attaches the scan through our tray; the portal receives the very PDF', async () => {
		await shell.pressInPortal((page) => page.locator('nav a[href="/attachments"]'));
		await shell.mirror.portal.locator('nav a[href="/attachments"]').click();
		await shell.mirror.portal.locator('#attachment').waitFor();
		await shell.untilPortalShows();
		const wanted = sha256(await shell.paperBytes(scanId));
		await shell.pressInPortal((page) => page.locator('#attachment'));
		await shell.view.untilVisit('the tray answers', ({ screen }) => screen.name === 'attach');
		await shell.mirror.screen.getByText(canary.name).first().waitFor();
		await shell.shot('10-attach');
		await shell.press((page) => page.getByText(canary.name).first());
		const give = shell.mirror.screen.getByRole('button', { name: 'Liitä paperi' });
		await shell.mirror.screen.getByRole('radio').first().check();
		if (shell.view.visit().screen.name === 'attach' && (await give.count()) > 0)
			await shell.press((page) => page.getByRole('button', { name: 'Liitä paperi' }));
		await shell.view.untilVisit('back in the portal', ({ screen }) => screen.name === 'portal');
		await shell.shot('11-attached');
		await shell.pressInPortal((page) => page.locator('main form button[type=submit]'));
		await until(async () => (await shell.demoPortal()).received.length === 1, 'the portal has the file');
		const { received } = await shell.demoPortal();
		expect(received).toMatchObject([{ name: `${canary.name}.pdf`, sha256: wanted }]);
		await shell.shot('12-received');
		await barAnswers();
	});

	it('leaves traces in the portal: a cookie, local storage, a form field and its clipboard', async () => {
		await shell.pressInPortal((page) => page.locator('nav a[href="/messages"]'));
		await shell.mirror.portal.locator('nav a[href="/messages"]').click();
		await shell.mirror.portal.locator('#message').waitFor();
		await shell.untilPortalShows();
		await shell.pressInPortal((page) => page.locator('a[href="/remember"]'));
		await shell.mirror.portal.locator('a[href="/remember"]').click();
		await shell.mirror.portal.locator('#value').waitFor();
		await shell.untilPortalShows();
		await shell.pressInPortal((page) => page.locator('#value'));
		shell.x.type(canary.remembered);
		shell.x.key('ctrl+a', 'ctrl+c');
		const before = (await shell.demoPortal()).requests['portal.test'] ?? 0;
		shell.x.key('Return');
		await until(async () => ((await shell.demoPortal()).requests['portal.test'] ?? 0) > before, 'it is remembered');
		await shell.pressInPortal((page) => page.locator('nav a[href="/messages"]'));
		await shell.mirror.portal.locator('nav a[href="/messages"]').click();
		await shell.untilPortalShows();
		await shell.pressInPortal((page) => page.locator('#message'));
		shell.x.type(canary.message);
		await shell.shot('13-message');
	});

	it('downloads a decision; it lies in My papers and is printed', async () => {
		await shell.pressInPortal((page) => page.locator('nav a[href="/decision"]'));
		await shell.mirror.portal.locator('nav a[href="/decision"]').click();
		await shell.mirror.portal.locator('[data-print]').waitFor();
		await shell.untilPortalShows();
		await shell.pressInPortal((page) => page.locator('a[href="/decision/paatos.pdf"]'));
		await shell.view.untilVisit('the decision is in the tray', ({ papers }) => papers.length === 2);
		decisionId = shell.view.visit().papers[1]?.id ?? '';
		expect(shell.view.visit().papers[1]).toMatchObject({ origin: 'downloaded', name: 'paatos', pageCount: 2 });
		await shell.shot('14-downloaded');
		// Chromium offers Esc to see its own list of downloads; there must be no such place.
		shell.x.key('Escape');
		await shell.untilPortalShows();
		await barAnswers();

		await shell.press((page) => page.getByRole('button', { name: /^Paperini/ }).first());
		await shell.view.untilVisit('papers', ({ screen }) => screen.name === 'papers');
		await shell.mirror.screen.getByText('paatos').first().waitFor();
		await shell.shot('15-two-papers');
		await shell.press((page) =>
			page
				.getByRole('listitem')
				.filter({ hasText: 'paatos' })
				.getByRole('button', { name: /^Tulosta/ })
		);
		await shell.view.untilVisit('print', ({ screen }) => screen.name === 'print');
		const start = /^Tulosta/;
		await shell.mirror.screen.getByRole('button', { name: start }).last().waitFor();
		await shell.shot('16-print');
		await shell.press((page) => page.getByRole('button', { name: start }).last());
		await shell.view.untilVisit('printed', ({ printing }) => printing.state === 'done', 60_000);
		await shell.shot('17-printed');
		const jobs = await shell.printer.received();
		expect(jobs.map(({ jobName, copies }) => ({ jobName, copies }))).toEqual([{ jobName: 'tuloste', copies: 1 }]);
		const likeness = await pageLikeness(jobs[0]?.document ?? new Uint8Array(), await shell.paperBytes(decisionId));
		expect(likeness).toHaveLength(2);
		expect(Math.min(...likeness)).toBeGreaterThan(40);
		await shell.press((page) => page.getByRole('button', { name: 'Kaikki on kunnossa' }).first());
	});

	it('kept the bar over the portal visible all the time', async () => {
		const { looks, gone } = await endWatch();
		expect(gone).toBe(0);
		expect(looks).toBeGreaterThan(40);
		expect(barDifferences).toHaveLength(5);
		expect(Math.max(...barDifferences)).toBeLessThan(0.02);
	});

	it('plants canaries that a search does find while the visit lasts', () => {
		const places = writablePlaces(shell.kiosk.pid, shell.sessionDir);
		for (const text of [decisionMarker, canary.remembered])
			expect(placesOf([text], places, shell.startedAt, ['/tmp/ippeve-']).length, text).toBeGreaterThan(0);
	});

	it('ends: every step is proven and the computer is ready for the next customer', async () => {
		await shell.press((page) => page.getByRole('button', { name: 'Lopeta' }).first());
		await shell.view.untilVisit('the question', ({ screen }) => screen.name === 'confirm end');
		await shell.shot('18-confirm-end');
		await shell.press((page) => page.getByRole('button', { name: /^Kyllä/ }));
		await shell.view.until('ready', ({ state }) => state.name === 'ready');
		const wipes = shell.kiosk
			.said()
			.split('\n')
			.filter((line) => line.includes('"wipe finished"'));
		expect(wipes.map((line) => JSON.parse(line) as object)).toMatchObject([
			{ reason: 'started', proven: true, steps: 8 },
			{ reason: 'session-ended', proven: true, steps: 8 }
		]);
		expect(shell.view.now().state).toMatchObject({ name: 'ready', language: null });
		await shell.mirror.screen.getByRole('button', { name: /Suomi/ }).waitFor();
		await shell.shot('19-ready-again');
	});

	it('leaves nothing: no canary in any place it could write, no process of the portal, no selection', async () => {
		await shell.mirror.close();
		const texts = [...Object.values(canary), decisionMarker];
		const places = writablePlaces(shell.kiosk.pid, shell.sessionDir);
		expect(placesOf(texts, places, shell.startedAt, ['/tmp/ippeve-'])).toEqual([]);
		expect(processesSaying(texts, [process.pid])).toEqual([]);
		expect(programs(processTree(shell.kiosk.pid))).toEqual(programsBefore);
		expect(selectionsOf(shell.x.display)).toEqual(['', '', '']);
		expect(
			await fetch(new URL(`/api/papers/${decisionId}/pdf`, shell.kiosk.address), {
				headers: { cookie: shell.view.cookie }
			})
		).toMatchObject({ status: 404 });
		for (const text of texts) expect(shell.kiosk.said()).not.toContain(text);
		expect((await shell.demoPortal()).requests['evil.test']).toBe(0);
	});
});
