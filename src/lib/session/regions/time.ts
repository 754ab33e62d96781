import { and, raise } from 'xstate';
import type { SessionSetup } from '../session-setup.ts';

/**
 * The end of a visit: warned of in time, never earlier than said. Only closing time is followed by a grace. New hours, a clock
 * that was set and a suspend all have the timers computed anew.
 */
export const timeRegion = (machineSetup: SessionSetup) => {
	const anew = {
		'hours changed': { target: 'running' as const, reenter: true, actions: 'note the hours' as const },
		'machine slept': { target: 'running' as const, reenter: true }
	};
	const nextMoment = [
		{
			guard: and(['the end is reached', 'closing time ends it']),
			target: 'grace' as const,
			actions: 'grant the grace' as const
		},
		{ guard: 'the end is reached' as const, target: 'over' as const },
		{ target: 'running' as const, reenter: true }
	];
	return machineSetup.createStateConfig({
		initial: 'running',
		states: {
			running: {
				always: { guard: 'a warning is reached', target: 'endingSoon' },
				after: { 'until the next warning or the end': nextMoment },
				on: anew
			},
			endingSoon: {
				entry: 'note the warning',
				after: { 'until the next warning or the end': nextMoment },
				on: anew
			},
			grace: {
				after: { 'until the end': 'over' },
				on: {
					'hours changed': [
						{ guard: 'the hours prolong it', target: 'running', actions: 'note the hours' },
						{ actions: 'note the hours' }
					],
					'machine slept': { target: 'grace', reenter: true }
				}
			},
			over: { entry: raise({ type: 'visit is over' }) }
		}
	});
};
