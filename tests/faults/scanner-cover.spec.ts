import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { never, takeIn } from '../contract/scanner.contract.ts';
import { pnmScanWith, pnmTold } from './scanner-house/pnm-house.ts';
import { allWired, expectWellAgain, scanned, type ScannerHouse } from './scanner-house/scanner-house.ts';

describe.each(Object.entries(allWired))('%s: a cover', (_, open) => {
	let house: ScannerHouse;
	beforeEach(async () => {
		house = await open();
		house.control.loadPages(3);
	});
	afterEach(() => house.close());

	it('that is open is told before any sheet moves', async () => {
		house.control.openCover();
		expect(await scanned(house)).toEqual({ sheets: [], fault: 'cover-open' });
		expect(house.control.state().sheetsInFeeder).toBe(3);
		await expectWellAgain(house);
	});

	it('that is opened before the second sheet keeps the first', async () => {
		const { control, scanner, sheetOf } = house;
		control.apply({ holdAtPage: 2 });
		const { pages, fault } = await takeIn(
			scanner,
			{ source: 'feeder', sides: 'one-sided', preset: 'text' },
			never,
			() => control.apply({ openCover: true, holdAtPage: null })
		);
		expect({ sheets: await Promise.all(pages.map(sheetOf)), fault }).toEqual({ sheets: [1], fault: 'cover-open' });
		await expectWellAgain(house);
	});
});

it('SANE, backend pnm: an open cover is told as one', async () => {
	expect(await pnmScanWith('--status-coveropen')).toEqual(pnmTold('cover-open'));
});
