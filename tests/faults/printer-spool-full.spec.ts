import { describe, expect, it } from 'vitest';
import { bothPrinters, mended, printThrough, roads } from './printing-through.fixture.ts';

describe('a printer whose memory is full', () => {
	const printers = bothPrinters();

	it.each(['spool-area-full', 'spool-area-full-error'])(
		'that says %s is waited for, and prints all once that is mended',
		async (reason) => {
			for (const road of roads) {
				expect(await printThrough(printers()[road], reason)).toStrictEqual(mended('spool-area-full'));
			}
		}
	);
});
