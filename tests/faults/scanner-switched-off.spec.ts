import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { never, takeIn } from '../contract/scanner.contract.ts';
import { allWired, expectWellAgain, scanned, type ScannerHouse } from './scanner-house/scanner-house.ts';

describe.each(Object.entries(allWired))('%s: a scanner', (_, open) => {
	let house: ScannerHouse;
	beforeEach(async () => {
		house = await open();
		house.control.loadPages(3);
	});
	afterEach(() => house.close());

	it('that is switched off is offline, its wipe is proven, and it works again when it is on', async () => {
		house.control.goOffline();
		expect(await scanned(house)).toEqual({ sheets: [], fault: 'offline' });
		expect(await house.scanner.wipe(never)).toMatchObject({ step: 'scanner', proven: true, found: [] });
		await expectWellAgain(house);
	});

	it('that is switched off before the second sheet keeps the first', async () => {
		const { control, scanner, sheetOf } = house;
		control.apply({ holdAtPage: 2 });
		const { pages, fault } = await takeIn(
			scanner,
			{ source: 'feeder', sides: 'one-sided', preset: 'text' },
			never,
			() => control.apply({ goOffline: true, holdAtPage: null })
		);
		expect(await Promise.all(pages.map(sheetOf))).toEqual([1]);
		expect(['offline', 'io-error']).toContain(fault);
		// What it was doing is gone with its power.
		control.clear();
		await expectWellAgain(house);
	});
});
