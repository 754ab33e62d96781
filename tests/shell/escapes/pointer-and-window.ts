import { describe, expect, it } from 'vitest';
import { until } from '../../contract/portal-fixture/until.ts';
import { locked, places, type AttackedShell, type Verdict } from './attacked-shell.ts';

/** Takes the place of the one before. */
const listenFor = (type: string) =>
	`globalThis.seen = []; globalThis.on${type} = (event) => void seen.push(event.type)`;
const untilSilent = (attacked: AttackedShell) =>
	until(async () => (await attacked.verdict()).windows.length === 0, 'Chromium’s own words are gone');
/** Chromium's own words about Escape lie in the portal's screen; the shell's own has none. */
const ofTheShell = (verdict: Verdict): Verdict => ({
	...verdict,
	windows: verdict.windows.filter((window) => !/^(new|gone): portal \d+x\d{2}\+/.test(window))
});

export function pointerAttacks(attacked: () => AttackedShell): void {
	describe('pointer and windows', () => {
		it('row 29: a right click opens no menu', async () => {
			const { order, hands, verdict } = attacked();
			await order(listenFor('contextmenu'));
			hands('mousemove', '400', '400', 'click', '3');
			expect({ seen: await order('return seen'), verdict: await verdict() }).toEqual({
				seen: ['contextmenu'],
				verdict: locked
			});
		});

		it.each(['ctrl', 'shift', 'alt', 'middle'])('row 30: a click on a link with %s opens nothing', async (how) => {
			const { order, hands, pressPage, shell, verdict } = attacked();
			await order(listenFor('pointerdown'));
			if (how === 'middle') hands('mousemove', '1000', '102', 'click', '2');
			else pressPage(places.link, how);
			const seen = await order('await new Promise((done) => setTimeout(done, 500)); return seen');
			expect({ seen, verdict: await verdict() }).toEqual({ seen: ['pointerdown'], verdict: locked });
			expect(shell.view.visit().portal).toMatchObject({ pagesOpen: 1 });
			expect(await order('return location.pathname')).toBe('/hostile');
		});

		it('row 34: a page cannot move its window over the bar', async () => {
			const { order, verdict } = attacked();
			await order(
				'moveTo(0, -72); resizeTo(1280, 800); moveBy(0, -72); await new Promise((done) => setTimeout(done, 300))'
			);
			expect(await verdict()).toEqual(locked);
		});

		it('row 35: full screen ends below the bar', async () => {
			const { order, orderPressed, verdict } = attacked();
			const outcome = await orderPressed(
				'await press(); return Promise.race([document.documentElement.requestFullscreen().then(() => innerHeight, () => 728), new Promise((done) => setTimeout(done, 2000, 728))])'
			);
			expect({ outcome, verdict: ofTheShell(await verdict()) }).toEqual({ outcome: 728, verdict: locked });
			await order('await document.exitFullscreen().catch(() => {})');
			await untilSilent(attacked());
		});

		it('rows 38, 39: with pointer and keyboard locked by a page the bar is still there to press', async () => {
			const { orderPressed, order, verdict } = attacked();
			await orderPressed(
				'await press(); const tries = [document.body.requestPointerLock(), navigator.keyboard?.lock()]; await Promise.race([Promise.allSettled(tries), new Promise((done) => setTimeout(done, 2000))])'
			);
			expect(ofTheShell(await verdict())).toEqual(locked);
			await order('document.exitPointerLock(); navigator.keyboard?.unlock()');
			await untilSilent(attacked());
		});

		it('row 43: a link cannot be dragged onto the bar', async () => {
			const { order, hands, verdict } = attacked();
			await order(
				"globalThis.seen = []; globalThis.onpointerdown = null; link.onclick = (event) => event.preventDefault(); document.addEventListener('dragstart', (event) => setTimeout(() => seen.push(event.defaultPrevented)))"
			);
			hands(
				...'mousemove 10 80 mousedown 1 mousemove 30 90 mousemove 60 110 mousemove 200 60 mousemove 400 36 mouseup 1'.split(
					' '
				)
			);
			// Let go over the bar, the pointer is still over the link for the nested screen.
			expect(await order('link.onclick = null; return seen')).toEqual([true]);
			expect(await verdict()).toEqual(locked);
		});
	});
}
