import { raise } from 'xstate';
import { refuse, tellPortal, type SessionSetup } from '../session-setup.ts';

/** What lies on the customer screen. `confirmEnd` returns to where it was asked from. */
export const screenRegion = (machineSetup: SessionSetup) =>
	machineSetup.createStateConfig({
		initial: 'browsing',
		states: {
			browsing: {
				initial: 'home',
				states: {
					home: {},
					scan: {},
					papers: { entry: 'forget that a paper arrived' },
					channels: {},
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
					'go to': [
						{ guard: 'going home', target: '.home' },
						{ guard: 'going to scan', target: '.scan' },
						{ guard: 'going to the papers', target: '.papers' },
						{ guard: 'going to the channels', target: '.channels' }
					],
					'open paper': [
						{ guard: 'the paper exists', target: '.paper', actions: 'select the paper' },
						{ actions: refuse('no-such-paper') }
					],
					'prepare print': [
						{ guard: 'the paper exists', target: '.print', actions: 'select the paper' },
						{ actions: refuse('no-such-paper') }
					],
					'enter portal': [{ guard: 'the page asks for a file', target: '.attach' }, { target: '.portal' }],
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
