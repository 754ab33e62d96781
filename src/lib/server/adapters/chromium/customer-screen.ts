import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failed, ok, type Result } from '../../../domain/result.ts';
import type { WipeProof } from '../../../domain/wipe.ts';
import type { DisplayFaultReport } from '../../../ports/display.ts';
import { wipeWithin } from '../../process/wipe-within.ts';
import { bubblewrapArgv } from './bubblewrap.ts';
import type { CdpPipe, CdpSession } from './cdp-pipe.ts';
import { chromiumFlags, chromiumProgram } from './chromium-flags.ts';
import { startEnclosedBrowser, statusFd } from './enclosed-browser.ts';
import { guardScript, guardWorld, zoomGuard } from './guard-script.ts';
import { screenPolicy, type PolicyTemplate } from './policies.ts';
import { holdsOnlyBuild } from './answer-cache.ts';
import { wipeScreen } from './screen-wipe.ts';

export interface CustomerScreenOptions {
	/** A folder of the kiosk's own, on tmpfs; the screen keeps to `screen` below it. It outlives sessions. */
	readonly stateDir: string;
	readonly policyTemplate: PolicyTemplate;
	/** Name of the cookie that lets the screen speak to our server; it stays over a wipe. */
	readonly accessCookie: string;
	/** A page of our origin that needs no token: what the browser opens first, since every user can read its command line. */
	readonly blankPath: string;
	/** WM_CLASS for the window manager. */
	readonly windowClass?: string;
	/** BCP 47; for the browser's own few words. */
	readonly language?: string;
	readonly startMs?: number;
	readonly wipeMs?: number;
	readonly tmpfsBytes?: number;
}

/** Where the screen appears, and what it shows first: our own address, the token inside. */
export interface ScreenPlace {
	readonly display: string;
	readonly xauthority?: string;
	readonly url: string;
}

/** The trusted browser of the customer screen, alive over many sessions. */
export interface CustomerScreen {
	readonly cdp: CdpPipe;
	/** The page that shows the customer screen. */
	readonly page: CdpSession;
	readonly pid: number;
	/** Step `screen`: page, history and storage anew, in one page load. */
	wipe(signal: AbortSignal): Promise<WipeProof>;
	close(): Promise<void>;
	/** Resolves when it is gone, whatever the reason; a crashed page counts. */
	readonly exited: Promise<void>;
}

/** Takes hold of the first page; any other window is closed at once. */
const findPage = (cdp: CdpPipe, startMs: number, signal: AbortSignal) =>
	new Promise<CdpSession | undefined>((resolve) => {
		let ours: string | undefined;
		signal.addEventListener('abort', () => resolve(undefined), { once: true });
		cdp.onClosed(() => resolve(undefined));
		cdp.browser.on('Target.attachedToTarget', ({ sessionId, targetInfo: { targetId, url } }) => {
			if (url.startsWith('chrome://')) return;
			const session = cdp.session(sessionId);
			session.send('Runtime.runIfWaitingForDebugger').catch(() => {});
			if (ours !== undefined) return void cdp.browser.send('Target.closeTarget', { targetId }).catch(() => {});
			ours = targetId;
			resolve(session);
		});
		cdp.browser
			.send(
				'Target.setAutoAttach',
				{
					autoAttach: true,
					// Otherwise a second window stops the page that opened it for good.
					waitForDebuggerOnStart: true,
					flatten: true,
					filter: [{ type: 'page' }, { exclude: true }]
				},
				startMs
			)
			.catch(() => resolve(undefined));
	});

/**
 * Starts the customer screen's browser: own policies that allow nothing but our origin, own profile on a private tmpfs, no window but one.
 * It shares the machine's network, since our server listens on loopback; every other address goes to a proxy that is nowhere.
 */
export async function startCustomerScreen(
	options: CustomerScreenOptions,
	place: ScreenPlace,
	signal: AbortSignal
): Promise<Result<CustomerScreen, DisplayFaultReport>> {
	const { windowClass = 'kioskui', language = 'fi', startMs = 15_000, wipeMs = 5_000 } = options;
	const { origin } = new URL(place.url);
	const folder = join(options.stateDir, 'screen');
	const policies = join(folder, 'policies');
	await rm(folder, { recursive: true, force: true });
	await mkdir(policies, { recursive: true, mode: 0o700 });
	await writeFile(join(policies, 'screen.json'), JSON.stringify(screenPolicy(options.policyTemplate, origin)));

	const number = /^:(\d+)/.exec(place.display)?.[1];
	if (number === undefined) return failed({ fault: 'no-x-server', detail: 'only a display of this machine' });
	const startedBrowser = await startEnclosedBrowser(
		bubblewrapArgv(
			{
				network: 'host',
				tmpfsBytes: options.tmpfsBytes ?? 1024 * 1024 * 1024,
				statusFd,
				environment: {
					DISPLAY: `:${number}`,
					...(place.xauthority === undefined ? {} : { XAUTHORITY: '/run/x-authority' })
				},
				binds: [
					{ from: `/tmp/.X11-unix/X${number}`, to: `/tmp/.X11-unix/X${number}` },
					{ from: policies, to: '/etc/chromium/policies/managed' },
					...(place.xauthority === undefined ? [] : [{ from: place.xauthority, to: '/run/x-authority' }])
				]
			},
			[
				...[chromiumProgram, ...chromiumFlags, `--class=${windowClass}`, `--lang=${language}`],
				`--app=${new URL(options.blankPath, origin).href}`
			]
		),
		startMs,
		signal
	);
	if (!startedBrowser.ok) return failed({ fault: 'did-not-start', detail: 'browser of the customer screen' });
	const browser = startedBrowser.value;
	const page = await findPage(browser.cdp, startMs, AbortSignal.any([signal, AbortSignal.timeout(startMs)]));
	const prepared = await Promise.allSettled(
		page
			? [
					page.send('Page.enable'),
					page.send('Page.setLifecycleEventsEnabled', { enabled: true }),
					page.send('DOMStorage.enable'),
					page.send('Inspector.enable'),
					page.send('Page.addScriptToEvaluateOnNewDocument', {
						source: guardScript('never') + zoomGuard,
						worldName: guardWorld,
						runImmediately: true
					}),
					page.send('Page.navigate', { url: place.url })
				]
			: []
	);
	if (!page || prepared.some(({ status }) => status === 'rejected')) {
		browser.kill();
		return failed({ fault: 'did-not-start', detail: 'page of the customer screen' });
	}
	page.on('Inspector.targetCrashed', browser.kill);

	return ok({
		cdp: browser.cdp,
		page,
		pid: browser.pid,
		// With the token again: the load that was to bring the cookie may itself have been cut off by a wipe.
		wipe: (signal) =>
			wipeWithin('screen', signal, () =>
				wipeScreen({
					page,
					cacheIsClean: () => holdsOnlyBuild(browser.pid, origin),
					startUrl: place.url,
					accessCookie: options.accessCookie,
					timeoutMs: wipeMs
				})
			),
		close: async () => {
			browser.kill();
			await browser.exited;
			await rm(folder, { recursive: true, force: true });
		},
		exited: browser.exited
	});
}
