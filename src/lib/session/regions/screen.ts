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

const paperToFitChanged = [
	{
		guard: 'the paper to fit has changed' as const,
		target: 'choosing' as const,
		actions: 'note the papers' as const
	},
	{ actions: 'note the papers' as const }
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
						initial: 'choosing',
						exit: 'forget the fit',
						states: {
							choosing: {
								entry: 'forget the fit',
								on: {
									'attach papers': [
										{ guard: not('the papers fit the page'), actions: refuse('wrong-file-type') },
										{ guard: 'a paper is too big for the portal', actions: refuse('too-big-for-portal') },
										{
											target: '#session.inSession.screen.browsing.portal',
											actions: ['hand the papers over', 'forget the chooser']
										}
									],
									'make paper fit': [
										{ guard: 'the paper can be made smaller', target: 'fitting', actions: 'note the paper to fit' },
										{ guard: 'the paper exists', actions: refuse('not-pages') },
										{ actions: refuse('no-such-paper') }
									]
								}
							},
							fitting: {
								invoke: {
									src: 'make the paper fit',
									input: ({ context: { visit, limits } }) => ({
										paperId: visit.fit?.paper.id ?? '',
										maxBytes: limits.uploadBytes
									})
								},
								on: {
									'fit progressed': { actions: 'note how far the fit is' },
									'paper fits': { target: 'fitted', actions: ['note the fit', 'make the paper smaller'] },
									// Its size was only reckoned before; now it is known.
									'paper fits as it is': 'choosing',
									'paper does not fit': { target: 'cannotFit', actions: 'note why it does not fit' },
									'keep paper as it was': 'choosing',
									'papers changed': paperToFitChanged
								}
							},
							// The smaller paper lies in the tray already, so that the customer sees the very one that the page would get.
							fitted: {
								on: {
									'use smaller paper': 'choosing',
									'keep paper as it was': { target: 'choosing', actions: 'take the smaller paper back' },
									'papers changed': paperToFitChanged
								}
							},
							cannotFit: {
								on: { 'keep paper as it was': 'choosing', 'papers changed': paperToFitChanged }
							}
						},
						on: {
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
