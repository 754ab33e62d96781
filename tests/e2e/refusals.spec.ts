import type { Browser, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Refusal, SessionCommand } from '#lib/session/session-command.ts';
import { launchBrowser, openScreen } from './house/browser.ts';
import { commandFrom, customerAt, leave, viewOf, type Customer } from './house/customer.ts';
import { startKiosk, type RunningKiosk } from './house/kiosk.ts';

let browser: Browser;
let kiosk: RunningKiosk;
let page: Page & { problems: string[] };
let customer: Customer;

beforeAll(async () => {
	[kiosk, browser] = await Promise.all([startKiosk(), launchBrowser()]);
});
afterAll(async () => {
	await browser.close();
	expect(await kiosk.stop()).toBe(0);
});
beforeEach(async () => {
	await kiosk.scanner({ clear: true, loadPages: 2, setPageDelayMs: 20 });
	page = await openScreen(browser, kiosk.address);
	customer = customerAt(page, 'fi');
});
afterEach(() => leave(page));

const refused = (refusal: Refusal) => ({ status: 409, answer: { accepted: false, refusal } });
const visit = async () => {
	const { state } = await viewOf(page);
	if (state.name !== 'inSession') throw new Error(`not in a visit: ${state.name}`);
	return state;
};

describe('a command that the state does not allow', () => {
	it('is refused before a visit, and the language choice stays', async () => {
		const start: SessionCommand = { type: 'start scan', source: 'feeder', sides: 'one-sided', preset: 'text' };
		for (const command of [start, { type: 'go to', screen: 'papers' }, { type: 'start visit' }, { type: 'end visit' }])
			expect(await commandFrom(page, command)).toEqual(refused('not-now'));
		await page.getByRole('button', { name: customer.texts.languageName }).waitFor();
	});

	it('is refused with its reason in a visit, which goes on where it was', async () => {
		await customer.startVisit();
		const choices = { copies: 1, twoSided: false, colour: 'color', pageRanges: [], fitToA4: false };
		const print = { type: 'print', paperId: 'none', ...choices };
		const cases: [object, Refusal][] = [
			[{ type: 'start visit' }, 'not-now'],
			[{ type: 'choose language', language: 'sv' }, 'not-now'],
			[{ type: 'cancel scan' }, 'not-now'],
			[{ type: 'stay' }, 'not-now'],
			[{ type: 'open paper', paperId: 'none' }, 'no-such-paper'],
			[{ type: 'edit paper', edit: { type: 'remove paper', paperId: 'none' } }, 'no-such-paper'],
			[
				{ type: 'edit paper', edit: { type: 'rotate page', paperId: 'none', pageId: 'none', rotation: 90 } },
				'no-such-paper'
			],
			[print, 'no-such-paper']
		];
		const before = await visit();
		for (const [command, refusal] of cases) expect(await commandFrom(page, command)).toEqual(refused(refusal));
		const { presence, ...after } = await visit();
		expect({ presence, ...after }).toEqual(before);
		await customer.reads(customer.texts.home.heading);
	});

	it('never leaves a paper without pages', async () => {
		await customer.startVisit();
		await customer.toScan();
		await customer.scan(2);
		const [paper] = (await visit()).papers;
		const [first, second] = paper?.kind === 'pages' ? paper.pages.map(({ image }) => image.id) : [];
		const remove = (pageId: string | undefined) =>
			commandFrom(page, { type: 'edit paper', edit: { type: 'remove page', paperId: paper?.id, pageId } });
		expect(await remove(first)).toMatchObject({
			status: 200,
			answer: { accepted: true, view: { state: { name: 'inSession' } } }
		});
		expect(await remove(second)).toEqual(refused('page-count-would-be-zero'));
	});

	it('is no command at all when it is malformed or says more than it may, and the visit goes on', async () => {
		await customer.startVisit();
		const bodies = {
			'no JSON': '{"type":"end visit"',
			nothing: '',
			null: 'null',
			'a list': '[{"type":"end visit"}]',
			'a command of staff': '{"type":"retry wipe"}',
			'an unknown field': '{"type":"end visit","really":true}',
			'too many copies': '{"type":"print","paperId":"a","copies":1000,"sides":"one-sided","colour":"color"}',
			'a path for an id': '{"type":"open paper","paperId":"../../etc/passwd"}'
		};
		for (const [what, body] of Object.entries(bodies))
			expect({ what, ...(await commandFrom(page, body)) }).toEqual({
				what,
				status: 400,
				answer: { status: 400, message: 'Not a command of the customer screen' }
			});
		await customer.reads(customer.texts.home.heading);
	});
});

describe('a scan', () => {
	beforeEach(async () => {
		await customer.startVisit();
		await customer.toScan();
	});

	it('starts once when the button is pressed twice', async () => {
		const commands: string[] = [];
		page.on('request', (request) => {
			if (request.url().endsWith('/command')) commands.push(request.postDataJSON().type as string);
		});
		await page.getByRole('button', { name: customer.texts.scan.start }).dblclick();
		await customer.reads(customer.texts.scan.isThatRight(2));
		expect(commands).toEqual(['start scan']);
		expect((await visit()).papers.map((paper) => paper.kind === 'pages' && paper.pages.length)).toEqual([2]);
		expect(page.problems).toEqual([]);
	});

	it('goes on while its screen is loaded again, and shows in a second screen, too', async () => {
		const { texts, press, reads } = customer;
		await kiosk.scanner({ setPageDelayMs: 600_000 });
		await press(texts.scan.start);
		await reads(texts.scan.starting);
		await page.reload();
		await reads(texts.scan.starting);
		const secondPage = await page.context().newPage();
		await secondPage.goto(kiosk.origin);
		const second = customerAt(secondPage, 'fi');
		await second.reads(texts.scan.starting);
		expect(await second.page.locator('main').innerText()).toBe(await page.locator('main').innerText());
		await second.press(texts.scan.cancel);
		await page.getByText(texts.scan.presetHeading).waitFor();
		await second.page.getByText(texts.scan.presetHeading).waitFor();
		expect((await visit()).scanning).toEqual({ state: 'idle' });
		expect((await visit()).papers).toEqual([]);
	});

	it('that is running refuses another, and the customer reads why', async () => {
		const { texts, press, reads } = customer;
		await kiosk.scanner({ setPageDelayMs: 600_000 });
		await press(texts.scan.start);
		await reads(texts.scan.starting);
		const again = { type: 'start scan', source: 'flatbed', sides: 'one-sided', preset: 'photo' };
		expect(await commandFrom(page, again)).toEqual(refused('already-running'));
		await reads(texts.scan.starting);
		await press(texts.scan.cancel);
		await page.getByText(texts.scan.presetHeading).waitFor();
	});
});
