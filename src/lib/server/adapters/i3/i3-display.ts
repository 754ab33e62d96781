import { randomBytes } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { failed, ok, type Result } from '../../../domain/result.ts';
import type { WipeProof } from '../../../domain/wipe.ts';
import type { Display, DisplayFault, DisplayFaultReport } from '../../../ports/display.ts';
import { wipeWithin } from '../../process/wipe-within.ts';
import { connectI3, type I3 } from './i3-ipc.ts';
import { startOwnProcess, type OwnProcess } from './own-process.ts';
import { wipeSelections } from './selections.ts';
import { guardShortcuts } from './shortcut-guard.ts';
import { authorityFile } from './x-authority.ts';
import { connectX, type XConnection, type XDisplay } from './x-connection.ts';
import { idleMeter, keepScreenOn } from './x-requests.ts';

/** The customer screen's browser, as it was started. */
export interface StartedScreen {
	readonly pid: number;
	wipe(signal: AbortSignal): Promise<WipeProof>;
	close(): Promise<void>;
	/** Resolves when it is gone, whatever the reason. */
	readonly exited: Promise<unknown>;
}

/** Starts the customer screen's browser with window class `kioskui` on this X server. */
export type StartScreen = (
	options: XDisplay & { readonly url: string },
	signal: AbortSignal
) => Promise<Result<StartedScreen, DisplayFaultReport>>;

export interface I3DisplayOptions {
	/** A folder of the kiosk's own, on tmpfs; made when it is missing. */
	readonly sessionDir: string;
	/** `existing`: an X server of our own that shows nothing else. `window`: a nested one in a window of this desktop. */
	readonly outer: ({ readonly kind: 'existing' } & XDisplay) | ({ readonly kind: 'window' } & XDisplay);
	/** Of the window; an existing X server has its own. */
	readonly size?: { readonly width: number; readonly height: number };
	readonly barHeightPx: number;
	readonly startScreen: StartScreen;
	/** How often the idle time is asked for. */
	readonly activityPollMs?: number;
	/** How long each of X server, window manager and first window may take. */
	readonly startTimeoutMs?: number;
	/** i3's configuration with its `@WORDS@`. */
	readonly configTemplate?: string;
}

/** The display with what the portal must know to put its nested X server into the work area. */
export interface I3Display extends Display {
	/** The outer X server; null before `open`. */
	readonly x: XDisplay | null;
	/** Size of the work area in pixels; null before `open`. */
	readonly workArea: { readonly width: number; readonly height: number } | null;
}

const screenClass = 'kioskui';
const screenWindow = `[class="^${screenClass}$"]`;
const cover = `${screenWindow} fullscreen enable global, focus`;
const uncover = `${screenWindow} fullscreen disable; [instance="^kioskportal$"] focus`;
const overAllOutputs = 2;
const defaultTemplate = fileURLToPath(new URL('../../../../../kiosk-config/host/i3/outer.conf', import.meta.url));

/** What `open` has started so far; closed in reverse. */
interface Opened {
	at: XDisplay | null;
	xProcess: OwnProcess | null;
	x: XConnection | null;
	i3Process: OwnProcess | null;
	i3: I3 | null;
	screen: StartedScreen | null;
	covered: boolean;
	stopPolling: AbortController;
}

class StartFailure extends Error {
	readonly report: DisplayFaultReport;
	constructor(fault: DisplayFault, detail: string) {
		super(detail);
		this.report = { fault, detail };
	}
}

/**
 * The locked shell: an X server with i3, cut into a bar and a work area, and the customer screen over both. Its processes are
 * its own and die with it. `open` may be called again after `close`.
 */
export function createI3Display(options: I3DisplayOptions): I3Display {
	const { sessionDir, outer, barHeightPx, activityPollMs = 1_000, startTimeoutMs = 15_000 } = options;
	const activityListeners = new Set<() => void>();
	const lostListeners = new Set<(report: DisplayFaultReport) => void>();
	let opened: Opened | null = null;

	function lose(of: Opened, detail: string) {
		if (opened !== of || of.stopPolling.signal.aborted) return;
		of.stopPolling.abort();
		for (const listener of lostListeners) listener({ fault: 'crashed', detail });
	}

	async function startXServer(parts: Opened): Promise<XDisplay> {
		if (outer.kind === 'existing') return outer;
		const { width, height } = options.size ?? { width: 1280, height: 800 };
		const xauthority = join(sessionDir, 'outer.xauthority');
		await writeFile(xauthority, authorityFile(randomBytes(16)), { mode: 0o600 });
		parts.xProcess = startOwnProcess(
			// prettier-ignore
			['Xephyr', '-displayfd', '3', '-auth', xauthority, '-nolisten', 'tcp', '-noreset', '-no-host-grab',
				'-title', 'Service point kiosk', '-screen', `${width}x${height}`],
			{ DISPLAY: outer.display, ...(outer.xauthority ? { XAUTHORITY: outer.xauthority } : {}) }
		);
		const number = await within(parts.xProcess.firstLine(), startTimeoutMs);
		if (!number) throw new StartFailure('no-x-server', 'Xephyr opened no window on this desktop');
		return { display: `:${number}`, xauthority };
	}

	async function startWindowManager(parts: Opened, at: XDisplay, x: XConnection): Promise<I3> {
		const socketPath = join(sessionDir, 'i3.sock');
		const configPath = join(sessionDir, 'i3.conf');
		const template = await readFile(options.configTemplate ?? defaultTemplate, 'utf8');
		const bar = `${x.widthPx}x${barHeightPx}+0+0`;
		const work = `${x.widthPx}x${x.heightPx - barHeightPx}+0+${barHeightPx}`;
		await writeFile(
			configPath,
			template.replace('@FAKE_OUTPUTS@', `${bar},${work}`).replace('@IPC_SOCKET@', socketPath)
		);
		await rm(socketPath, { force: true });
		const i3Process = startOwnProcess(['i3', '-c', configPath, '--shmlog-size=0'], {
			DISPLAY: at.display,
			...(at.xauthority ? { XAUTHORITY: at.xauthority } : {}),
			HOME: sessionDir,
			XDG_RUNTIME_DIR: sessionDir,
			LANG: 'C.UTF-8'
		});
		parts.i3Process = i3Process;
		let ended: string | null = null;
		void i3Process.exited.then((how) => (ended = how));
		const deadline = performance.now() + startTimeoutMs;
		while (performance.now() < deadline && ended === null) {
			const i3 = await connectI3(socketPath);
			if (i3.ok) return i3.value;
			await delay(10);
		}
		throw new StartFailure(/ENOENT/.test(ended ?? '') ? 'not-installed' : 'did-not-start', `i3: ${ended ?? 'silent'}`);
	}

	/**
	 * The first window of the screen's class is the screen; any further one is closed, or it would share the bar. i3 lets
	 * any window end another's global full screen by asking for its own: the cover is put back at once.
	 */
	function watchWindows(parts: Opened, i3: I3): Promise<true> {
		return new Promise((resolve) => {
			let screenContainer: number | null = null;
			i3.onWindow(({ change, containerId, windowClass, fullScreenMode }) => {
				const isScreen = containerId === screenContainer;
				if (change === 'fullscreen_mode') {
					if (parts.covered && !(isScreen && fullScreenMode === overAllOutputs)) void i3.command(cover);
				} else if (change === 'close') {
					if (isScreen) lose(parts, 'the customer screen closed its window');
				} else if (windowClass === screenClass && screenContainer === null) {
					screenContainer = containerId;
					resolve(true);
				} else if (windowClass === screenClass) {
					void i3.command(`[con_id=${containerId}] kill`);
				}
			});
		});
	}

	async function watchActivity(parts: Opened, x: XConnection) {
		const idle = await idleMeter(x);
		const { signal } = parts.stopPolling;
		let asked = performance.now();
		while (idle && !signal.aborted) {
			await delay(activityPollMs, undefined, { signal }).catch(() => {});
			const idleMs = await idle();
			const now = performance.now();
			if (!signal.aborted && idleMs !== null && idleMs < now - asked)
				for (const listener of activityListeners) listener();
			asked = now;
		}
	}

	async function openParts(parts: Opened, url: string, signal: AbortSignal) {
		await mkdir(sessionDir, { recursive: true, mode: 0o700 });
		const at = (parts.at = await startXServer(parts));
		const connection = await connectX(at);
		if (!connection.ok) throw new StartFailure('no-x-server', connection.fault);
		const x = (parts.x = connection.value);
		void x.closed.then(() => lose(parts, 'the X server ended'));
		await keepScreenOn(x);
		await guardShortcuts(x);
		const i3 = (parts.i3 = await startWindowManager(parts, at, x));
		void i3.closed.then(() => lose(parts, 'the window manager ended'));

		const firstWindow = watchWindows(parts, i3);
		const screen = await options.startScreen(
			{ display: at.display, ...(at.xauthority ? { xauthority: at.xauthority } : {}), url },
			signal
		);
		if (!screen.ok) throw new StartFailure(screen.fault.fault, screen.fault.detail);
		parts.screen = screen.value;
		void screen.value.exited.then(() => lose(parts, 'the customer screen ended'));
		if (!(await within(Promise.race([firstWindow, screen.value.exited.then(() => null)]), startTimeoutMs))) {
			throw new StartFailure('did-not-start', 'the customer screen showed no window');
		}
		await i3.command(cover);
		void watchActivity(parts, x);
	}

	/** Ends what there is, the screen first; may be called again when more has come. */
	async function end(parts: Opened) {
		parts.stopPolling.abort();
		await parts.screen?.close();
		parts.i3?.close();
		await parts.i3Process?.kill();
		parts.x?.close();
		await parts.xProcess?.kill();
	}

	async function close() {
		const parts = opened;
		opened = null;
		if (parts) await end(parts);
	}

	return {
		lock: 'locked',
		get x() {
			const at = opened?.at;
			return at ? { display: at.display, ...(at.xauthority ? { xauthority: at.xauthority } : {}) } : null;
		},
		get workArea() {
			const x = opened?.x;
			return x ? { width: x.widthPx, height: x.heightPx - barHeightPx } : null;
		},
		clipboard: {
			wipe: (signal) =>
				wipeWithin('clipboard', signal, async () => {
					const started = performance.now();
					const result = opened?.x
						? await wipeSelections(opened.x)
						: { proven: true, lookedAt: ['no X server is open'], found: [] };
					return { step: 'clipboard', ...result, durationMs: performance.now() - started };
				})
		},
		async open(url, signal) {
			await close();
			const parts: Opened = {
				at: null,
				xProcess: null,
				x: null,
				i3Process: null,
				i3: null,
				screen: null,
				covered: true,
				stopPolling: new AbortController()
			};
			opened = parts;
			const opening = openParts(parts, url, signal);
			try {
				await Promise.race([opening, rejectOnAbort(signal)]);
				return ok(undefined);
			} catch (failure) {
				await close();
				// What was still being started when the caller gave up is ended when it comes.
				void opening.catch(() => {}).then(() => end(parts));
				if (failure instanceof StartFailure) return failed(failure.report);
				throw failure;
			}
		},
		async coverAll() {
			if (opened) opened.covered = true;
			await opened?.i3?.command(cover);
		},
		async showBar() {
			if (opened) opened.covered = false;
			await opened?.i3?.command(uncover);
		},
		onActivity(listener) {
			activityListeners.add(listener);
			return () => activityListeners.delete(listener);
		},
		onLost(listener) {
			lostListeners.add(listener);
			return () => lostListeners.delete(listener);
		},
		async wipe(signal) {
			const screen = opened?.screen;
			if (screen) return screen.wipe(signal);
			return { step: 'screen', proven: true, lookedAt: ['no customer screen is open'], found: [], durationMs: 0 };
		},
		close
	};
}

function rejectOnAbort(signal: AbortSignal): Promise<never> {
	return new Promise((_resolve, reject) => {
		const abort = () => reject(new StartFailure('did-not-start', 'stopped from outside'));
		if (signal.aborted) abort();
		else signal.addEventListener('abort', abort, { once: true });
	});
}

/** The value, or null when it takes longer. */
async function within<Value>(promise: Promise<Value>, limitMs: number): Promise<Value | null> {
	const enough = new AbortController();
	const limit = delay(limitMs, null, { signal: enough.signal }).catch(() => null);
	try {
		return await Promise.race([promise, limit]);
	} finally {
		enough.abort();
	}
}
