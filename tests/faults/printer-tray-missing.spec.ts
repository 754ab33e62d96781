import { describe, expect, it } from 'vitest';
import { bothPrinters, mended, printThrough, roads } from './printing-through.fixture.ts';

describe('a printer whose tray is out', () => {
	const printers = bothPrinters();

	it.each(['input-tray-missing', 'input-tray-missing-error'])(
		'that says %s is waited for, and prints all once that is mended',
		async (reason) => {
			for (const road of roads) {
				expect(await printThrough(printers()[road], reason)).toStrictEqual(mended('input-tray-missing'));
			}
		}
	);
});
