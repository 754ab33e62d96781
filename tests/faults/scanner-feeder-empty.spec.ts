import { describe, expect, it } from 'vitest';
import { pnmScanWith, pnmTold } from './scanner-house/pnm-house.ts';
import { allWired, expectWellAgain, scanned } from './scanner-house/scanner-house.ts';

describe.each(Object.entries(allWired))('%s: a feeder', (_, open) => {
	it('that is empty at the start is a fault, and one that becomes empty is the end', async () => {
		const house = await open();
		expect(await scanned(house)).toEqual({ sheets: [], fault: 'feeder-empty' });
		house.control.loadPages(2);
		expect(await scanned(house)).toEqual({ sheets: [1, 2], fault: null });
		expect(await scanned(house)).toEqual({ sheets: [], fault: 'feeder-empty' });
		await expectWellAgain(house);
		await house.close();
	});
});

it('SANE, backend pnm: no paper is told as such', async () => {
	expect(await pnmScanWith('--status-nodocs')).toEqual(pnmTold('feeder-empty'));
});
