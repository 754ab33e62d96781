import { and, not, or } from 'xstate';
import { helpRegion } from './regions/help.ts';
import { portalRegion } from './regions/portal.ts';
import { presenceRegion } from './regions/presence.ts';
import { printingRegion } from './regions/printing.ts';
import { scanningRegion } from './regions/scanning.ts';
import { screenRegion } from './regions/screen.ts';
import { timeRegion } from './regions/time.ts';
import { nobody, wallAheadOf } from './session-context.ts';
import type { SessionDevices, SessionLimits } from './session-devices.ts';
import { refuse, sessionSetup } from './session-setup.ts';

const clockIsWrong = ['note that the clock is wrong' as const, 'tell that the clock is wrong' as const];

/**
 * The life of one customer computer. Invariants, tested as properties of the graph: `ready` is reached from a visit only
 * through a proven wipe; every start wipes first; an event that a state does not know is refused aloud and changes nothing.
 */
export function createSessionMachine(devices: SessionDevices, limits: SessionLimits) {
	const machineSetup = sessionSetup(devices, limits);

	return machineSetup.createMachine({
		id: 'session',
		context: ({ input }) => ({
			...input,
			nextLimits: input.limits,
			wallAhead: wallAheadOf(input.clock),
			visit: nobody,
			wipeReason: 'started',
			proofs: [],
			outOfOrder: null
		}),
		initial: 'starting',
		on: {
			'hours changed': { actions: 'note the hours' },
			'limits changed': { actions: 'note the limits' },
			'clock is wrong': { actions: 'note that the clock is wrong' },
			'clock is right': { actions: 'note that the clock is right' },
			'machine slept': {},
			// Raised by a region on its way out: the visit they belong to is over.
			'portal is wanted': {},
			'portal is not wanted': {},
			'another place is wanted': {},
			'visit is over': {},
			'a paper was removed': {},
			'customer pressed': {},
			'*': { actions: refuse('not-now') }
		},
		states: {
			starting: {
				invoke: { src: 'look whether the machine is safe' },
				on: {
					'machine is prepared': 'wiping',
					'machine is unsafe': { target: 'outOfOrder', actions: 'note why it is unsafe' }
				}
			},
			wiping: {
				entry: ['forget the visit', 'forget the last wipe'],
				invoke: { src: 'wipe and prove', input: ({ context }) => ({ reason: context.wipeReason }) },
				after: { 'wipe takes too long': { target: 'outOfOrder', actions: 'note that the wipe failed' } },
				on: {
					'step was proven': { actions: 'note the proof' },
					'wipe finished': [
						{
							guard: and(['the wipe is proven', 'the clock is wrong']),
							target: 'outOfOrder',
							actions: ['note all proofs', 'tell that the clock is wrong']
						},
						{ guard: and(['the wipe is proven', 'the computer is open']), target: 'ready' },
						{ guard: 'the wipe is proven', target: 'closed' },
						{ target: 'outOfOrder', actions: ['note all proofs', 'note that the wipe is not proven'] }
					],
					'screen was lost': { target: 'outOfOrder', actions: 'note that the screen was lost' },
					'wipe broke': { target: 'outOfOrder', actions: 'note that the wipe failed' },
					// What the wiped devices still say belongs to nobody.
					'papers changed': {},
					'customer acted': {}
				}
			},
			closed: {
				on: {
					'hours changed': [
						{ guard: 'the hours say open', target: 'ready', actions: 'note the hours' },
						{ actions: 'note the hours' }
					],
					'clock is wrong': { target: 'outOfOrder', actions: clockIsWrong },
					'screen was lost': { target: 'wiping', actions: 'remember why it wipes' },
					'customer acted': {}
				}
			},
			ready: {
				initial: 'choosingLanguage',
				on: {
					'hours changed': [
						{ guard: 'the hours say open', actions: 'note the hours' },
						{ target: 'closed', actions: ['forget the visit', 'note the hours'] }
					],
					'clock is wrong': { target: 'outOfOrder', actions: clockIsWrong },
					// Whoever chose a language before may be gone.
					'machine slept': { target: '.choosingLanguage', actions: 'forget the visit' },
					'choose language': { target: '.welcome', reenter: true, actions: 'note the language' },
					'screen was lost': { target: 'wiping', actions: 'remember why it wipes' },
					'customer acted': {}
				},
				states: {
					choosingLanguage: {},
					welcome: {
						on: {
							'start visit': { target: '#session.inSession', actions: 'note the start' },
							'back to languages': { target: 'choosingLanguage', actions: 'forget the visit' }
						},
						after: { 'nobody pressed start': { target: 'choosingLanguage', actions: 'forget the visit' } }
					}
				}
			},
			inSession: {
				type: 'parallel',
				on: {
					'visit is over': { target: 'wiping', actions: 'remember why it wipes' },
					'end visit': { target: 'wiping', actions: 'remember why it wipes' },
					'screen was lost': { target: 'wiping', actions: 'remember why it wipes' },
					'papers changed': { actions: 'note the papers' },
					'notice came': { actions: 'show the notice' },
					'dismiss notice': { actions: 'forget the notice' },
					'edit paper': [
						{
							guard: or([
								and(['a scan runs', 'the edit takes the paper of the scan apart']),
								and(['a print runs', 'the edit takes the paper of the print apart'])
							]),
							actions: refuse('already-running')
						},
						{ guard: not('the edit can be done'), actions: 'refuse the edit' },
						{ guard: 'the edit removes a paper', actions: ['edit the paper', 'lead to the papers'] },
						{ actions: 'edit the paper' }
					],
					'undo edit': [
						{ guard: 'there is an edit to undo', actions: 'undo the edit' },
						{ actions: refuse('nothing-to-undo') }
					],
					'customer acted': {}
				},
				states: {
					presence: presenceRegion(machineSetup),
					time: timeRegion(machineSetup),
					screen: screenRegion(machineSetup),
					portal: portalRegion(machineSetup),
					scanning: scanningRegion(machineSetup),
					printing: printingRegion(machineSetup),
					help: helpRegion(machineSetup)
				}
			},
			outOfOrder: {
				entry: 'forget the visit',
				on: {
					'retry wipe': { target: 'wiping', actions: 'remember why it wipes' },
					// A machine whose battery is dead starts in 1970 until the network tells it the time; nobody is there to press a button.
					'clock is right': [
						{
							guard: 'only the clock was wrong',
							target: 'wiping',
							actions: ['note that the clock is right', 'remember why it wipes']
						},
						{ actions: 'note that the clock is right' }
					],
					'papers changed': {},
					'customer acted': {},
					'screen was lost': {}
				}
			}
		}
	});
}

export type SessionMachine = ReturnType<typeof createSessionMachine>;
