import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createBrowserDisplay } from '../../src/lib/server/adapters/browser-display/browser-display.ts';
import { createI3Display, type I3Display, type I3DisplayOptions } from '../../src/lib/server/adapters/i3/i3-display.ts';
import { connectX } from '../../src/lib/server/adapters/i3/x-connection.ts';
import { createSimulatedDisplay } from '../../src/lib/server/simulated/display.ts';
import { displayContract, type DisplayHarness, type Seen } from './display.contract.ts';
import {
	colours,
	openPlainWindow,
	pixel,
	plantSelections,
	pressKey,
	readSelections,
	startXvfb,
	type PlainWindow
} from './display.fixture.ts';

const noLimit = new AbortController().signal;

displayContract('simulated', async (): Promise<DisplayHarness> => {
	const display = createSimulatedDisplay();
	return {
		display,
		showGreedyPortal: async () => {},
		see: async () => {
			if (display.shows === 'nothing') return { bar: 'nothing', work: 'nothing' };
			return { bar: 'customer screen', work: display.shows === 'bar' ? 'portal' : 'customer screen' };
		},
		touch: async () => display.touch(),
		plantSelections: async () => {},
		filledSelections: async () => 0,
		killScreen: async () => display.lose({ fault: 'crashed', detail: 'told to' }),
		end: async () => {}
	};
});

/** An i3 display on its own Xvfb, whose customer screen is a plain window. */
async function startI3(options: Partial<I3DisplayOptions> = {}) {
	const xvfb = await startXvfb();
	const sessionDir = await mkdtemp('/dev/shm/kiosk-display-');
	const windows: PlainWindow[] = [];
	const open = async (...parameters: Parameters<typeof openPlainWindow>) => {
		const window = await openPlainWindow(...parameters);
		windows.push(window);
		return window;
	};
	let screen: PlainWindow | undefined;
	const display = createI3Display({
		sessionDir,
		outer: { kind: 'existing', display: xvfb.x.display },
		barHeightPx: 72,
		activityPollMs: 50,
		startTimeoutMs: 10_000,
		startScreen: async (at) => {
			const window = (screen = await open(at, 'kioskui', colours['customer screen']));
			return {
				ok: true,
				value: {
					pid: process.pid,
					exited: window.closed,
					close: async () => window.close(),
					wipe: async () => ({ step: 'screen', proven: true, lookedAt: ['plain window'], found: [], durationMs: 0 })
				}
			};
		},
		...options
	});
	return {
		display,
		desktop: xvfb.x,
		sessionDir,
		open,
		screen: () => screen,
		end: async () => {
			await display.close();
			for (const window of windows) window.close();
			await xvfb.end();
			await rm(sessionDir, { recursive: true });
		}
	};
}

const nameOf = (colour: number): Seen['bar'] => {
	if (colour === colours['customer screen']) return 'customer screen';
	return colour === colours.portal ? 'portal' : 'nothing';
};

async function i3Harness(): Promise<DisplayHarness> {
	const { display, desktop, open, screen, end } = await startI3();
	return {
		display,
		showGreedyPortal: async () => {
			const portal = await open(desktop, 'kioskportal', colours.portal);
			await portal.askForFullScreen();
		},
		see: async () => ({ bar: nameOf(await pixel(desktop, 640, 36)), work: nameOf(await pixel(desktop, 640, 500)) }),
		touch: () => pressKey(desktop, 'a'),
		plantSelections: async () => {
			await plantSelections(desktop, 'canary');
			expect(await readSelections(desktop)).toEqual(['canary', 'canary', 'canary']);
		},
		filledSelections: async () => (await readSelections(desktop)).filter((text) => text !== '').length,
		killScreen: async () => screen()?.close(),
		end
	};
}
displayContract('i3', i3Harness);

describe('display: i3, what only a real screen can get wrong', () => {
	let started: Awaited<ReturnType<typeof startI3>>;
	beforeEach(async () => {
		started = await startI3();
	});
	afterEach(async () => {
		await started.end();
	});
	const open = async (display: I3Display = started.display) =>
		expect(await display.open('http://127.0.0.1/', noLimit)).toEqual({ ok: true });

	it('tells the portal which X server and how much room there is, only while it is open', async () => {
		const { display, desktop } = started;
		expect([display.x, display.workArea]).toEqual([null, null]);
		await open();
		expect([display.x, display.workArea]).toEqual([desktop, { width: 1280, height: 728 }]);
		await display.close();
		expect([display.x, display.workArea]).toEqual([null, null]);
	});

	it('never lets a browser shortcut reach a window, and lets typing and copying through', async () => {
		const { desktop, screen } = started;
		await open();
		const swallowed =
			'ctrl+n ctrl+t ctrl+w ctrl+o ctrl+l ctrl+p ctrl+s ctrl+shift+n ctrl+shift+i ctrl+shift+Escape alt+F4 alt+Tab alt+d F1 F5 F11 F12 shift+F10 shift+Escape ctrl+alt+t super+d Menu XF86Calculator';
		for (const key of swallowed.split(' ')) await pressKey(desktop, key);
		const passing = ['a', 'shift+b', 'Tab', 'ctrl+c', 'ctrl+v', 'ctrl+shift+Right', 'Escape'];
		for (const key of passing) await pressKey(desktop, key);
		const keycodes = { a: 38, b: 56, tab: 23, c: 54, v: 55, right: 114, escape: 9 };
		const modifierKeycodes = new Set([37, 50, 64, 133]);
		await expect
			.poll(() => screen()?.keys.filter(({ keycode }) => !modifierKeycodes.has(keycode)))
			.toEqual([
				{ keycode: keycodes.a, state: 0 },
				{ keycode: keycodes.b, state: 1 },
				{ keycode: keycodes.tab, state: 0 },
				{ keycode: keycodes.c, state: 4 },
				{ keycode: keycodes.v, state: 4 },
				{ keycode: keycodes.right, state: 5 },
				{ keycode: keycodes.escape, state: 0 }
			]);
	});

	it('keeps covering everything when a window below asks for the full screen, and when it takes that back', async () => {
		const { desktop, open: openWindow } = started;
		await open();
		const portal = await openWindow(desktop, 'kioskportal', colours.portal);
		await portal.askForFullScreen();
		await expect.poll(() => pixel(desktop, 640, 500), { timeout: 10_000 }).toBe(colours['customer screen']);
		await portal.leaveFullScreen();
		await portal.askForFullScreen();
		await expect.poll(() => pixel(desktop, 640, 500), { timeout: 10_000 }).toBe(colours['customer screen']);
	});

	it('keeps the bar when a window asks for the full screen below it', async () => {
		const { desktop, display, open: openWindow } = started;
		await open();
		await display.showBar();
		const portal = await openWindow(desktop, 'kioskportal', colours.portal);
		await portal.askForFullScreen();
		await expect.poll(() => pixel(desktop, 640, 500), { timeout: 10_000 }).toBe(colours.portal);
		expect(await pixel(desktop, 640, 36)).toBe(colours['customer screen']);
	});

	it('closes a second window of the customer screen, and any window that is neither screen nor portal', async () => {
		const { display, desktop, open: openWindow } = started;
		await open();
		await display.showBar();
		const second = await openWindow(desktop, 'kioskui', colours.portal);
		const stranger = await openWindow(desktop, 'stranger', colours.portal);
		await Promise.all([second.destroyed, stranger.destroyed]);
		expect(nameOf(await pixel(desktop, 1200, 36))).toBe('customer screen');
	});

	it('says that no X server is there, in words, without starting anything', async () => {
		const display = createI3Display({
			sessionDir: join(started.sessionDir, 'other'),
			outer: { kind: 'existing', display: ':65000' },
			barHeightPx: 72,
			startScreen: async () => {
				throw new Error('started all the same');
			}
		});
		expect(await display.open('http://127.0.0.1/', noLimit)).toEqual({
			ok: false,
			fault: { fault: 'no-x-server', detail: 'no X server at :65000' }
		});
	});

	it('passes on why the customer screen did not start, and leaves nothing running', async () => {
		const { desktop, sessionDir } = started;
		const display = createI3Display({
			sessionDir: join(sessionDir, 'other'),
			outer: { kind: 'window', display: desktop.display },
			barHeightPx: 72,
			startScreen: async (at) => {
				seenDisplay = at.display;
				return { ok: false, fault: { fault: 'not-installed', detail: 'no chromium' } };
			}
		});
		let seenDisplay = '';
		expect(await display.open('http://127.0.0.1/', noLimit)).toEqual({
			ok: false,
			fault: { fault: 'not-installed', detail: 'no chromium' }
		});
		expect(await connectX({ display: seenDisplay })).toEqual({ ok: false, fault: `no X server at ${seenDisplay}` });
	});

	it('opens in a window of a desktop, whose X server refuses whoever has no cookie', async () => {
		const { desktop, sessionDir, open: openWindow } = started;
		const display = createI3Display({
			sessionDir: join(sessionDir, 'window'),
			outer: { kind: 'window', display: desktop.display },
			size: { width: 1000, height: 600 },
			barHeightPx: 72,
			startScreen: async (at) => {
				const window = await openWindow(at, 'kioskui', colours['customer screen']);
				return {
					ok: true,
					value: {
						pid: process.pid,
						exited: window.closed,
						close: async () => window.close(),
						wipe: async () => ({ step: 'screen', proven: true, lookedAt: [], found: [], durationMs: 0 })
					}
				};
			}
		});
		await open(display);
		try {
			expect(display.workArea).toEqual({ width: 1000, height: 528 });
			await expect.poll(() => pixel(desktop, 500, 300), { timeout: 10_000 }).toBe(colours['customer screen']);
			expect(await connectX({ display: display.x?.display ?? '' })).toEqual({
				ok: false,
				fault: 'the X server refuses the connection (xauthority)'
			});
		} finally {
			await display.close();
		}
	});
});

describe('display: any browser', () => {
	it('says that it locks nothing and looks at nothing of the person', async () => {
		const display = createBrowserDisplay();
		expect(display.lock).toBe('browser');
		expect((await display.wipe(noLimit)).lookedAt).toEqual([
			"nothing: the browser's page and history is the person's own (not locked down)"
		]);
	});

	it('passes on what the screen says about activity', () => {
		const display = createBrowserDisplay();
		let touches = 0;
		const stop = display.onActivity(() => touches++);
		display.activity();
		stop();
		display.activity();
		expect(touches).toBe(1);
	});
});
