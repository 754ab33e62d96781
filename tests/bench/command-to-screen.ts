import { languageButton, openCustomerPage } from './customer-page.ts';
import { median, quantile, type Measure } from './figure.ts';

/** One language button and back again: the whole screen changes each time. */
const presses = [
	{ press: languageButton, brings: 'button.start' },
	{ press: '.actions button:not(.start)', brings: languageButton }
] as const;
const samples = 120;
const warmUp = 20;

/**
 * In the page: from the time stamp of the click until the frame that shows what it brought has been drawn (the task after the first
 * animation frame after the change).
 */
const watch = (brings: string) => `void (window.benchTook = new Promise((resolve) => {
	let clickedAt, answeredAt;
	addEventListener('click', (event) => { clickedAt = event.timeStamp; }, { capture: true, once: true });
	const observer = new MutationObserver(() => {
		if (document.querySelector('${brings}') === null) return;
		observer.disconnect();
		const changedAt = performance.now();
		requestAnimationFrame(() => {
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = () => resolve({ all: performance.now() - clickedAt, untilChange: changedAt - clickedAt });
			port2.postMessage(0);
		});
	});
	observer.observe(document.body, { childList: true, subtree: true });
}))`;

/** A press, the POST, the view on the stream, the changed page, the next frame. */
export const commandToScreen: Measure = async () => {
	const page = await openCustomerPage();
	try {
		const taken: { all: number; untilChange: number }[] = [];
		for (let sample = 0; sample < warmUp + samples; sample++) {
			const { press, brings } = presses[sample % 2 === 0 ? 0 : 1];
			await page.evaluate(watch(brings));
			await page.click(press);
			const took = (await page.evaluate('window.benchTook')) as (typeof taken)[number];
			if (sample >= warmUp) taken.push(took);
		}
		const all = taken.map((sample) => sample.all);
		return [
			{
				name: 'command → view on screen, p95',
				unit: 'ms',
				measured: `click → POST → event stream → page changed → next frame drawn, p95 of ${samples}`,
				ours: all,
				baseline: null,
				ourValue: quantile(all, 0.95),
				limit: 30,
				notes: {
					'median, ms': median(all),
					'click until the page has changed, p95, ms': quantile(
						taken.map(({ untilChange }) => untilChange),
						0.95
					)
				}
			}
		];
	} finally {
		await page.close();
	}
};
