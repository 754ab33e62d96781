import { readFile } from 'node:fs/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PrintEvent, Printer, PrintRequest } from '../../src/lib/ports/printer.ts';
import { pageLikeness } from './printed-pages.ts';

/** What can be done to the printer behind the port. */
export type Condition =
	'paper out' | 'paper loaded' | 'cover open' | 'cover closed' | 'held' | 'released' | 'next job aborts' | 'offline';

export interface Received {
	readonly document: Uint8Array;
	readonly jobName: string;
	readonly userName: string;
	readonly copies: number;
	readonly sides: string;
}

export interface PrinterRig {
	readonly printer: Printer;
	set(condition: Condition): Promise<void>;
	/** What the printer was given, in order. */
	received(): Promise<readonly Received[]>;
	close(): Promise<void>;
}

export interface PrinterRigKind {
	readonly name: string;
	/** Whether the very bytes reach the printer, or an equal picture of each page. */
	readonly document: 'same bytes' | 'same pages';
	/** What a second job meets while the first one prints. */
	readonly whilePrinting: 'queues' | 'says busy';
	start(): Promise<PrinterRig>;
}

const never = new AbortController().signal;
const twoPages = await readFile('tests/fixtures/printer/two-pages.pdf');
const plainRequest: PrintRequest = {
	document: twoPages,
	copies: 1,
	sides: 'one-sided',
	colour: 'monochrome',
	pageRanges: []
};

/** What every printer of ours keeps, whatever it is made of. */
export function printerContract(kind: PrinterRigKind): void {
	describe(kind.name, () => {
		let rig: PrinterRig;
		beforeEach(async () => {
			rig = await kind.start();
		});
		afterEach(() => rig.close());

		const print = async (
			request: Partial<PrintRequest> = {},
			on: (event: PrintEvent) => unknown = () => {},
			signal = never
		): Promise<PrintEvent[]> => {
			const events: PrintEvent[] = [];
			for await (const event of rig.printer.print({ ...plainRequest, ...request }, signal)) {
				events.push(event);
				await on(event);
			}
			return events;
		};
		/** A job that lies at the held printer, and how to end it. */
		const printHeld = async () => {
			await rig.set('held');
			const stop = new AbortController();
			const ended = print({}, () => {}, stop.signal);
			await expect.poll(async () => (await rig.received()).length, { timeout: 40_000 }).toBe(1);
			return { ended, stop };
		};
		const openJobs = async () => {
			const open = await rig.printer.openJobs(never);
			return open.ok ? open.value : open.fault.fault;
		};

		it('tells what the printer offers', async () => {
			const answer = await rig.printer.attributes(never);
			if (!answer.ok) throw new Error(answer.fault.detail);
			const { state, faults, sides, pageRanges, maxCopies, documentFormats } = answer.value;
			expect({ state, faults, sides, pageRanges }).toStrictEqual({
				state: 'idle',
				faults: [],
				sides: ['one-sided', 'two-sided-long-edge', 'two-sided-short-edge'],
				pageRanges: true
			});
			expect(maxCopies).toBeGreaterThan(1);
			expect(documentFormats).toContain('application/pdf');
		});

		it('prints the whole document once, under names that tell nothing of the customer', async () => {
			const events = await print();
			// A printer may print the first page while the last is still on its way.
			expect(events.filter(({ type }) => type !== 'printing')).toStrictEqual([
				{ type: 'sending' },
				{ type: 'sent' },
				{ type: 'done', impressionsCompleted: 2 }
			]);
			const received = await rig.received();
			expect(
				received.map(({ jobName, userName, copies, sides }) => ({ jobName, userName, copies, sides }))
			).toStrictEqual([{ jobName: 'tuloste', userName: 'asiakas', copies: 1, sides: 'one-sided' }]);
			const document = received[0]?.document ?? new Uint8Array();
			if (kind.document === 'same bytes') expect(Buffer.compare(document, twoPages)).toBe(0);
			else {
				const alike = await pageLikeness(document, twoPages);
				expect({ pages: alike.length, alike: Math.min(...alike) > 35 }).toStrictEqual({ pages: 2, alike: true });
			}
			expect(await openJobs()).toBe(0);
		});

		it('gives the customer the copies and the two-sided sheets that were asked for', async () => {
			const events = await print({ copies: 2, sides: 'two-sided-long-edge' });
			expect(events.at(-1)).toStrictEqual({ type: 'done', impressionsCompleted: 4 });
			expect((await rig.received()).map(({ copies, sides }) => ({ copies, sides }))).toStrictEqual([
				{ copies: 2, sides: 'two-sided-long-edge' }
			]);
		});

		it.each([
			['paper out', 'paper loaded', 'media-empty'],
			['cover open', 'cover closed', 'cover-open']
		] as const)('says that it waits while %s, and prints all when that is mended', async (trouble, mended, fault) => {
			await rig.set(trouble);
			const events = await print({}, async (event) => {
				if (event.type === 'waiting') await rig.set(mended);
			});
			expect(events).toContainEqual({ type: 'waiting', fault });
			expect(events.at(-1)).toStrictEqual({ type: 'done', impressionsCompleted: 2 });
			expect((await rig.received()).length).toBe(1);
		});

		it('takes the job back from the printer when the customer cancels', async () => {
			const { ended, stop } = await printHeld();
			stop.abort();
			const events = await ended;
			expect(events.filter(({ type }) => type === 'done' || type === 'failed')).toStrictEqual([]);
			await expect.poll(openJobs, { timeout: 40_000 }).toBe(0);
		});

		it('fails at once, with nothing left anywhere, when the printer is off', async () => {
			await rig.set('offline');
			expect(await print()).toMatchObject([{ type: 'failed', report: { fault: 'offline' }, impressionsCompleted: 0 }]);
		});

		it('never calls printed what the printer gave up', async () => {
			await rig.set('next job aborts');
			const events = await print();
			expect(events.at(-1)).toMatchObject({ type: 'failed', report: { fault: 'aborted' }, impressionsCompleted: 0 });
			expect((await print()).at(-1)).toStrictEqual({ type: 'done', impressionsCompleted: 2 });
		});

		it('lets a second paper follow the first', async () => {
			const first = await printHeld();
			const second = await print({}, async (event) => {
				if (event.type === 'waiting' || event.type === 'sent') await rig.set('released');
			});
			const firstEvent = kind.whilePrinting === 'queues' ? { type: 'sending' } : { type: 'waiting', fault: 'busy' };
			expect([second[0], second.at(-1)]).toStrictEqual([firstEvent, { type: 'done', impressionsCompleted: 2 }]);
			expect((await first.ended).at(-1)).toStrictEqual({ type: 'done', impressionsCompleted: 2 });
			expect((await rig.received()).length).toBe(2);
		});

		it('wipes a job that still waits, and proves that the printer holds none', async () => {
			const { ended, stop } = await printHeld();
			expect(await openJobs()).toBe(1);
			const proof = await rig.printer.wipe(never);
			expect({ ...proof, lookedAt: proof.lookedAt[0], durationMs: 0 }).toStrictEqual({
				step: 'printer',
				proven: true,
				lookedAt: 'the open jobs of the printer',
				found: [],
				durationMs: 0
			});
			expect(await openJobs()).toBe(0);
			stop.abort();
			await ended;
		});

		it('does not call itself wiped while a printer that is away may still print', async () => {
			const { ended, stop } = await printHeld();
			await rig.set('offline');
			stop.abort();
			await ended;
			const proof = await rig.printer.wipe(never);
			expect({ proven: proof.proven, found: proof.found.length }).toStrictEqual({ proven: false, found: 1 });
		});

		it('is wiped when the printer is away and was never given anything', async () => {
			await rig.set('offline');
			const proof = await rig.printer.wipe(never);
			expect({ proven: proof.proven, found: proof.found }).toStrictEqual({ proven: true, found: [] });
		});
	});
}
