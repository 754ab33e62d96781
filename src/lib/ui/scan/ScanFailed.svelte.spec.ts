import { beforeAll, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { render } from 'vitest-browser-svelte';
import '../../../app.css';
import { languages } from '../../domain/language.ts';
import { scanFaults } from '../../ports/scanner.ts';
import type { SessionView } from '../../session/session-view.ts';
import { FixedSession } from '../fixtures/fixed-session.svelte.ts';
import { longPaper, views } from '../fixtures/views.ts';
import KioskScreen from '../KioskScreen.svelte';

const a4 = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="283" height="400"/>')}`;
vi.mock('../thumbnail-urls.ts', () => ({
	thumbnailUrls: (paper: { pages: readonly unknown[] }) => paper.pages.map((_, index) => `${a4}#${index}`)
}));

// The first time it is also compiled here.
beforeAll(() => import('../screens/VisitScreen.svelte'), 60_000);

/** A stack of twelve pages, all of them said to be empty, that broke off. */
const brokenOff = (view: SessionView, fault: (typeof scanFaults)[number], over: boolean): SessionView => {
	const { state } = view;
	if (state.name !== 'inSession') throw new TypeError('no visit');
	const pages = longPaper.pages.map((each) => ({
		...each,
		findings: { maybeEmpty: true, leaningDegrees: 0, paperBox: null, bilevelBytes: null }
	}));
	const scanning = { source: 'feeder', feeder: 'empty', paperId: longPaper.id, pagesReceived: 12 } as const;
	return {
		...view,
		state: { ...state, papers: [{ ...longPaper, pages }], scanning: { state: 'failed', fault, over, ...scanning } }
	};
};

/** The ribbon of a trial takes 56 or 63 pixels: the longest sentences may have to be scrolled there, and nothing is hidden. */
const windows = [
	{ width: 1280, height: 800, ribbon: false },
	{ width: 1024, height: 768, ribbon: false },
	{ width: 1280, height: 744, ribbon: true },
	{ width: 1024, height: 705, ribbon: true }
];

it.each(languages)(
	'after a stack that broke off everything is seen, and nothing must be scrolled: %s',
	async (language) => {
		const session = new FixedSession(brokenOff(views.scan(language), 'jam', false));
		const { container } = await render(KioskScreen, { session });
		container.style.height = '100vh';
		await document.fonts.ready;
		await expect.poll(() => container.querySelectorAll('main img').length).toBeGreaterThan(0);
		const hidden: string[] = [];
		for (const { width, height, ribbon } of windows) {
			await page.viewport(width, height);
			for (const fault of scanFaults)
				for (const over of [false, true]) {
					session.view = brokenOff(views.scan(language), fault, over);
					await expect.poll(() => container.querySelector('h1')?.textContent).not.toBe('');
					await Promise.all([...container.querySelectorAll('img')].map((image) => image.decode()));
					const main = container.querySelector('main')!;
					const pictures = [...container.querySelectorAll('main li')].map((each) => each.getBoundingClientRect());
					const row = container.querySelector('main ul')!.getBoundingClientRect();
					const why = [
						...(container.querySelector('h1')!.getBoundingClientRect().top < 72 ? ['heading under the bar'] : []),
						...(!ribbon && main.scrollHeight > main.clientHeight + 1 ? ['must be scrolled'] : []),
						...(pictures.some(({ top, bottom }) => top < row.bottom && bottom > row.bottom)
							? ['a page cut in two']
							: [])
					];
					if (why.length > 0) hidden.push(`${fault}${over ? ', over' : ''} at ${width} × ${height}: ${why.join(', ')}`);
				}
		}
		expect(hidden).toEqual([]);
	}
);
