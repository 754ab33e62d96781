import { and } from 'xstate';
import { refuse, type SessionSetup } from '../session-setup.ts';

const goOn = { target: 'running' as const, actions: 'note that the scan goes on' as const };
const seen = { target: 'idle' as const, actions: 'forget the scan' as const };
const stop = [{ guard: 'pages were taken' as const, target: 'done' as const }, seen];
const wait = { target: 'waitingForPaper' as const, actions: 'note that the feeder is empty' as const };

/**
 * One scan at a time, which may be continued into the same paper. A feeder without paper is waited for; a fault is a state
 * of its own beside the visit, and the scanner is asked until it is over. Pages that were taken stay in either.
 */
export const scanningRegion = (machineSetup: SessionSetup) =>
	machineSetup.createStateConfig({
		initial: 'idle',
		on: { 'start scan': { target: '.running', actions: 'note the scan' } },
		states: {
			idle: {},
			running: {
				invoke: {
					src: 'take pages',
					input: ({ context: { visit } }) => ({
						request: visit.scan?.request ?? { source: 'feeder', sides: 'one-sided', preset: 'text' },
						paperId: visit.scan?.paperId ?? null
					})
				},
				initial: 'starting',
				states: {
					starting: { after: { 'the scanner takes long to start': 'startingSlowly' } },
					startingSlowly: {},
					takingPages: {}
				},
				on: {
					'page taken': { target: '.takingPages', actions: 'count the page' },
					'scan finished': [
						{ guard: 'pages came this time', target: 'done' },
						{ guard: 'it takes from the feeder', ...wait },
						{ target: 'failed', actions: 'note that nothing came' }
					],
					'scan failed': [
						{ guard: and(['the feeder has run empty', 'pages came this time']), target: 'done' },
						{ guard: 'the feeder has run empty', ...wait },
						{ target: 'failed', actions: 'note the scan fault' }
					],
					'cancel scan': stop,
					'start scan': { actions: refuse('already-running') },
					'continue scan': { actions: refuse('already-running') }
				}
			},
			waitingForPaper: {
				invoke: { src: 'watch the scanner' },
				on: {
					'scanner told': [
						{ guard: 'something keeps it from taking paper', target: 'failed', actions: 'note the scan fault' },
						{
							guard: and(['paper has settled in the feeder', 'the customer looks at the scan']),
							target: 'running',
							actions: ['note that the scan goes on', 'take the paper for a sign of life']
						},
						{ actions: 'note the feeder' }
					],
					'scanner is unwell': [
						// Somebody else's paper will be through; the customer's is not even in.
						{ guard: 'it is only busy' },
						{ target: 'failed', actions: 'note the scan fault' }
					],
					'continue scan': goOn,
					'cancel scan': stop
				}
			},
			done: { on: { 'scan seen': seen, 'continue scan': goOn } },
			failed: {
				invoke: { src: 'watch the scanner' },
				initial: 'troubled',
				states: { troubled: {}, wellAgain: {} },
				on: {
					'scanner told': [
						{ guard: 'something keeps it from taking paper', target: '.troubled', actions: 'note the scan fault' },
						{ guard: 'the fault is over', target: '.wellAgain', actions: 'note the feeder' },
						{ actions: 'note the feeder' }
					],
					'scanner is unwell': { target: '.troubled', actions: 'note the scan fault' },
					'scan seen': seen,
					'continue scan': goOn
				}
			}
		}
	});
