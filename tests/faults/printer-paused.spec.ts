import { describe, expect, it } from 'vitest';
import { bothPrinters, mended, printThrough, roads } from './printing-through.fixture.ts';

describe('a printer that somebody has paused', () => {
	const printers = bothPrinters();

	it.each(['paused', 'moving-to-paused', 'hold-new-jobs', 'reason-that-nobody-knows-error'])(
		'that says %s is waited for, and prints all once that is mended',
		async (reason) => {
			for (const road of roads) {
				expect(await printThrough(printers()[road], reason)).toStrictEqual(mended('offline'));
			}
		}
	);
});
