import { describe, expect, it } from 'vitest';
import { bothPrinters, mended, printThrough, roads } from './printing-through.fixture.ts';

describe('a printer that a box on the way cannot reach', () => {
	const printers = bothPrinters();

	it.each(['offline-report', 'connecting-to-device', 'timed-out', 'shutdown', 'deactivated'])(
		'that says %s is waited for, and prints all once that is mended',
		async (reason) => {
			for (const road of roads) {
				expect(await printThrough(printers()[road], reason)).toStrictEqual(mended('offline'));
			}
		}
	);
});
