import { and, raise } from 'xstate';
import type { SessionSetup } from '../session-setup.ts';

/** The end of a visit: warned of in time, never earlier than said. Only closing time is followed by a grace. */
export const timeRegion = (machineSetup: SessionSetup) => {
	const nextMoment = [
		{ guard: and(['the end is reached', 'closing time ends it']), target: 'grace' as const },
		{ guard: 'the end is reached' as const, target: 'over' as const },
		{ target: 'endingSoon' as const, reenter: true }
	];
	return machineSetup.createStateConfig({
		initial: 'running',
		states: {
			running: {
				always: { guard: 'a warning is reached', target: 'endingSoon' },
				after: { 'until the next warning or the end': nextMoment },
				on: { 'hours changed': { target: 'running', reenter: true, actions: 'note the hours' } }
			},
			endingSoon: {
				entry: 'note the warning',
				after: { 'until the next warning or the end': nextMoment },
				on: { 'hours changed': { target: 'running', reenter: true, actions: 'note the hours' } }
			},
			grace: {
				after: { grace: 'over' },
				on: {
					'hours changed': [
						{ guard: 'the hours say open', target: 'running', actions: 'note the hours' },
						{ actions: 'note the hours' }
					]
				}
			},
			over: { entry: raise({ type: 'visit is over' }) }
		}
	});
};
