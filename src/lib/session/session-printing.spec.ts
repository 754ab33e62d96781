import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PrintEvent, Printer } from '../ports/printer.ts';
import { createSimulatedPrinter } from '../server/simulated/printer.ts';
import type { SessionCommand } from './session-command.ts';
import type { SessionView } from './session-view.ts';
import { createSimulatedHouse, limits, simulatedPdf } from './testing/simulated-house.ts';

const minute = 60_000;

type PrintWish = Partial<Extract<SessionCommand, { type: 'print' }>>;
const printOf = (paperId: string, wish: PrintWish = {}) => ({
	type: 'print' as const,
	paperId,
	copies: 1,
	twoSided: false,
	colour: 'color' as const,
	pageRanges: [],
	fitToA4: false,
	...wish
});

/** A visit with one paper, and what its customer asks for. */
async function visitWithPaper(pages = 2, printer?: Printer) {
	const house = createSimulatedHouse(printer ? { printer } : {});
	await house.startVisit();
	const paperId = await house.scanned(pages, 1);
	const command = async (asked: SessionCommand) => {
		const answer = house.session.command(asked);
		await house.settle();
		return answer.accepted ? 'accepted' : answer.refusal;
	};
	const print = (wish: PrintWish = {}) => command(printOf(paperId, wish));
	const tell = async (...events: PrintEvent[]) => {
		for (const event of events) await house.printerTells(event);
	};
	return { house, paperId, command, print, tell };
}

const seen = { type: 'print seen' } as const;
const again = { type: 'print again' } as const;
const cancel = { type: 'cancel print' } as const;
const outOfPaper = { type: 'waiting', fault: 'media-empty' } as const;
const jammed = {
	type: 'failed',
	report: { fault: 'media-jam', detail: '' },
	impressionsCompleted: 1
} as const;

describe('a print', () => {
	it('says each stage as it is, and a paper-out clears by itself', async () => {
		const { house, paperId, print, tell } = await visitWithPaper();
		await print({ copies: 3, twoSided: true });
		const told = [house.visit().printing];
		for (const event of [
			{ type: 'sending' },
			outOfPaper,
			{ type: 'sending' },
			{ type: 'sent' },
			{ type: 'printing', impressionsCompleted: 1 },
			outOfPaper,
			{ type: 'printing', impressionsCompleted: 2 },
			{ type: 'done', impressionsCompleted: 6 }
		] as const) {
			await tell(event);
			told.push(house.visit().printing);
		}
		const order = { paperId, copies: 3, sheets: 3, impressions: 6 };
		expect(told).toStrictEqual([
			{ state: 'asking', ...order, impressionsCompleted: 0, fault: null },
			{ state: 'sending', ...order, impressionsCompleted: 0, fault: null },
			{ state: 'waiting', ...order, impressionsCompleted: 0, fault: 'media-empty' },
			{ state: 'sending', ...order, impressionsCompleted: 0, fault: null },
			{ state: 'sent', ...order, impressionsCompleted: 0, fault: null },
			{ state: 'printing', ...order, impressionsCompleted: 1, fault: null },
			{ state: 'waiting', ...order, impressionsCompleted: 1, fault: 'media-empty' },
			{ state: 'printing', ...order, impressionsCompleted: 2, fault: null },
			{ state: 'done', ...order, impressionsCompleted: 6, fault: null }
		]);
	});

	it('that is cancelled stops at the printer and says how many sides may lie in the tray', async () => {
		for (const until of [
			[],
			[{ type: 'sending' }],
			[{ type: 'sending' }, { type: 'sent' }],
			[{ type: 'printing', impressionsCompleted: 1 }],
			[{ type: 'printing', impressionsCompleted: 1 }, outOfPaper]
		] as const satisfies PrintEvent[][]) {
			const { house, paperId, print, tell, command } = await visitWithPaper();
			await print();
			await tell(...until);
			await command(cancel);
			const told = { aborted: house.print().aborted(), printing: house.visit().printing };
			const impressionsCompleted = until.some(({ type }) => type === 'printing') ? 1 : 0;
			expect({ ...told, after: [await command(seen), house.visit().printing] }).toStrictEqual({
				aborted: true,
				printing: {
					state: 'cancelled',
					paperId,
					copies: 1,
					sheets: 2,
					impressions: 2,
					impressionsCompleted,
					fault: null
				},
				after: ['accepted', { state: 'idle' }]
			});
		}
	});

	it('that ended is printed again as it was asked for, or another is begun', async () => {
		for (const [end, state] of [
			[async ({ tell }) => tell({ type: 'done', impressionsCompleted: 2 }), 'done'],
			[async ({ tell }) => tell(jammed), 'failed'],
			[async ({ command }) => void (await command(cancel)), 'cancelled']
		] as [(visit: Awaited<ReturnType<typeof visitWithPaper>>) => Promise<void>, string][]) {
			const visit = await visitWithPaper();
			const { house, print, command } = visit;
			await print({ copies: 2, colour: 'monochrome', fitToA4: true });
			await end(visit);
			const ended = house.visit().printing.state;
			const twice = [await command(again), await command(again), await print()];
			await end(visit);
			const other = await print({ pageRanges: [{ from: 2, to: 2 }] });
			const wishes = house.printRequests.map(({ copies, colour, pageRanges, scaling }) => [
				copies,
				colour,
				pageRanges,
				scaling
			]);
			expect({ ended, twice, other, wishes, now: house.visit().printing }).toStrictEqual({
				ended: state,
				twice: ['accepted', 'already-running', 'already-running'],
				other: 'accepted',
				wishes: [
					[2, 'monochrome', [], 'fit'],
					[2, 'monochrome', [], 'fit'],
					[1, 'color', [{ from: 2, to: 2 }], 'none']
				],
				now: {
					state: 'asking',
					paperId: visit.paperId,
					copies: 1,
					sheets: 1,
					impressions: 1,
					impressionsCompleted: 0,
					fault: null
				}
			});
		}
	});

	it('that was never begun cannot be cancelled, repeated or read, and a paper that is gone cannot be printed', async () => {
		const { paperId, print, command, tell } = await visitWithPaper();
		const before = [await command(again), await command(cancel), await command(seen)];
		await print();
		await tell({ type: 'done', impressionsCompleted: 2 });
		await command({ type: 'edit paper', edit: { type: 'remove paper', paperId } });
		expect([before, await command(again), await print()]).toStrictEqual([
			['not-now', 'not-now', 'not-now'],
			'no-such-paper',
			'no-such-paper'
		]);
	});

	it('of a paper from which a page was taken meanwhile is not repeated with a page that is not there', async () => {
		const { house, paperId, print, command, tell } = await visitWithPaper();
		await print({ pageRanges: [{ from: 2, to: 2 }] });
		await tell({ type: 'done', impressionsCompleted: 1 });
		const [paper] = house.visit().papers;
		const pageId = paper?.kind === 'pages' ? (paper.pages[0]?.image.id ?? '') : '';
		await command({ type: 'edit paper', edit: { type: 'remove page', paperId, pageId } });
		expect([await command(again), house.visit().printing.state]).toStrictEqual(['no-such-page', 'done']);
	});
});

describe('what the printer is asked for', () => {
	/** The bytes of a document, as often as a printer reads it. */
	const readTwice = async (request: ReturnType<typeof createSimulatedHouse>['printRequests'][number]) => {
		const { document } = request;
		if (document instanceof Uint8Array) throw new Error('the whole document is in memory');
		const read = async () => (await Array.fromAsync(document())).flatMap((chunk) => [...chunk]);
		return [await read(), await read()];
	};

	it('is the document piece by piece, the same however often it is read, with every choice of the customer', async () => {
		const { house, print } = await visitWithPaper(3);
		const pageRanges = [{ from: 1, to: 2 }];
		await print({ copies: 2, twoSided: true, colour: 'monochrome', pageRanges, fitToA4: true });
		const [request] = house.printRequests;
		const { document, ...wishes } = request!;
		expect([await readTwice(request!), wishes, typeof document]).toStrictEqual([
			[[...simulatedPdf], [...simulatedPdf]],
			{
				copies: 2,
				sides: 'two-sided-long-edge',
				colour: 'monochrome',
				pageRanges,
				scaling: 'fit',
				orientation: 'portrait',
				impressions: 4
			},
			'function'
		]);
	});

	it('turns pages that lie over their short edge, and leaves away what this printer does not offer', async () => {
		const { house, print } = await visitWithPaper();
		house.pagesAre(842, 595);
		house.printerOffers({ scaling: ['auto', 'fit'], orientations: ['landscape'] });
		await print({ twoSided: true });
		house.session.command(cancel);
		house.printerOffers({ scaling: [], orientations: [] });
		await print({ fitToA4: true });
		const common = { copies: 1, colour: 'color', pageRanges: [], impressions: 2 };
		expect(house.printRequests.map(({ document: _, ...wishes }) => wishes)).toStrictEqual([
			{ ...common, sides: 'two-sided-short-edge', orientation: 'landscape' },
			{ ...common, sides: 'one-sided' }
		]);
	});

	it('is nothing where the printer does not answer: the customer reads why and can try again', async () => {
		const { house, print, command } = await visitWithPaper();
		house.printerOffers({ fault: { fault: 'offline', detail: 'no route' } });
		await print();
		const failed = house.visit().printing;
		house.printerOffers({});
		expect([failed, await command(again), house.visit().printing.state, house.printRequests.length]).toMatchObject([
			{ state: 'failed', fault: 'offline', impressionsCompleted: 0 },
			'accepted',
			'asking',
			1
		]);
	});
});

describe('the limits of printing', () => {
	it('are told before they bite; a print counts whole while it runs and by what came out once it ended', async () => {
		const { house, print, tell, command } = await visitWithPaper();
		const left = () => house.visit().printLimits.sidesLeft;
		const sidesLeft = [left()];
		await print({ copies: 3 });
		sidesLeft.push(left());
		await tell({ type: 'printing', impressionsCompleted: 1 });
		await command(cancel);
		sidesLeft.push(left());
		await command(again);
		await tell(jammed);
		sidesLeft.push(left());
		await command(again);
		await tell({ type: 'done', impressionsCompleted: 6 });
		sidesLeft.push(left());
		// One that does not count has printed all of it once it is done.
		await command(again);
		await tell({ type: 'done', impressionsCompleted: 0 });
		sidesLeft.push(left());
		await command(seen);
		expect([sidesLeft, left(), house.visit().printLimits.copiesPerPrint]).toStrictEqual([
			[20, 14, 19, 18, 12, 6],
			6,
			5
		]);
	});

	it('refuse with the reason, and nothing reaches the printer', async () => {
		const { house, print, tell, command } = await visitWithPaper(6);
		const refused = [
			await print({ copies: 6 }),
			await print({ pageRanges: [{ from: 5, to: 7 }] }),
			await print({ copies: 4 })
		];
		const atPrinter = house.printRequests.length;
		await print({ copies: 2 });
		await tell({ type: 'done', impressionsCompleted: 12 });
		expect([refused, atPrinter, await command(again), house.visit().printing.state]).toStrictEqual([
			['too-many-copies', 'no-such-page', 'too-many-sides'],
			0,
			'too-many-sides',
			'done'
		]);
	});

	it('are none where the configuration has none', async () => {
		const { house, print } = await visitWithPaper(30);
		house.session.limitsChanged({ ...limits, print: { sidesPerVisit: null, copiesPerPrint: null } });
		const told = house.visit().printLimits;
		house.session.command({ type: 'end visit' });
		await house.startVisit();
		const paperId = await house.scanned(30, 1);
		const unlimited = house.session.command(printOf(paperId, { copies: 99 }));
		expect([told, house.visit().printLimits, unlimited, await print()]).toStrictEqual([
			{ sidesLeft: 20, copiesPerPrint: 5 },
			{ sidesLeft: null, copiesPerPrint: null },
			{ accepted: true },
			'already-running'
		]);
	});

	it('begin anew for the next customer, and nothing of the print is remembered', async () => {
		const { house, print, tell } = await visitWithPaper();
		await print();
		await tell({ type: 'done', impressionsCompleted: 2 });
		const remembered = house.session.remembered();
		house.session.command({ type: 'end visit' });
		await house.startVisit();
		expect([
			remembered.includes('sidesUsed'),
			house.visit().printLimits.sidesLeft,
			house.visit().printing
		]).toStrictEqual([true, 20, { state: 'idle' }]);
	});

	it('hold whatever a customer presses and a printer tells', async () => {
		const action = fc.constantFrom<SessionCommand | PrintEvent | number>(
			1,
			2,
			3,
			again,
			cancel,
			seen,
			{ type: 'sending' },
			{ type: 'printing', impressionsCompleted: 1 },
			{ type: 'printing', impressionsCompleted: 3 },
			{ type: 'done', impressionsCompleted: 0 },
			{ type: 'done', impressionsCompleted: 2 },
			jammed
		);
		const isRunning = (state: string) => ['asking', 'sending', 'sent', 'printing', 'waiting'].includes(state);
		await fc.assert(
			fc.asyncProperty(fc.array(action, { minLength: 10, maxLength: 40 }), async (actions) => {
				const { house, print, command, tell } = await visitWithPaper();
				let cameOut = 0;
				for (const next of actions) {
					const before = house.visit().printing;
					if (typeof next === 'number') await print({ copies: next });
					else if (next === again || next === cancel || next === seen) await command(next);
					else if (isRunning(before.state)) await tell(next as PrintEvent);
					const { printing, printLimits } = house.visit();
					if (printing.state !== 'idle' && isRunning(before.state) && !isRunning(printing.state)) {
						const uncounted = printing.state === 'done' && printing.impressionsCompleted === 0;
						cameOut += uncounted ? printing.impressions : Math.min(printing.impressions, printing.impressionsCompleted);
					}
					const reserved = printing.state !== 'idle' && isRunning(printing.state) ? printing.impressions : 0;
					expect(printLimits.sidesLeft).toBe(limits.print.sidesPerVisit! - cameOut - reserved);
					expect(cameOut + reserved).toBeLessThanOrEqual(20);
				}
			}),
			{ numRuns: 40 }
		);
	});
});

describe('a customer who waits for the printer', () => {
	it.each([
		['is asked', []],
		['is sent the document', [{ type: 'sending' }]],
		['has the document', [{ type: 'sending' }, { type: 'sent' }]],
		['prints', [{ type: 'printing', impressionsCompleted: 1 }]]
	] as [string, PrintEvent[]][])('is not asked whether they are there while it %s', async (_, events) => {
		const { house, print, tell } = await visitWithPaper();
		await print();
		await tell(...events);
		await house.pass(12 * minute);
		expect(house.visit().presence).toStrictEqual({ state: 'present' });
	});

	it('is asked although it waits for paper, so that the papers do not stay readable', async () => {
		const { house, print, tell } = await visitWithPaper();
		await print();
		await tell({ type: 'sent' }, outOfPaper);
		await house.pass(5 * minute);
		expect(house.visit().presence.state).toBe('asked');
	});

	it('leaves nothing behind: out of paper, the visit ends, the job is cancelled and the wipe looks for it', async () => {
		const { house, print, tell } = await visitWithPaper();
		await print();
		await tell({ type: 'printing', impressionsCompleted: 1 }, outOfPaper);
		const before = house.print().aborted();
		house.session.command({ type: 'end visit' });
		await house.settle();
		const feed = house.print();
		feed.push({ type: 'done', impressionsCompleted: 2 });
		const wiping = [before, feed.aborted(), house.state().name, house.wipes.at(-1)];
		await house.wiped('printer');
		expect([wiping, house.state()]).toMatchObject([
			[false, true, 'wiping', 'session-ended'],
			{ name: 'outOfOrder', reason: 'wipe-not-proven' }
		]);
	});

	it('leaves nothing for the next one: out of paper, End, paper again, and only the pages of the next come out', async () => {
		const printer = createSimulatedPrinter({ pageMs: 0 });
		printer.control.apply({ do: 'paperOut' });
		const { house, print } = await visitWithPaper(2, printer);
		const becomes = (wanted: string) =>
			new Promise<void>((resolve) => {
				const look = ({ state }: SessionView) =>
					state.name === 'inSession' && state.printing.state === wanted && resolve();
				house.session.subscribe(look);
			});
		await print();
		await becomes('waiting');
		const { signal } = new AbortController();
		const held = await printer.openJobs(signal);
		house.session.command({ type: 'end visit' });
		await house.settle();
		const left = await printer.openJobs(signal);
		const { proven, found } = await printer.wipe(signal);
		// Just enough for the next customer: a job of the last one would take its sheets.
		printer.control.apply({ do: 'loadPaper', sheets: 2 });
		await house.startVisit();
		house.session.command(printOf(await house.scanned(2, 1)));
		await becomes('done');
		expect({ held, left, proven, found }).toStrictEqual({
			held: { ok: true, value: 1 },
			left: { ok: true, value: 0 },
			proven: true,
			found: []
		});
	});
});
