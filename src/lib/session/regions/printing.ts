import { refuse, type SessionSetup } from '../session-setup.ts';

/** One print at a time, told as it is: sent is not printed, waiting clears by itself. */
export const printingRegion = (machineSetup: SessionSetup) =>
	machineSetup.createStateConfig({
		initial: 'idle',
		states: {
			idle: {
				on: {
					print: [
						{ guard: 'the paper exists', target: 'running', actions: 'note the print' },
						{ actions: refuse('no-such-paper') }
					]
				}
			},
			running: {
				invoke: {
					src: 'print and follow',
					input: ({ context }) =>
						context.visit.print?.order ?? { paperId: '', copies: 1, sides: 'one-sided', colour: 'monochrome' }
				},
				initial: 'sending',
				states: { sending: {}, printing: {}, waiting: {} },
				on: {
					'print sent': { target: '.printing', actions: 'note the progress of the print' },
					'print progressed': { target: '.printing', actions: 'note the progress of the print' },
					'print is waiting': { target: '.waiting', actions: 'note the progress of the print' },
					'print done': { target: 'done', actions: 'note the progress of the print' },
					'print failed': { target: 'failed', actions: 'note the progress of the print' },
					'cancel print': { target: 'idle', actions: 'forget the print' },
					print: { actions: refuse('already-running') }
				}
			},
			done: { on: { 'print seen': { target: 'idle', actions: 'forget the print' } } },
			failed: { on: { 'print seen': { target: 'idle', actions: 'forget the print' } } }
		}
	});
