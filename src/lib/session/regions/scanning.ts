import { refuse, type SessionSetup } from '../session-setup.ts';

/** One scan at a time. A fault is a state of its own beside the visit; pages already taken stay. */
export const scanningRegion = (machineSetup: SessionSetup) =>
	machineSetup.createStateConfig({
		initial: 'idle',
		states: {
			idle: { on: { 'start scan': { target: 'running', actions: 'note the scan' } } },
			running: {
				invoke: {
					src: 'take pages',
					input: ({ context }) =>
						context.visit.scan?.request ?? { source: 'feeder', sides: 'one-sided', preset: 'text' }
				},
				initial: 'starting',
				states: { starting: {}, takingPages: {} },
				on: {
					'page taken': { target: '.takingPages', actions: 'count the page' },
					'scan finished': [
						{ guard: 'pages were taken', target: 'done' },
						{ target: 'failed', actions: 'note that nothing came' }
					],
					'scan failed': { target: 'failed', actions: 'note the scan fault' },
					'cancel scan': [
						{ guard: 'pages were taken', target: 'done' },
						{ target: 'idle', actions: 'forget the scan' }
					],
					'start scan': { actions: refuse('already-running') }
				}
			},
			done: {
				on: {
					'scan seen': { target: 'idle', actions: 'forget the scan' },
					'start scan': { target: 'running', actions: 'note the scan' }
				}
			},
			failed: {
				on: {
					'scan seen': { target: 'idle', actions: 'forget the scan' },
					'start scan': { target: 'running', actions: 'note the scan' }
				}
			}
		}
	});
