import { expect, it } from 'vitest';
import type { ScannerCapabilities } from '../../lib/ports/scanner.ts';
import type { ScannerPlace } from '../../lib/server/machine/scanner-place.ts';
import { checkScanner } from './doctor-scanner.ts';

const device: ScannerCapabilities = {
	makeAndModel: 'Brother MFC-L2710DW series',
	serialNumber: 'E1',
	sources: ['feeder', 'flatbed'],
	duplex: true,
	colour: true,
	resolutionsDpi: [100, 300, 600]
};
const configured = 'http://192.0.2.7/eSCL';
const address = 'http://192.0.2.9/eSCL';
const offline = { answers: false, report: { fault: 'offline', detail: 'ScannerCapabilities: unreachable' } } as const;
const found = (here: Partial<ScannerCapabilities> = {}): ScannerPlace => ({
	kind: 'found',
	configured,
	address: configured,
	device: { ...device, ...here }
});

const serial = 'write the serial number of the right one in kiosk.yaml (scannerIdentity: serial:)';
const power = 'look at its power, cable and address (scanner: in kiosk.yaml)';
const rightOne = 'switch the right scanner on, or correct scanner: and scannerIdentity: in kiosk.yaml';
const fixed = 'give it a fixed address, or write the new one in kiosk.yaml (scanner:)';
const settings = 'nothing, if that is so; else look at its settings, or reach it another way (escl: or sane:)';

it.each<[string, ScannerPlace | null, string, string, string?]>([
	['is where it should be', found(), 'ok', 'Brother MFC-L2710DW series, serial E1'],
	['tells no serial number', found({ serialNumber: null }), 'ok', 'Brother MFC-L2710DW series'],
	[
		'has no feeder, no colour and coarse pictures only',
		found({ sources: ['flatbed'], duplex: false, colour: false, resolutionsDpi: [150] }),
		'note',
		'Brother MFC-L2710DW series, serial E1; it has no feeder, no colour, no 300 dpi',
		settings
	],
	[
		'has a feeder for one side only, and no glass',
		found({ sources: ['feeder'], duplex: false }),
		'note',
		'Brother MFC-L2710DW series, serial E1; it has no two-sided feeder, no glass',
		settings
	],
	[
		'is at another address',
		{ kind: 'found', configured, address, device },
		'note',
		`Brother MFC-L2710DW series, serial E1 is now at ${address}, not at ${configured}; it is used there`,
		fixed
	],
	[
		'may be either of two',
		{ kind: 'several', configured, addresses: [configured, address] },
		'not ok',
		`several scanners of this model: ${configured}, ${address}; none is used`,
		serial
	],
	[
		'does not answer',
		{ kind: 'missing', configured, atConfigured: offline, elsewhere: 'not-asked' },
		'not ok',
		`does not answer as it should at ${configured} (offline: ScannerCapabilities: unreachable)`,
		power
	],
	[
		'does not answer and is nowhere else',
		{ kind: 'missing', configured, atConfigured: offline, elsewhere: 'not-there' },
		'not ok',
		`does not answer as it should at ${configured} (offline: ScannerCapabilities: unreachable); it was found nowhere else`,
		power
	],
	[
		'has another in its place, and cannot be looked for',
		{
			kind: 'missing',
			configured,
			atConfigured: { answers: true, device: { ...device, makeAndModel: 'Canon TS5000' } },
			elsewhere: { cannotLook: 'bind EADDRINUSE 0.0.0.0:5353' }
		},
		'not ok',
		`another device answers at ${configured} (Canon TS5000, serial E1); it could not be looked for (bind EADDRINUSE 0.0.0.0:5353)`,
		rightOne
	],
	['is being scanned from', null, 'note', 'somebody is scanning', 'look again later']
])('a scanner that %s', async (_, place, state, words, todo) => {
	const scanner = { locate: async () => place };
	expect(await checkScanner(scanner, new AbortController().signal)).toEqual({
		check: 'scanner',
		state,
		found: words,
		...(todo === undefined ? {} : { todo })
	});
});
