import { inTurn, median, type Measure } from './figure.ts';
import { startPlainChromium } from './plain-chromium.ts';
import { enterPortal, logIn, scan } from './portal-visit.ts';
import { startKiosk } from './running-kiosk.ts';
import { startScannerProcess } from './simulated-scanner.ts';

/** End of a visit with papers and a logged-in portal, until everything is proven gone. */
export const endToReady: Measure = async (rounds) => {
	await using ended = new AsyncDisposableStack();
	const scanner = ended.adopt(await startScannerProcess(), (started) => started.close());
	const kiosk = ended.adopt(await startKiosk({ screen: 'whole', scanner: `escl:${scanner.url}` }), (started) =>
		started.close()
	);
	const plain = ended.adopt(await startPlainChromium(), (started) => started.close());
	const visit = async () => {
		await kiosk.startVisit();
		await scanner.load(2);
		await scan(kiosk);
		await enterPortal(kiosk);
		await logIn(kiosk);
		const startedAt = performance.now();
		return (await kiosk.endVisit()) - startedAt;
	};
	const taken = await inTurn(rounds, visit, plain.restart);
	const wipes = kiosk.log().filter(({ event, reason }) => event === 'wipe finished' && reason !== 'started');
	return [
		{
			name: 'End → ready',
			unit: 'ms',
			measured: 'command "end visit" until the view says ready | kill, rm -rf, cold launch until the page is seen',
			...taken,
			limit: 0.35,
			notes: { 'of it the wipe itself, ms': median(wipes.map(({ durationMs }) => Number(durationMs))) }
		}
	];
};
