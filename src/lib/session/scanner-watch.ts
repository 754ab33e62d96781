import { fromPromise, sendParent, setup, type DoneActorEvent } from 'xstate';
import type { ScanFault, ScannerStatus } from '../ports/scanner.ts';
import type { SessionDevices } from './session-devices.ts';
import type { SessionReport } from './session-events.ts';

/** Between two questions; somebody stands beside the scanner and looks at the screen. */
const pauseMs = 1_000;

/**
 * Asks the scanner how it is, again and again for as long as it runs, and tells the session each answer. How long an answer
 * may take is the port's matter.
 */
export const scannerWatch = ({ scanner }: SessionDevices) =>
	setup({
		types: { events: {} as DoneActorEvent<SessionReport> },
		actors: {
			'ask the scanner': fromPromise<SessionReport>(({ signal }) =>
				scanner.status(signal).then(
					(answer) =>
						answer.ok
							? { type: 'scanner told', status: answer.value }
							: { type: 'scanner is unwell', fault: answer.fault.fault },
					() => ({ type: 'scanner is unwell', fault: 'io-error' })
				)
			)
		},
		actions: { 'tell the session': sendParent(({ event }) => event.output) },
		delays: { 'until it is asked again': pauseMs }
	}).createMachine({
		initial: 'asking',
		states: {
			asking: { invoke: { src: 'ask the scanner', onDone: { target: 'pausing', actions: 'tell the session' } } },
			pausing: { after: { 'until it is asked again': 'asking' } }
		}
	});

/** What keeps the scanner from taking paper, as far as it tells. */
export const obstacleIn = ({ feeder }: ScannerStatus): ScanFault | null =>
	feeder === 'jam' || feeder === 'cover-open' ? feeder : null;

/** Whether this status proves that a fault is over. A fault that no status shows is over when the customer tries again. */
export function isOver(fault: ScanFault, { state, feeder }: ScannerStatus): boolean {
	switch (fault) {
		case 'jam':
		case 'cover-open':
			return feeder === 'loaded' || feeder === 'empty';
		case 'busy':
			return state === 'idle';
		case 'offline':
		case 'timed-out':
			return state !== 'stopped';
		case 'feeder-empty':
		case 'bad-answer':
		case 'out-of-memory':
		case 'io-error':
			return false;
	}
}
