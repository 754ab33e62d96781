import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../../app.css';
import { catalogues } from '../../i18n/catalogues.ts';
import { scanFaults } from '../../ports/scanner.ts';
import type { DeviceOffer } from '../../session/session-view.ts';
import { FixedSession } from '../fixtures/fixed-session.svelte.ts';
import { devices, views, type ViewName } from '../fixtures/views.ts';
import KioskScreen from '../KioskScreen.svelte';
import { faultPictures } from '../pictures/fault-pictures.ts';

const onePixel = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
vi.mock('../thumbnail-urls.ts', () => ({
	thumbnailUrls: (paper: { pages: readonly unknown[] }) => paper.pages.map((_, index) => `${onePixel}#${index}`)
}));

const texts = catalogues.fi.scan;
let offer: DeviceOffer;

// The first time it is also compiled here.
beforeAll(() => import('./VisitScreen.svelte'), 60_000);
beforeEach(async () => {
	offer = devices;
	vi.stubGlobal('fetch', () => Promise.resolve(Response.json(offer)));
	await page.viewport(1280, 800);
});
afterEach(() => {
	vi.useRealTimers();
	vi.unstubAllGlobals();
});

async function show(name: ViewName) {
	const session = new FixedSession(views[name]('fi'));
	const { container } = await render(KioskScreen, { session });
	await expect.poll(() => container.querySelector('nav')).not.toBe(null);
	const bright = () => [...container.querySelectorAll('main .primary')].map((button) => button.textContent.trim());
	const press = (label: string) => page.getByRole('button', { name: label }).click();
	return { session, container, bright, press };
}

describe('a customer whose feeder is empty', () => {
	it.each<[ViewName, string, string[]]>([
		['scan waiting for paper', texts.waiting.beginsByItself, []],
		['scan sees the paper', texts.waiting.papersSeen, []],
		['scan waiting, device cannot tell', texts.waiting.pressStart, [texts.waiting.start]]
	])('%s: reads what happens next, and is never promised what the device cannot do', async (name, lead, bright) => {
		const screen = await show(name);
		await expect.element(page.getByText(lead)).toBeVisible();
		expect(screen.bright()).toEqual(bright);
		await screen.press(texts.waiting.start);
		await screen.press(texts.waiting.back);
		expect(screen.session.sent).toEqual([{ type: 'continue scan' }, { type: 'cancel scan' }]);
	});

	it('is told what is kept when pages came before', async () => {
		const { press, session } = await show('scan waiting for more paper');
		await expect.element(page.getByText(texts.kept(2))).toBeVisible();
		await press(texts.waiting.wasAll);
		expect(session.sent).toEqual([{ type: 'cancel scan' }]);
	});
});

describe('a customer whose pages have come', () => {
	it('compares sheets and pages, and can add more to this paper', async () => {
		const { press, session, bright } = await show('scan done, two-sided');
		await expect
			.element(page.getByRole('heading', { level: 1 }))
			.toHaveTextContent('1 arkki, 2 sivua. Onko se oikein?');
		expect(bright()).toEqual([texts.yesToPapers]);
		await press(texts.more);
		expect(session.sent).toEqual([{ type: 'continue scan' }]);
	});

	it('is told how many look empty, is shown which, and is led to look at them', async () => {
		const { press, session, container } = await show('scan done, many pages, some look empty');
		await expect.element(page.getByText(texts.looksEmpty(2))).toBeVisible();
		const marked = [...container.querySelectorAll('main li')].filter((each) =>
			each.textContent.includes(texts.emptyMark)
		);
		expect(marked.map((each) => Number.parseInt(each.textContent))).toEqual([4, 12]);
		await press(texts.lookAtPages);
		expect(session.sent).toEqual([{ type: 'scan seen' }, { type: 'open paper', paperId: 'paper-4' }]);
	});

	it('goes on from the glass page by page, or is done', async () => {
		const { press, session, bright } = await show('scan done on the glass');
		expect(bright()).toEqual([texts.glass.next]);
		await press(texts.glass.next);
		await press(texts.glass.wasAll);
		expect(session.sent).toEqual([
			{ type: 'continue scan' },
			{ type: 'scan seen' },
			{ type: 'go to', screen: 'papers' }
		]);
	});
});

describe('a customer whose scanner fails', () => {
	it.each<[ViewName, string[]]>([
		['scan jammed', []],
		['scan jammed, works again', [texts.after.goOn]],
		['scan cover open, works again, nothing came', [catalogues.fi.common.tryAgain]],
		['scan bad answer', [catalogues.fi.common.tryAgain]],
		['scan out of memory', [texts.toPapers]]
	])('%s: has at most one bright button, the next thing to do', async (name, bright) => {
		expect((await show(name)).bright()).toEqual(bright);
	});

	it('sees another picture for what is done in another way, and one for each fault', async () => {
		expect(Object.keys(faultPictures)).toEqual([...scanFaults]);
		const drawn = new Set<string>();
		for (const name of ['scan jammed', 'scan cover open', 'scan offline', 'scan busy', 'scan io error'] as const) {
			const { container } = await show(name);
			drawn.add(container.querySelector('main svg')?.innerHTML ?? '');
			container.remove();
		}
		expect(drawn.size).toBe(5);
	});

	it('goes on, or back to the choice, or to what has come', async () => {
		const { press, session } = await show('scan jammed');
		await press(texts.after.goOn);
		await press(texts.after.back);
		await press(texts.toPapers);
		expect(session.sent).toEqual([
			{ type: 'continue scan' },
			{ type: 'scan seen' },
			{ type: 'scan seen' },
			{ type: 'go to', screen: 'papers' }
		]);
	});

	it('comes to the choice by itself when the scanner answers at last', async () => {
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		offer = { ...devices, scanner: { fault: 'offline' } };
		const { container } = await show('scan');
		await expect
			.poll(() => container.querySelector('main h1')?.textContent)
			.toBe(catalogues.fi.scanFaults.offline.what);
		offer = devices;
		await vi.advanceTimersByTimeAsync(3000);
		await expect.poll(() => container.querySelector('main h1')?.textContent).toBe(texts.heading);
	});
});
