import { not, raise } from 'xstate';
import { refuse, tellPortal, type SessionSetup } from '../session-setup.ts';

const goTo = (base: '' | 'browsing') => [
	{ guard: 'going home' as const, target: `${base}.home` as const },
	{ guard: 'going to scan' as const, target: `${base}.scan` as const },
	{ guard: 'going to the papers' as const, target: `${base}.papers` as const },
	{ guard: 'going to the channels' as const, target: `${base}.channels` as const },
	{ guard: 'going to the guide' as const, target: `${base}.guide` as const },
	{ actions: refuse('not-now') }
];

/** Whoever was in a place is asked before it is closed for another. */
const openPlace = [
	{ guard: 'its page asks for a file' as const, target: '.attach' as const },
	{ guard: 'the browser is for it' as const, target: '.portal' as const },
	{
		guard: 'the portal was seen' as const,
		target: 'confirmLeaving' as const,
		actions: 'note the wanted place' as const
	},
	{
		target: '.portal' as const,
		actions: [
			'note the wanted place' as const,
			'give the browser to the wanted place' as const,
			'ask for another place' as const
		]
	}
];

/** What lies on the customer screen. `confirmEnd` and `confirmLeaving` return to where they were asked from. */
export const screenRegion = (machineSetup: SessionSetup) =>
	machineSetup.createStateConfig({
		initial: 'browsing',
		on: { 'a paper was removed': '.browsing.papers' },
		states: {
			browsing: {
				initial: 'home',
				states: {
					home: {},
					scan: {},
					papers: { entry: 'forget that a paper arrived' },
					channels: {},
					channel: {},
					guide: {
						on: {
							'look at channel': [
								{ guard: 'the channel exists', target: 'channel', actions: 'note the channel of the advice' },
								{ actions: refuse('no-such-channel') }
							],
							'answer guide': [
								{ guard: 'this question is asked', actions: 'note the answer' },
								{ actions: refuse('not-now') }
							],
							'guide back': [
								{ guard: 'an answer was given', actions: 'take the last answer back' },
								{ target: 'channels' }
							]
						}
					},
					paper: { entry: 'forget that a paper arrived' },
					print: {},
					portal: {
						entry: raise({ type: 'portal is wanted' }),
						exit: raise({ type: 'portal is not wanted' }),
						on: {
							'file chooser opened': { guard: 'the portal is open', target: 'attach', actions: 'note the chooser' },
							'portal back': [
								{ guard: 'the portal is open', actions: tellPortal('back') },
								{ actions: refuse('portal-not-available') }
							],
							'close portal page': [
								{ guard: 'several pages are open', actions: tellPortal('close page') },
								{ actions: refuse('not-now') }
							],
							'capture portal page': [
								{ guard: 'the portal is open', actions: tellPortal('capture page') },
								{ actions: refuse('portal-not-available') }
							]
						}
					},
					attach: {
						on: {
							'attach papers': [
								{
									guard: 'the papers fit the page',
									target: 'portal',
									actions: ['hand the papers over', 'forget the chooser']
								},
								{ actions: refuse('wrong-file-type') }
							],
							'cancel attaching': {
								target: 'portal',
								actions: ['leave the page as it was', 'forget the chooser']
							},
							'portal failed': 'home',
							'file chooser gone': { guard: 'this chooser is open', target: 'portal', actions: 'forget the chooser' }
						}
					},
					last: { type: 'history' }
				},
				on: {
					'go to': goTo(''),
					'open paper': [
						{ guard: 'the paper exists', target: '.paper', actions: 'select the paper' },
						{ actions: refuse('no-such-paper') }
					],
					'prepare print': [
						{ guard: 'the paper exists', target: '.print', actions: 'select the paper' },
						{ actions: refuse('no-such-paper') }
					],
					'look at channel': [
						{ guard: 'the channel exists', target: '.channel', actions: 'note the channel' },
						{ actions: refuse('no-such-channel') }
					],
					'start guide': [
						{ guard: 'there is a guide', target: '.guide', actions: 'begin the guide anew' },
						{ actions: refuse('not-now') }
					],
					'enter portal': openPlace,
					'open channel': [{ guard: not('the channel opens here'), actions: refuse('no-such-channel') }, ...openPlace],
					'ask to end': 'confirmEnd'
				}
			},
			confirmLeaving: {
				on: {
					stay: { target: 'browsing.last', actions: 'forget the wanted place' },
					'leave and open': {
						target: 'browsing.portal',
						actions: ['give the browser to the wanted place', 'ask for another place']
					},
					'go to': goTo('browsing'),
					'ask to end': 'confirmEnd'
				}
			},
			confirmEnd: {
				on: {
					stay: 'browsing.last',
					'go to': [{ guard: 'going home', target: 'browsing.home' }, { actions: refuse('not-now') }]
				}
			}
		}
	});
