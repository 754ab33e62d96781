import { describe, expect, it } from 'vitest';
import { allWired, expectWellAgain, scanned } from './scanner-house/scanner-house.ts';

describe.each(Object.entries(allWired))('%s: a connection', (_, open) => {
	it('that is cut in the middle of the second page keeps the first, and the next scan works', async () => {
		const house = await open();
		house.control.apply({ loadPages: 3, playNonsense: { kind: 'cut-connection', atPage: 2 } });
		expect(await scanned(house, { holdAt: 2 })).toEqual({ sheets: [1], fault: 'io-error' });
		await expectWellAgain(house);
		await house.close();
	});
});
