import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Display, DisplayFaultReport } from '../../src/lib/ports/display.ts';

/** What is seen at the bar and at the work area. */
export interface Seen {
	readonly bar: 'customer screen' | 'portal' | 'nothing';
	readonly work: 'customer screen' | 'portal' | 'nothing';
}

/** One display and the hands that touch it from outside. */
export interface DisplayHarness {
	readonly display: Display;
	/** Puts a window into the work area that asks for the full screen. */
	showGreedyPortal(): Promise<void>;
	see(): Promise<Seen>;
	touch(): Promise<void>;
	/** Puts a text into every selection. */
	plantSelections(): Promise<void>;
	/** How many selections still give a text. */
	filledSelections(): Promise<number>;
	/** The customer screen's browser dies. */
	killScreen(): Promise<void>;
	end(): Promise<void>;
}

const noLimit = new AbortController().signal;
const covered: Seen = { bar: 'customer screen', work: 'customer screen' };
const divided: Seen = { bar: 'customer screen', work: 'portal' };

/** What the session may count on, whatever the display. */
export function displayContract(name: string, start: () => Promise<DisplayHarness>): void {
	describe(`display: ${name}`, () => {
		let harness: DisplayHarness;
		beforeEach(async () => {
			harness = await start();
		});
		afterEach(async () => {
			await harness.end();
		});
		const open = async () => expect(await harness.display.open('http://127.0.0.1/', noLimit)).toEqual({ ok: true });
		const seen = (expected: Seen) => expect.poll(() => harness.see(), { timeout: 10_000 }).toEqual(expected);

		it('shows the customer the trusted screen over everything when it opens', async () => {
			await open();
			await seen(covered);
		});

		it('leaves the work area to the portal below the bar, and takes it back', async () => {
			await open();
			await harness.showGreedyPortal();
			await seen(covered);
			await harness.display.showBar();
			await seen(divided);
			await harness.display.coverAll();
			await seen(covered);
		});

		it('covers and uncovers again and again with the same outcome', async () => {
			await open();
			await harness.showGreedyPortal();
			for (const round of [1, 2, 3]) {
				await harness.display.showBar();
				await harness.display.showBar();
				expect({ round, seen: await harness.see() }).toEqual({ round, seen: divided });
				await harness.display.coverAll();
				await harness.display.coverAll();
				expect({ round, seen: await harness.see() }).toEqual({ round, seen: covered });
			}
		});

		it('tells when somebody touches a key, until nobody listens', async () => {
			await open();
			let touches = 0;
			const stop = harness.display.onActivity(() => touches++);
			await harness.touch();
			await expect.poll(() => touches, { timeout: 10_000 }).toBeGreaterThan(0);
			stop();
			const before = touches;
			await harness.touch();
			await harness.see();
			expect(touches).toBe(before);
		});

		it('leaves nothing of the customer in the selections, and proves it', async () => {
			await open();
			await harness.plantSelections();
			const { step, proven, found } = await harness.display.clipboard.wipe(noLimit);
			expect({ step, proven, found }).toEqual({ step: 'clipboard', proven: true, found: [] });
			expect(await harness.filledSelections()).toBe(0);
		});

		it('proves both of its steps also twice and when nothing was ever opened', async () => {
			const proofs = async () => {
				const both = [await harness.display.clipboard.wipe(noLimit), await harness.display.wipe(noLimit)];
				return both.map(({ step, proven, found }) => ({ step, proven, found }));
			};
			const clean = ['clipboard', 'screen'].map((step) => ({ step, proven: true, found: [] }));
			expect(await proofs()).toEqual(clean);
			await open();
			expect(await proofs()).toEqual(clean);
			expect(await proofs()).toEqual(clean);
		});

		it('tells once that the screen died, and opens again', async () => {
			await open();
			const reports: DisplayFaultReport[] = [];
			harness.display.onLost((report) => reports.push(report));
			await harness.killScreen();
			await expect.poll(() => reports.map((report) => report.fault), { timeout: 10_000 }).toEqual(['crashed']);
			await harness.display.close();
			await open();
			await seen(covered);
			expect(reports.length).toBe(1);
		});

		it('does nothing, and no harm, when it is asked before it is open or after it is closed', async () => {
			await harness.display.coverAll();
			await harness.display.showBar();
			await harness.display.close();
			await open();
			await harness.display.close();
			await harness.display.showBar();
			await harness.display.coverAll();
			expect(await harness.see()).toEqual({ bar: 'nothing', work: 'nothing' });
		});
	});
}
