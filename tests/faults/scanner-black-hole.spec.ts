import { describe, expect, it } from 'vitest';
import { allWired, expectWellAgain, scanned, shortMs } from './scanner-house/scanner-house.ts';

describe.each(Object.entries(allWired))('%s: a scanner', (_, open) => {
	it('that answers nothing at all is timed out', async () => {
		const house = await open({ answerMs: shortMs });
		house.control.apply({ loadPages: 3, playNonsense: { kind: 'black-hole' } });
		expect(await scanned(house)).toEqual({ sheets: [], fault: 'timed-out' });
		await house.close();
	});

	it('whose second page never comes is timed out, the first stays, and it works again', async () => {
		// airscan needs its time to start; then it waits for ever.
		const house = await open({
			pageMs: open === allWired['SANE, backend airscan'] ? 2 * shortMs : shortMs,
			cancelMs: 400
		});
		house.control.apply({ loadPages: 3, playNonsense: { kind: 'black-hole', atPage: 2 } });
		expect(await scanned(house)).toEqual({ sheets: [1], fault: 'timed-out' });
		// A device gives up a job that nobody fetches; this one would take a minute for it.
		house.control.clear();
		await expectWellAgain(house);
		await house.close();
	});
});
