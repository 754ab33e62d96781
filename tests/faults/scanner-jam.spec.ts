import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { pnmScanWith, pnmTold } from './scanner-house/pnm-house.ts';
import { allWired, expectWellAgain, scanned, type ScannerHouse } from './scanner-house/scanner-house.ts';

describe.each(Object.entries(allWired))('%s: a jam', (_, open) => {
	let house: ScannerHouse;
	beforeEach(async () => {
		house = await open();
	});
	afterEach(() => house.close());

	it('at the first, second or last of three sheets keeps those before it, and it works again once the paper is out', async () => {
		for (const [page, sheets] of [
			[1, []],
			[2, [1]],
			[3, [1, 2]]
		] as const) {
			house.control.apply({ clear: true, loadPages: 3, jamAtPage: page });
			// airscan throws away a page that it has when the next one jams before scanimage asked for it; paper is slower than that.
			expect(await scanned(house, { holdAt: page })).toEqual({ sheets, fault: 'jam' });
			await expectWellAgain(house);
		}
	});
});

it('SANE, backend pnm: a jam is told as one', async () => {
	expect(await pnmScanWith('--status-jammed')).toEqual(pnmTold('jam'));
});
