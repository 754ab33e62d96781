import { describe, expect, it } from 'vitest';
import { expectWellAgain, scanned, shortMs, wired } from './scanner-house/scanner-house.ts';

describe.each(Object.entries(wired))('%s: a page', (_, open) => {
	it.each([
		['longer than its Content-Length', 'content-length-too-short', 'bad-answer', {}],
		['shorter than its Content-Length', 'content-length-too-long', 'timed-out', { pageMs: shortMs }]
	] as const)('that is %s ends the scan; the pages before it stay', async (_, kind, fault, limits) => {
		const house = await open(limits);
		house.control.apply({ loadPages: 3, playNonsense: { kind, atPage: 2 } });
		expect(await scanned(house)).toEqual({ sheets: [1], fault });
		await expectWellAgain(house);
		await house.close();
	});
});
