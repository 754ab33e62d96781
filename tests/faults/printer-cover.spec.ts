import { describe, expect, it } from 'vitest';
import { bothPrinters, mended, printThrough, roads } from './printing-through.fixture.ts';

describe('a printer that stands open', () => {
	const printers = bothPrinters();

	it.each(['cover-open-error', 'door-open', 'interlock-open-warning'])(
		'that says %s is waited for, and prints all once that is mended',
		async (reason) => {
			for (const road of roads) {
				expect(await printThrough(printers()[road], reason)).toStrictEqual(mended('cover-open'));
			}
		}
	);
});
