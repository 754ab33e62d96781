import { inTurn, median, type Measure } from './figure.ts';
import { bareLoop, feederRig, settingsFor, sheets, timed } from './feeder-rig.ts';
import { scan } from './portal-visit.ts';
import { startKiosk } from './running-kiosk.ts';
import { startScannerProcess } from './simulated-scanner.ts';

/** Ten sheets take a few dozen milliseconds: more rounds than elsewhere cost nothing. */
const roundsOfBytes = 5;
/** A fast office scanner: 60 pages a minute is 1000 ms; this one is three times as fast. */
const pageDelayMs = 333;

/** The composed parts alone, as fast as they can. */
export const feederIntoTray: Measure = async (rounds) => {
	await using ended = new AsyncDisposableStack();
	const rig = await feederRig(ended);
	const ours = async () => {
		await rig.scanner.load(sheets);
		const took = await timed(() => rig.scanIntoTray());
		await rig.tray.wipe(AbortSignal.timeout(10_000));
		return took;
	};
	const bare = async () => {
		await rig.scanner.load(sheets);
		return timed(() => rig.bareLoop());
	};
	// The scanner draws each sheet once, and both roads warm up.
	for (let time = 0; time < 3; time++) await bare().then(ours);
	const taken = await inTurn(rounds * roundsOfBytes, ours, bare);
	const surplus = taken.ourValue - median(taken.baseline);
	return [
		{
			name: '10 sheets into the tray, no page delay',
			unit: 'ms',
			measured: 'eSCL adapter and tray | bare fetch loop into memory, same process, same scanner',
			...taken,
			limit: 1.1,
			notes: { 'more than the bare loop, ms a sheet': surplus / sheets }
		}
	];
};

/** The whole kiosk, its screen and thumbnails alive, at the pace of a fast device. */
export const feederThroughKiosk: Measure = async (rounds) => {
	await using ended = new AsyncDisposableStack();
	const scanner = ended.adopt(await startScannerProcess(), (started) => started.close());
	const settings = await settingsFor(scanner);
	const kiosk = ended.adopt(await startKiosk({ screen: 'whole', scanner: `escl:${scanner.url}` }), (started) =>
		started.close()
	);
	await scanner.load(sheets);
	await bareLoop(scanner, settings);
	const ours = async () => {
		await kiosk.startVisit();
		await kiosk.untilVisit(({ portal }) => portal.state !== 'warming', 'the portal has come up');
		await scanner.load(sheets, pageDelayMs);
		const startedAt = performance.now();
		await scan(kiosk);
		const took = performance.now() - startedAt;
		await kiosk.endVisit();
		return took;
	};
	const bare = async () => {
		await scanner.load(sheets, pageDelayMs);
		return timed(() => bareLoop(scanner, settings));
	};
	return [
		{
			name: `10 sheets through the whole kiosk, ${pageDelayMs} ms a page`,
			unit: 'ms',
			measured: 'command "start scan" until the view says done, screen and thumbnails alive | bare fetch loop',
			...(await inTurn(rounds, ours, bare)),
			limit: 1.1
		}
	];
};
