import { describe, expect, it } from 'vitest';
import { expectWellAgain, openAirscan, scanned, wired } from './scanner-house/scanner-house.ts';

const house = Object.entries(wired).map(([name, open]) => [name, open, 'bad-answer'] as const);

describe.each([...house, ['SANE, backend airscan', openAirscan, 'io-error'] as const])(
	'%s: a page',
	(_, open, fault) => {
		it('that is no picture is not taken for one; the pages before it stay', async () => {
			const house = await open();
			house.control.apply({ loadPages: 3, playNonsense: { kind: 'not-a-jpeg', atPage: 2 } });
			expect(await scanned(house, { holdAt: 2 })).toEqual({ sheets: [1], fault });
			await expectWellAgain(house);
			await house.close();
		});
	}
);
