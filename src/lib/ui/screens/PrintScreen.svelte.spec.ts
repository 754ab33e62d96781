import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../../app.css';
import { languages } from '../../domain/language.ts';
import { catalogues } from '../../i18n/catalogues.ts';
import { printFaults } from '../../ports/printer.ts';
import type { DeviceOffer, PagesToPrint } from '../../session/session-view.ts';
import { FixedSession } from '../fixtures/fixed-session.svelte.ts';
import { a4Pages, decision, devices, views, type ViewName } from '../fixtures/views.ts';
import KioskScreen from '../KioskScreen.svelte';

const onePixel = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
vi.mock('../thumbnail-urls.ts', () => ({
	thumbnailUrls: (paper: { pageCount?: number; pages?: readonly unknown[] }) =>
		Array.from({ length: paper.pageCount ?? paper.pages?.length ?? 0 }, (_, index) => `${onePixel}#${index + 1}`)
}));

const texts = catalogues.fi.print;
const { preview } = texts;
const a3 = { width: 841.89, height: 1190.55 };
let offer: DeviceOffer;
let pages: PagesToPrint | 'never' | 'failed';

// The first time it is also compiled here.
beforeAll(() => import('./VisitScreen.svelte'), 60_000);
beforeEach(async () => {
	offer = devices;
	pages = a4Pages(6);
	vi.stubGlobal('fetch', (url: string) => {
		if (url === '/api/devices') return Promise.resolve(Response.json(offer));
		if (pages === 'never') return new Promise(() => undefined);
		return Promise.resolve(pages === 'failed' ? new Response('', { status: 500 }) : Response.json(pages));
	});
	await page.viewport(1280, 800);
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

async function show(name: ViewName, language: (typeof languages)[number] = 'fi') {
	const session = new FixedSession(views[name](language));
	const { container } = await render(KioskScreen, { session });
	container.style.height = '100vh';
	await expect.poll(() => container.querySelector('nav')).not.toBe(null);
	await expect.poll(() => container.textContent).not.toContain(catalogues[language].print.asking);
	const main = () => container.querySelector('main')?.textContent ?? '';
	const bright = () => [...container.querySelectorAll('main .primary')].map((button) => button.textContent.trim());
	const press = (label: string | RegExp) => page.getByRole('main').getByRole('button', { name: label }).click();
	const choose = (label: string) => page.getByRole('radio', { name: label, exact: true }).click({ force: true });
	const picture = () => container.querySelector('main svg image');
	const where = () => container.querySelector('.where')?.textContent.trim().replace(/\s+/g, ' ');
	return { session, container, main, bright, press, choose, picture, where };
}

const ordered = {
	type: 'print',
	paperId: decision.id,
	copies: 1,
	twoSided: false,
	colour: 'monochrome',
	pageRanges: [],
	fitToA4: false
} as const;

describe('a customer who prepares a print', () => {
	it('sees every side of every sheet as it comes out, by buttons and by keyboard', async () => {
		const { press, choose, picture, where } = await show('print');
		expect([where(), picture()?.getAttribute('href')]).toEqual(['Arkki 1 / 6 Sivu 1', `${onePixel}#1`]);
		await choose(texts.sides.two);
		expect(where()).toBe('Arkki 1 / 3, etupuoli Sivu 1');
		await press(preview.next);
		expect([where(), picture()?.getAttribute('href')]).toEqual(['Arkki 1 / 3, kääntöpuoli Sivu 2', `${onePixel}#2`]);
		await page.getByRole('group', { name: /^Arkki 1/ }).click();
		await userEvent.keyboard('{End}');
		expect(where()).toBe('Arkki 3 / 3, kääntöpuoli Sivu 6');
		await userEvent.keyboard('{PageUp}{ArrowLeft}');
		expect(where()).toBe('Arkki 2 / 3, kääntöpuoli Sivu 4');
		await userEvent.keyboard('{Home}');
		expect(where()).toBe('Arkki 1 / 3, etupuoli Sivu 1');
	});

	it('sees only the pages that they chose, and that the last back stays empty', async () => {
		const { choose, where, press } = await show('print');
		await choose(texts.sides.two);
		await choose(texts.somePages);
		await page.getByLabelText(texts.whichPages).fill('6, 2-3');
		expect(where()).toBe('Arkki 1 / 2, etupuoli Sivu 2');
		await page.getByRole('group', { name: /^Arkki 1/ }).click();
		await userEvent.keyboard('{End}');
		expect(where()).toBe(`Arkki 2 / 2, kääntöpuoli ${preview.emptySide}`);
		await press(preview.previous);
		expect(where()).toBe('Arkki 2 / 2, etupuoli Sivu 6');
	});

	it('sees grey where the print is grey, and a page cut off where it is cut off', async () => {
		pages = { pages: [{ id: '0', ...a3 }, ...a4Pages(6).pages.slice(1)] };
		const { choose, picture, main, container } = await show('print');
		const box = () => ['x', 'y', 'width', 'height'].map((name) => Math.round(Number(picture()?.getAttribute(name))));
		expect(container.querySelector('svg.grey')).not.toBe(null);
		expect([box(), main().includes(texts.sizeWhy.needed)]).toEqual([[0, 0, 595, 842], true]);
		await choose(texts.colours.color);
		await choose(texts.sizes.real);
		expect(container.querySelector('svg.grey')).toBe(null);
		expect([box(), main().includes(texts.cutOff)]).toEqual([[-123, -174, 842, 1191], true]);
	});

	it('opens a thousand pages like one: a single picture is fetched', async () => {
		pages = a4Pages(1000);
		const { container, where } = await show('print, a thousand pages');
		expect(where()).toBe('Arkki 1 / 1000 Sivu 1');
		expect(container.querySelectorAll('main image, main img')).toHaveLength(1);
		await page.getByRole('group', { name: /^Arkki 1/ }).click();
		await userEvent.keyboard('{End}');
		expect([where(), container.querySelectorAll('main image, main img').length]).toEqual([
			'Arkki 1000 / 1000 Sivu 1000',
			1
		]);
	});

	it('gets what they chose, and reads how many sheets it takes before they press', async () => {
		const { session, press, choose, main } = await show('print');
		await press(texts.more);
		await choose(texts.sides.two);
		await choose(texts.colours.color);
		await choose(texts.somePages);
		await page.getByLabelText(texts.whichPages).fill('1-3, 6');
		expect(main()).toContain(texts.takes(4));
		await press(texts.start(4));
		const pageRanges = [
			{ from: 1, to: 3 },
			{ from: 6, to: 6 }
		];
		expect(session.sent).toEqual([{ ...ordered, copies: 2, twoSided: true, colour: 'color', pageRanges }]);
	});

	it('is told beside the field what is wrong with the pages they wrote, and cannot press until it is mended', async () => {
		const { session, press, choose } = await show('print');
		await press(preview.next);
		await choose(texts.somePages);
		const field = page.getByLabelText(texts.whichPages);
		await expect.element(field).toHaveValue('2');
		for (const [written, told] of [
			['9', texts.pageFaults.noSuchPage(9, 6)],
			['0', texts.pageFaults.noSuchPage(0, 6)],
			['4-2', texts.pageFaults.backwards('4-2')],
			['kaksi', texts.pageFaults.notUnderstood('kaksi')],
			['', texts.pageFaults.nothingTyped]
		] as const) {
			await field.fill(written);
			await expect.element(field).toHaveAccessibleDescription(told);
			await expect.element(field).toHaveAttribute('aria-invalid', 'true');
			await page.getByRole('button', { name: texts.heading, exact: true }).click({ force: true });
		}
		expect(session.sent).toEqual([]);
		await field.fill('3-');
		await expect.element(field).toHaveAccessibleDescription(texts.pagesExample);
		await press(texts.start(4));
		expect(session.sent).toEqual([{ ...ordered, pageRanges: [{ from: 3, to: 6 }] }]);
	});

	it('finds their choices again after a fault', async () => {
		const { session, press, choose, main } = await show('print');
		await press(texts.more);
		await press(texts.more);
		await choose(texts.sides.two);
		const before = session.view;
		session.view = views['print failed']('fi');
		await press(texts.change);
		expect(session.sent).toEqual([{ type: 'print seen' }]);
		session.view = before;
		await expect.poll(main).toContain(texts.takes(9));
	});

	it('can print before anybody knows how large the pages are, and nothing is cut off', async () => {
		pages = 'never';
		const { session, press } = await show('print');
		await press(texts.start(6));
		expect(session.sent).toEqual([{ ...ordered, fitToA4: true }]);
	});

	it('is told when the sizes cannot be asked, and can ask again', async () => {
		pages = 'failed';
		const { press, main } = await show('print');
		await expect.poll(main).toContain(preview.noSizes.what);
		pages = a4Pages(6);
		await press(catalogues.fi.common.tryAgain);
		await expect.poll(main).not.toContain(preview.noSizes.what);
	});

	it('can print though another paper lies printed, which is cleared away', async () => {
		pages = a4Pages(2);
		const { session, press, main } = await show('print after another paper');
		expect(main()).not.toContain(texts.done);
		await press(texts.start(2));
		expect(session.sent).toEqual([{ type: 'print seen' }, { ...ordered, paperId: 'paper-1' }]);
	});
});

describe('a limit is told before it bites', () => {
	it('what is left, and no more copies than that', async () => {
		const { main, press } = await show('print');
		expect(main()).toContain(texts.sidesLeft(40));
		for (let copies = 1; copies < 5; copies++) await press(texts.more);
		expect(main()).toContain(texts.atMostCopies(5));
		await expect.element(page.getByRole('button', { name: texts.more })).toHaveAttribute('aria-disabled', 'true');
	});

	it.each<[ViewName, string]>([
		['print, nothing left', texts.nothingLeft.what],
		['print, too much', texts.tooMuch(6, 4).what]
	])('%s: the button says why it cannot be pressed', async (name, told) => {
		const { session } = await show(name);
		const button = page.getByRole('button', { name: texts.start(6) });
		await expect.element(button).toHaveAccessibleDescription(new RegExp(`^${told}`));
		await button.click({ force: true });
		expect(session.sent).toEqual([]);
	});

	it('fewer pages make the button bright again', async () => {
		const { session, choose, press } = await show('print, too much');
		await choose(texts.somePages);
		await page.getByLabelText(texts.whichPages).fill('1-4');
		await press(texts.start(4));
		expect(session.sent).toEqual([{ ...ordered, pageRanges: [{ from: 1, to: 4 }] }]);
	});
});

describe('a printer', () => {
	it('that does little is not asked for more', async () => {
		offer = {
			...devices,
			printer: { sides: ['one-sided'], colours: ['monochrome'], maxCopies: 20, pageRanges: false, scaling: [] }
		};
		const { container } = await show('print');
		expect(container.querySelectorAll('main input')).toHaveLength(0);
	});

	it('that is not well tells why, leaves a way on, and the choice comes by itself when it is well', async () => {
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		offer = { ...devices, printer: { fault: 'offline' } };
		const { main, press, session } = await show('print');
		expect(main()).toContain(catalogues.fi.printFaults.offline.what);
		await press(catalogues.fi.home.help.label);
		await press(catalogues.fi.paper.backToPapers);
		offer = devices;
		await vi.advanceTimersByTimeAsync(3000);
		await expect.poll(main).toContain(texts.takes(6));
		expect(session.sent).toEqual([{ type: 'call for help' }, { type: 'go to', screen: 'papers' }]);
	});
});

describe('a customer whose print runs', () => {
	it.each<[ViewName, string, string]>([
		['print asking', texts.stages.asking.what, texts.stages.asking.todo],
		['print sending', texts.stages.sending.what, texts.stages.sending.todo],
		['print sent', texts.stages.sent.what, texts.stages.sent.todo],
		['print printing', texts.printing(3, 12), texts.printingDetail]
	])('%s: reads what really happens and can take it back', async (name, what, todo) => {
		const { main, press, session } = await show(name);
		await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent(what);
		expect(main()).toContain(todo);
		await press(texts.cancel);
		expect(session.sent).toEqual([{ type: 'cancel print' }]);
	});

	it.each(languages)('reads for every fault of the printer what it is and what to do (%s)', async (language) => {
		const { session, main } = await show('print waiting', language);
		const { printFaults: sentences } = catalogues[language];
		const view = session.view;
		if (view?.state.name !== 'inSession' || view.state.printing.state === 'idle') throw new Error('no print');
		for (const fault of printFaults) {
			const { state } = view;
			session.view = { ...view, state: { ...state, printing: { ...view.state.printing, fault } } };
			await expect.poll(main).toContain(sentences[fault].what);
			expect(main()).toContain(sentences[fault].todo);
		}
	});

	it('can call for help while the printer waits, or take the print back', async () => {
		const { main, press, session } = await show('print waiting');
		expect(main()).toContain(texts.printedBeforeFault(2));
		await press(catalogues.fi.home.help.label);
		await press(texts.cancel);
		expect(session.sent).toEqual([{ type: 'call for help' }, { type: 'cancel print' }]);
	});
});

describe('a customer whose print has ended', () => {
	it.each<[ViewName, string]>([
		['print done', 'Lokerossa pitäisi olla 2 kappaletta, kussakin 6 sivua: yhteensä 6 arkkia.'],
		['print done, one sheet', 'Lokerossa pitäisi olla 1 sivu 1 arkilla.']
	])('%s: reads what lies in the tray, and goes on with one press', async (name, told) => {
		const { main, bright, press, session } = await show(name);
		expect(main()).toContain(told);
		expect(bright()).toEqual([texts.allIsWell]);
		await press(texts.allIsWell);
		expect(session.sent).toEqual([{ type: 'print seen' }, { type: 'go to', screen: 'papers' }]);
	});

	it('finds a way on when something is wrong, and the way back', async () => {
		const { press, session } = await show('print done');
		await press(texts.somethingWrong);
		await expect.element(page.getByRole('heading', { level: 1 })).toHaveFocus();
		await press(new RegExp(`^${texts.again}`));
		await press(new RegExp(`^${texts.change}`));
		await press(catalogues.fi.home.help.label);
		await press(texts.back);
		await expect.element(page.getByRole('heading', { level: 1 })).toHaveTextContent(texts.done);
		expect(session.sent).toEqual([{ type: 'print again' }, { type: 'print seen' }, { type: 'call for help' }]);
	});

	it('is told before they press that the visit may not print it again', async () => {
		const { press, session } = await show('print done, may not again');
		await press(texts.somethingWrong);
		const again = page.getByRole('button', { name: new RegExp(`^${texts.again} .*${texts.notAgain(4)}`) });
		await again.click({ force: true });
		expect(session.sent).toEqual([]);
	});

	it.each<[ViewName, string[]]>([
		['print failed', [`${texts.again} ${texts.againDetail(6)}`]],
		['print refused', [catalogues.fi.home.help.label]],
		['print cancelled', [catalogues.fi.scan.toPapers]]
	])('%s: has one bright button, the next thing to do', async (name, bright) => {
		const screen = await show(name);
		expect(screen.bright().map((each) => each.replace(/\s+/g, ' '))).toEqual(bright);
	});

	it('can print again, change it or leave after a fault', async () => {
		const { press, session, main } = await show('print failed');
		expect(main()).toContain(texts.printedBeforeFault(2));
		await press(new RegExp(`^${texts.again}`));
		await press(texts.change);
		await press(catalogues.fi.scan.toPapers);
		expect(session.sent).toEqual([
			{ type: 'print again' },
			{ type: 'print seen' },
			{ type: 'print seen' },
			{ type: 'go to', screen: 'papers' }
		]);
	});

	it.each<[ViewName, string]>([
		['print cancelled', texts.cancelledTray(2)],
		['print cancelled at once', texts.cancelledTray(0)]
	])('%s: reads what may lie in the tray all the same', async (name, told) => {
		expect((await show(name)).main()).toContain(told);
	});
});
