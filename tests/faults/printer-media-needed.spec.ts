import { describe, expect, it } from 'vitest';
import { bothPrinters, mended, printThrough, roads } from './printing-through.fixture.ts';

describe('a printer that asks for another paper', () => {
	const printers = bothPrinters();

	it.each(['media-needed', 'media-needed-error', 'input-cannot-feed-size-selected-error'])(
		'that says %s is waited for, and prints all once that is mended',
		async (reason) => {
			for (const road of roads) {
				expect(await printThrough(printers()[road], reason)).toStrictEqual(mended('media-needed'));
			}
		}
	);
});
