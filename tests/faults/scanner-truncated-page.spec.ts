import { describe, expect, it } from 'vitest';
import { expectWellAgain, scanned, wired } from './scanner-house/scanner-house.ts';

// Not over airscan, whose decoder fills up what is missing: no program after it can tell.
describe.each(Object.entries(wired))('%s: a page', (_, open) => {
	it('of which half is missing is not taken for one; the pages before it stay', async () => {
		const house = await open();
		house.control.apply({ loadPages: 3, playNonsense: { kind: 'truncated-page', atPage: 2 } });
		expect(await scanned(house)).toEqual({ sheets: [1], fault: 'bad-answer' });
		await expectWellAgain(house);
		await house.close();
	});
});
