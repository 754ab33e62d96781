import { raise } from 'xstate';
import type { SessionSetup } from '../session-setup.ts';

/**
 * Watches whether the customer is still there. Invariant: `gone` is reached only through `asked`, or when the machine slept
 * longer than it would have waited for the customer.
 */
export const presenceRegion = (machineSetup: SessionSetup) => {
	const slept = [
		{ guard: 'the machine slept longer than it waits for an answer' as const, target: 'gone' as const },
		{ target: 'asked' as const, reenter: true }
	];
	return machineSetup.createStateConfig({
		initial: 'present',
		states: {
			present: {
				on: {
					'customer acted': { target: 'present', reenter: true },
					'customer pressed': { target: 'present', reenter: true },
					'I am here': { target: 'present', reenter: true },
					'machine slept': slept
				},
				after: {
					'quiet too long': [{ guard: 'a device is working', target: 'present', reenter: true }, { target: 'asked' }]
				}
			},
			asked: {
				entry: 'note when to answer',
				exit: 'forget the question',
				on: {
					'I am here': 'present',
					'customer pressed': 'present',
					// The pointer may be moved by a passer-by: only a press is an answer.
					'customer acted': {},
					'machine slept': slept
				},
				after: { 'no answer': 'gone' }
			},
			gone: { entry: raise({ type: 'visit is over' }) }
		}
	});
};
