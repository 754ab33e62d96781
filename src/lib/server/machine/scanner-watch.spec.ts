import { SimulatedClock } from 'xstate';
import { expect, it } from 'vitest';
import { failed, ok } from '../../domain/result.ts';
import type { ScannerCapabilities, ScannerStatus } from '../../ports/scanner.ts';
import type { ScannerPlace } from './scanner-place.ts';
import { watchScanner, type ScannerHealth } from './scanner-watch.ts';

const device: ScannerCapabilities = {
	makeAndModel: 'Brother X',
	serialNumber: 'E1',
	sources: ['feeder'],
	duplex: false,
	colour: true,
	resolutionsDpi: [300]
};
const found = (address: string): ScannerPlace => ({ kind: 'found', configured: 'a', address, device });
const missing = (atConfigured: Extract<ScannerPlace, { kind: 'missing' }>['atConfigured']): ScannerPlace => ({
	kind: 'missing',
	configured: 'a',
	atConfigured,
	elsewhere: 'not-there'
});

it('staff are told of each change once, and of nothing while somebody scans', async () => {
	const timers = new SimulatedClock();
	let place: ScannerPlace | null = found('a');
	let feeder: ScannerStatus['feeder'] = 'empty';
	let answers = true;
	const told: ScannerHealth[] = [];
	const stop = watchScanner({
		scanner: {
			locate: async () => place,
			status: async () => (answers ? ok({ state: 'idle', feeder }) : failed({ fault: 'busy', detail: 'HTTP 503' }))
		},
		onChange: (health) => told.push(health),
		everyMs: 60_000,
		after(run, ms) {
			const timer = timers.setTimeout(run, ms);
			return () => timers.clearTimeout(timer);
		}
	});
	const settled = () => new Promise((resolve) => setImmediate(resolve));
	const next = async () => {
		await settled();
		timers.increment(60_000);
		await settled();
		return told.splice(0);
	};
	await settled();
	expect(told.splice(0)).toEqual([{ state: 'ok', detail: '' }]);
	expect(await next()).toEqual([]);
	feeder = 'jam';
	expect(await next()).toEqual([{ state: 'jam', detail: '' }]);
	place = null;
	expect(await next()).toEqual([]);
	[place, feeder] = [found('b'), 'loaded'];
	expect(await next()).toEqual([
		{ state: 'ok', detail: 'Brother X, serial E1 is now at b, not at a; it is used there' }
	]);
	answers = false;
	expect(await next()).toEqual([{ state: 'busy', detail: 'HTTP 503' }]);
	place = missing({ answers: true, device: { ...device, makeAndModel: 'Canon Y', serialNumber: null } });
	expect(await next()).toEqual([
		{ state: 'other-device', detail: 'another device answers at a (Canon Y); it was found nowhere else' }
	]);
	place = missing({ answers: false, report: { fault: 'offline', detail: 'unreachable' } });
	expect(await next()).toEqual([
		{
			state: 'offline',
			detail: 'does not answer as it should at a (offline: unreachable); it was found nowhere else'
		}
	]);
	place = { kind: 'several', configured: 'a', addresses: ['b', 'c'] };
	expect(await next()).toEqual([
		{ state: 'other-device', detail: 'several scanners of this model: b, c; none is used' }
	]);
	stop();
	place = found('a');
	expect(await next()).toEqual([]);
});
