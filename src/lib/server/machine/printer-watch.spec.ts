import { SimulatedClock } from 'xstate';
import { expect, it } from 'vitest';
import { failed, ok, type Result } from '../../domain/result.ts';
import type { PrinterAttributes, PrintFaultReport } from '../../ports/printer.ts';
import type { PrinterHealth } from '../../session/session-view.ts';
import { watchPrinter } from './printer-watch.ts';

const well: PrinterAttributes = {
	makeAndModel: 'Brother X',
	state: 'idle',
	faults: [],
	notes: [],
	sides: ['one-sided'],
	colours: ['color'],
	documentFormats: ['application/pdf'],
	pageRanges: true,
	maxCopies: 99,
	collate: true,
	scaling: [],
	orientations: [],
	media: []
};

it('staff are told once of each fault and each thing that runs low, not of a printer that has much to do', async () => {
	const timers = new SimulatedClock();
	let answer: Result<PrinterAttributes, PrintFaultReport> = ok(well);
	const told: PrinterHealth[] = [];
	const stop = watchPrinter({
		printer: { attributes: async () => answer },
		onChange: (health) => told.push(health),
		everyMs: 60_000,
		after(run, ms) {
			const timer = timers.setTimeout(run, ms);
			return () => timers.clearTimeout(timer);
		}
	});
	const settled = () => new Promise((resolve) => setImmediate(resolve));
	const next = async (now: typeof answer) => {
		answer = now;
		timers.increment(60_000);
		await settled();
		return told.splice(0);
	};
	const report = (fault: PrintFaultReport['fault']) => failed({ fault, detail: '' });
	await settled();
	expect([
		told.splice(0),
		await next(ok(well)),
		await next(ok({ ...well, notes: ['toner-low'] })),
		await next(ok({ ...well, faults: ['media-jam', 'media-empty'], notes: ['toner-low', 'media-low'] })),
		await next(report('busy')),
		await next(report('offline')),
		await next(report('offline')),
		await next(ok(well))
	]).toEqual([
		[{ state: 'ok', notes: [] }],
		[],
		[{ state: 'ok', notes: ['toner-low'] }],
		[{ state: 'media-jam', notes: ['toner-low', 'media-low'] }],
		[],
		[{ state: 'offline', notes: [] }],
		[],
		[{ state: 'ok', notes: [] }]
	]);
	stop();
	expect(await next(report('offline'))).toEqual([]);
});
