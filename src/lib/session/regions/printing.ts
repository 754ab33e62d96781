import type { PrintOrder } from '../session-actors.ts';
import { refuse, type SessionSetup } from '../session-setup.ts';

const begin = [
	{ guard: 'it may be printed' as const, target: 'running' as const, actions: 'note the print' as const },
	{ actions: 'refuse the print' as const }
];
const ended = {
	print: begin,
	'print again': begin,
	'print seen': { target: 'idle' as const, actions: 'forget the print' as const }
};
const progress = 'note the progress of the print' as const;
const end = ['note the progress of the print' as const, 'give back what did not come out' as const];

/**
 * One print at a time, told as it is: sent is not printed, waiting clears by itself, and a print that was cancelled may have left
 * pages in the tray. While it runs, all of it counts as printed against the limits; afterwards what came out.
 */
export const printingRegion = (machineSetup: SessionSetup) =>
	machineSetup.createStateConfig({
		initial: 'idle',
		states: {
			idle: { on: { print: begin } },
			running: {
				invoke: { src: 'print and follow', input: ({ context }) => context.visit.print?.order ?? noOrder },
				initial: 'asking',
				states: { asking: {}, sending: {}, sent: {}, printing: {}, waiting: {} },
				on: {
					'print is being sent': { target: '.sending', actions: progress },
					'print sent': { target: '.sent', actions: progress },
					'print progressed': { target: '.printing', actions: progress },
					'print is waiting': { target: '.waiting', actions: progress },
					'print done': { target: 'done', actions: end },
					'print failed': { target: 'failed', actions: end },
					'cancel print': { target: 'cancelled', actions: end },
					print: { actions: refuse('already-running') },
					'print again': { actions: refuse('already-running') }
				}
			},
			done: { on: ended },
			failed: { on: ended },
			cancelled: { on: ended }
		}
	});

/** Never printed: the chart enters `running` only with an order. */
const noOrder: PrintOrder = {
	paperId: '',
	copies: 1,
	twoSided: false,
	colour: 'monochrome',
	pageRanges: [],
	fitToA4: false
};
