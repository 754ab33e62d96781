import { once } from 'node:events';
import { beforeEach, describe, expect, it } from 'vitest';
import { failed, ok } from '../../domain/result.ts';
import type { ScanEvent, Scanner, ScannerCapabilities } from '../../ports/scanner.ts';
import { createLocatedScanner, type LocatedScanner } from './located-scanner.ts';
import { wrongWithPlace } from './scanner-place.ts';

const never = new AbortController().signal;
const request = { source: 'feeder', sides: 'one-sided', preset: 'text' } as const;
const device = (makeAndModel: string, serialNumber: string | null): ScannerCapabilities => ({
	makeAndModel,
	serialNumber,
	sources: ['feeder'],
	duplex: false,
	colour: true,
	resolutionsDpi: [300]
});
const ours = device('Brother MFC-L2710DW series', 'E1');

/** Which device answers at which address, and what was done there. */
let network: Map<string, ScannerCapabilities>;
let done: string[];
/** What a scan at this address meets with, once. */
let mishap: string | null;
/** Whether a look goes on until it is told that it is enough. */
let patientLook: boolean;
/** Addresses whose wipe leaves something. */
let unproven: Set<string>;
beforeEach(() => {
	[network, done, mishap, patientLook, unproven] = [new Map(), [], null, false, new Set()];
});

const page: ScanEvent = {
	type: 'page',
	page: { bytes: new Uint8Array(), mediaType: 'image/jpeg', widthPx: 1, heightPx: 1, resolutionDpi: 300 }
};
const scannerAt = (address: string): Scanner => ({
	async capabilities(signal) {
		if (address === 'black hole') await once(signal, 'abort');
		const there = network.get(address);
		return there ? ok(there) : failed({ fault: 'offline', detail: 'unreachable' });
	},
	status: async () => ok({ state: 'idle', feeder: 'loaded' }),
	async *scan() {
		done.push(`scan at ${address}`);
		const gone = mishap === address || !network.has(address);
		mishap = null;
		yield gone ? { type: 'fault', report: { fault: 'offline', detail: 'open: Invalid argument' } } : page;
	},
	async wipe() {
		done.push(`wipe at ${address}`);
		const proven = !unproven.delete(address);
		return { step: 'scanner', proven, lookedAt: ['jobs'], found: proven ? [] : ['1 job'], durationMs: 0 };
	}
});

const located = (
	identity: { model: string; serial?: string } | null = { model: 'MFC-L2710DW series', serial: 'E1' },
	askBeforeEachScan = true
): LocatedScanner =>
	createLocatedScanner({
		configured: 'a',
		identity,
		scannerAt,
		async look(onFound, signal) {
			for (const address of network.keys()) if (!signal.aborted) onFound(address);
			if (patientLook) await once(signal, 'abort');
			return ok(null);
		},
		askBeforeEachScan,
		askMs: 60_000
	});

const scanned = async (scanner: LocatedScanner) => {
	const events: string[] = [];
	for await (const event of scanner.scan(request, never))
		events.push(event.type === 'page' ? 'page' : event.report.fault);
	return events;
};
const place = async (scanner: LocatedScanner) => {
	const found = await scanner.locate(never);
	if (found?.kind === 'found') return found.address;
	return found && wrongWithPlace(found)?.found;
};

describe('a scanner that is meant by model and serial number', () => {
	it('is used where it is configured', async () => {
		network.set('a', ours);
		const scanner = located();
		expect([await place(scanner), await scanned(scanner), done]).toEqual(['a', ['page'], ['scan at a']]);
	});

	it('is found at another address, and another model at the old one is not scanned from', async () => {
		network.set('a', device('Canon TS5000', 'E1')).set('b', ours);
		const scanner = located();
		expect(await scanned(scanner)).toEqual(['page']);
		network.delete('b');
		network.set('c', ours);
		expect(await scanned(scanner)).toEqual(['page']);
		expect(done).toEqual(['scan at b', 'scan at c']);
	});

	it('is found although another device never answers, and then the look is over', async () => {
		patientLook = true;
		network.set('black hole', device('Canon TS5000', null)).set('b', ours);
		expect(await scanned(located())).toEqual(['page']);
	});

	it('is nobody where only another piece of the same model answers', async () => {
		network.set('a', device(ours.makeAndModel, 'E2'));
		const scanner = located();
		expect(await scanned(scanner)).toEqual(['offline']);
		expect([await place(scanner), done]).toEqual([
			'another device answers at a (Brother MFC-L2710DW series, serial E2); it was found nowhere else',
			[]
		]);
	});

	it('is the one whose device name holds the serial number, and a lone one that tells none', async () => {
		network.set('hp:one?serial=E2', device('HP X', null)).set('hp:one?serial=E1', device('HP X', null));
		expect(await place(located({ model: 'HP X', serial: 'E1' }))).toBe('hp:one?serial=E1');
		network.delete('hp:one?serial=E1');
		expect(await place(located({ model: 'HP X', serial: 'E1' }))).toBe('hp:one?serial=E2');
	});

	it('is not guessed between two', async () => {
		network.set('b', ours).set('c', device(ours.makeAndModel, 'E2')).set('d', ours);
		const scanner = located({ model: 'MFC-L2710DW series' });
		expect([await scanned(scanner), await place(scanner), done]).toEqual([
			['offline'],
			'several scanners of this model: b, c; none is used',
			[]
		]);
	});

	it('that is believed until it fails is looked for once when its name is gone, before the customer hears of it', async () => {
		network.set('a', ours);
		const scanner = located(undefined, false);
		expect(await scanned(scanner)).toEqual(['page']);
		network.clear();
		network.set('b', ours);
		expect([await scanned(scanner), done]).toEqual([['page'], ['scan at a', 'scan at a', 'scan at b']]);
		network.clear();
		expect(await scanned(scanner)).toEqual(['offline']);
	});

	it('is wiped where it was used, and where it is found when that proves nothing', async () => {
		network.set('a', ours);
		const scanner = located();
		await scanned(scanner);
		network.clear();
		network.set('b', ours);
		unproven.add('a');
		expect(await scanner.wipe(never)).toMatchObject({ proven: true, found: [], lookedAt: ['jobs'] });
		expect(done).toEqual(['scan at a', 'wipe at a', 'wipe at b', 'wipe at a']);
		await scanner.wipe(never);
		expect(done.slice(4)).toEqual(['wipe at b']);
	});

	it('is not looked for while somebody scans', async () => {
		network.set('a', ours);
		const scanner = located();
		const scan = scanner.scan(request, never)[Symbol.asyncIterator]();
		await scan.next();
		expect(await scanner.locate(never)).toBeNull();
		await scan.return?.();
		expect(await place(scanner)).toBe('a');
	});

	it('gives no page after a wipe that came while it was still being asked', async () => {
		network.set('a', ours);
		const scanner = located();
		const scanning = scanned(scanner);
		await scanner.wipe(never);
		expect([await scanning, done]).toEqual([[], ['wipe at a']]);
	});
});

it('without a model, whatever answers at the address is the scanner', async () => {
	network.set('a', device('Canon TS5000', null)).set('b', ours);
	const scanner = located(null);
	expect([await scanned(scanner), await place(scanner)]).toEqual([['page'], 'a']);
	network.delete('a');
	expect([await scanned(scanner), await place(scanner)]).toEqual([
		['offline'],
		'does not answer as it should at a (offline: unreachable)'
	]);
});
