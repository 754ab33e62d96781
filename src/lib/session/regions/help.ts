import type { SessionSetup } from '../session-setup.ts';

/** A call for help, answered by staff. */
export const helpRegion = (machineSetup: SessionSetup) =>
	machineSetup.createStateConfig({
		initial: 'none',
		states: {
			none: { on: { 'call for help': 'called' } },
			called: { on: { 'help is coming': 'coming', 'cancel help': 'none' } },
			coming: { on: { 'cancel help': 'none' } }
		}
	});
