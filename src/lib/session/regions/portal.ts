import { tellPortal, type SessionSetup } from '../session-setup.ts';

const ended = {
	target: '#session.inSession.portal.failed',
	actions: ['note the portal fault' as const, 'tell that the portal ended' as const]
};

/** The disposable browser of this visit: warm for the portal from the start, shown only while the customer is on its screen. */
export const portalRegion = (machineSetup: SessionSetup) =>
	machineSetup.createStateConfig({
		initial: 'open',
		states: {
			open: {
				invoke: {
					id: 'portal',
					src: 'keep the portal',
					input: ({ context: { visit } }) => ({ language: visit.language ?? 'fi', siteChannelId: visit.siteChannelId })
				},
				initial: 'warming',
				on: {
					'portal failed': { target: 'failed', actions: 'note the portal fault' },
					// Each place has a browser of its own; the one before ends with everything that was in it.
					'another place is wanted': { target: 'open', reenter: true },
					'place changed': { actions: 'note the place' },
					'file chooser opened': { actions: 'note the chooser' },
					'file chooser gone': { guard: 'this chooser is open', actions: 'forget the chooser' }
				},
				states: {
					warming: {
						on: {
							'portal warmed': [{ guard: 'the customer wants the portal', target: 'shown' }, { target: 'warm' }]
						}
					},
					warm: { on: { 'portal is wanted': 'shown' } },
					// Told in so many words only to a customer who was in it.
					shown: {
						entry: tellPortal('show'),
						exit: tellPortal('hide'),
						on: { 'portal is not wanted': 'hidden', 'portal failed': ended }
					},
					hidden: { on: { 'portal is wanted': 'shown', 'portal failed': ended } }
				}
			},
			failed: {
				on: {
					'portal is wanted': { target: 'open', actions: 'forget the portal fault' },
					'another place is wanted': 'open'
				}
			}
		}
	});
