import { describe, expect, it } from 'vitest';
import { expectWellAgain, scanned, wired } from './scanner-house/scanner-house.ts';

describe.each(Object.entries(wired))('%s: a scanner', (_, open) => {
	it('that is busy for a moment (503) is waited for, in silence', async () => {
		const house = await open();
		house.control.apply({ loadPages: 2, setBusy: 3 });
		expect(await scanned(house)).toEqual({ sheets: [1, 2], fault: null });
		await expectWellAgain(house);
		await house.close();
	});

	it('that stays busy says so when patience ends, and works again when it is free', async () => {
		const house = await open({ busyMs: 200 });
		house.control.apply({ loadPages: 2, setBusy: 1_000_000 });
		expect(await scanned(house)).toEqual({ sheets: [], fault: 'busy' });
		await expectWellAgain(house);
		await house.close();
	});
});
