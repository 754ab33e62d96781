import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { access, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { WipeProof } from '../../../domain/wipe.ts';
import { failed, ok } from '../../../domain/result.ts';
import type {
	OpenPortal,
	Portal,
	PortalEvent,
	PortalFault,
	PortalFaultReport,
	PortalOpening
} from '../../../ports/portal.ts';
import { bubblewrapArgv } from './bubblewrap.ts';
import { chromiumFlags, chromiumProgram } from './chromium-flags.ts';
import { startEnclosedBrowser, statusFd, type EnclosedBrowser } from './enclosed-browser.ts';
import { layOut } from './handed-files.ts';
import { startNestedX, type NestedX } from './nested-x.ts';
import { portalPolicy, type PolicyTemplate } from './policies.ts';
import { followDownloads } from './portal-downloads.ts';
import { followPages } from './portal-pages.ts';
import { freshXAuthority } from './x-authority.ts';

/** What the capsule needs of the egress proxy. */
export interface PortalEgress {
	readonly socketPath: string;
	openTunnels(): number;
	closeAll(): void;
}

export interface PortalLimits {
	readonly maxUploadBytes: number;
	readonly maxDownloadBytes: number;
	/** Each private tmpfs inside. */
	readonly tmpfsBytes: number;
	/** For the nested X server, and again for the browser, to come up. */
	readonly startMs: number;
	/** For the start page to show something. */
	readonly pageMs: number;
	readonly captureMs: number;
	/** For the killed processes to be gone. */
	readonly killMs: number;
}

/** The screen's own X server (`:N`), its cookie file, and the size of its work area in pixels. */
export interface PortalScreen {
	readonly display: string;
	readonly xauthority?: string;
	readonly workArea: { readonly width: number; readonly height: number };
}

export interface PortalCapsuleOptions {
	/** The session's folder on tmpfs; the capsule keeps to `portal` below it. */
	readonly sessionDir: string;
	/** Where the portal is to appear; asked at each start, null while there is no screen. */
	readonly screen: () => PortalScreen | null;
	/** WM_CLASS instance of the nested server's window, for the outer window manager. */
	readonly windowClass?: string;
	readonly egress: PortalEgress;
	/** Hosts that a page may be of. */
	readonly hosts: readonly string[];
	readonly policyTemplate: PolicyTemplate;
	/** The folder of `chromium/portal-start.sh` and `i3/portal.conf` (`kiosk-config/host`). */
	readonly hostConfigDir: string;
	/** PEM that is trusted inside the capsule only (demo and tests). */
	readonly certificateAuthority?: string;
	readonly limits?: Partial<PortalLimits>;
}

const defaultLimits: PortalLimits = {
	maxUploadBytes: 100 * 1024 * 1024,
	maxDownloadBytes: 100 * 1024 * 1024,
	tmpfsBytes: 1024 * 1024 * 1024,
	startMs: 15_000,
	pageMs: 20_000,
	captureMs: 30_000,
	killMs: 3_000
};

const inboxInside = '/session/inbox';
const outboxInside = '/session/outbox';
const programs = [
	chromiumProgram,
	'/usr/bin/bwrap',
	'/usr/bin/Xephyr',
	'/usr/bin/i3',
	'/usr/bin/socat',
	'/usr/bin/setpriv'
];

/** One life of the capsule: whatever of it has come up so far. */
interface Capsule {
	readonly ended: AbortController;
	/** Settles when its start has come to an end, good or bad: until then more of it may come up. */
	started: Promise<unknown>;
	nestedX?: NestedX;
	browser?: EnclosedBrowser;
}

/**
 * The portal as a disposable Chromium in a nested X server, closed off from machine and network but for the egress proxy
 * (DESIGN.md, "The portal"). Its window lies in the work area from the start; the customer screen above it decides whether it is seen.
 */
export function createPortalCapsule(options: PortalCapsuleOptions): Portal {
	const { egress, hostConfigDir } = options;
	const limits = { ...defaultLimits, ...options.limits };
	const folder = join(options.sessionDir, 'portal');
	const inbox = join(folder, 'inbox');
	const outbox = join(folder, 'outbox');
	const policies = join(folder, 'policies');
	const authorityFile = join(folder, 'x-authority');
	let current: Capsule | undefined;
	/** Killed, not yet proven gone. */
	const dead = new Set<Capsule>();

	const fault = (kind: PortalFault, detail: string) => failed<PortalFaultReport>({ fault: kind, detail });

	const kill = (capsule: Capsule) => {
		capsule.ended.abort();
		capsule.browser?.kill();
		void capsule.nestedX?.kill();
		dead.add(capsule);
		if (current === capsule) current = undefined;
	};

	const makeFolders = async () => {
		await rm(folder, { recursive: true, force: true });
		for (const path of [inbox, outbox, policies]) await mkdir(path, { recursive: true, mode: 0o700 });
		await writeFile(authorityFile, freshXAuthority(), { mode: 0o600 });
		await writeFile(join(policies, 'portal.json'), JSON.stringify(portalPolicy(options.policyTemplate, options)));
	};

	const browserArgv = (nestedX: NestedX, { workArea }: PortalScreen, language: string) =>
		bubblewrapArgv(
			{
				network: 'own',
				tmpfsBytes: limits.tmpfsBytes,
				statusFd,
				environment: { DISPLAY: ':0', XAUTHORITY: '/run/x-authority', LANGUAGE: language },
				binds: [
					{ from: nestedX.socketPath, to: '/tmp/.X11-unix/X0' },
					{ from: authorityFile, to: '/run/x-authority' },
					{ from: egress.socketPath, to: '/run/egress.sock' },
					{ from: policies, to: '/etc/chromium/policies/managed' },
					{ from: join(hostConfigDir, 'chromium', 'portal-start.sh'), to: '/run/portal-start.sh' },
					{ from: join(hostConfigDir, 'i3', 'portal.conf'), to: '/run/i3.conf' },
					{ from: inbox, to: inboxInside, writable: true },
					{ from: outbox, to: outboxInside }
				]
			},
			[
				...['/bin/sh', '/run/portal-start.sh', chromiumProgram, ...chromiumFlags, '--kiosk'],
				...[`--lang=${language}`, `--accept-lang=${language}`],
				...['--window-position=0,0', `--window-size=${String(workArea.width)},${String(workArea.height)}`],
				...['--disable-features=DocumentPictureInPictureAPI', 'about:blank']
			]
		);

	const open = async (capsule: Capsule, opening: PortalOpening) => {
		const { signal } = capsule.ended;
		const onEvent = (event: PortalEvent) => {
			if (!signal.aborted) opening.onEvent(event);
		};
		const end = (detail: string) => {
			onEvent({ type: 'ended', report: { fault: 'crashed', detail } });
			kill(capsule);
		};
		const screen = options.screen();
		if (!screen) return fault('did-not-start', 'no screen');
		await makeFolders();
		const nestedX = await startNestedX(
			{
				outerDisplay: screen.display,
				...(screen.xauthority === undefined ? {} : { outerXAuthority: screen.xauthority }),
				authorityFile,
				widthPx: screen.workArea.width,
				heightPx: screen.workArea.height,
				windowClass: options.windowClass ?? 'kioskportal',
				startMs: limits.startMs
			},
			signal
		);
		if (!nestedX) return fault('did-not-start', 'nested X server');
		capsule.nestedX = nestedX;
		// Killed while it came up: whoever killed could not see it yet.
		if (signal.aborted) return fault('did-not-start', 'ended while starting');
		const browser = await startEnclosedBrowser(browserArgv(nestedX, screen, opening.language), limits.startMs, signal);
		if (!browser) return fault('did-not-start', 'browser');
		capsule.browser = browser;
		if (signal.aborted) return fault('did-not-start', 'ended while starting');
		void nestedX.exited.then(() => end('nested X server ended'));
		void browser.exited.then(() => end('browser ended'));
		const pages = await followPages({
			cdp: browser.cdp,
			isAllowed: (host) => options.hosts.includes(host),
			startMs: limits.startMs,
			captureMs: limits.captureMs,
			onEvent,
			onCrashed: () => end('page crashed')
		}).catch(() => undefined);
		if (!pages) return fault('did-not-start', 'browser does not answer');
		await followDownloads(browser.cdp.browser, { inbox, inboxInside, maxBytes: limits.maxDownloadBytes, onEvent });
		const outcome = await pages.start(opening.startUrl, limits.pageMs);
		if (signal.aborted) return fault('did-not-start', 'ended while starting');
		if (outcome === 'unreachable') return fault('not-reachable', 'start page');

		const openPortal: OpenPortal = {
			show: () => Promise.resolve(signal.aborted ? fault('crashed', 'portal has ended') : ok(undefined)),
			hide: () => Promise.resolve(),
			answerFileChooser: async (chooserId, files) => {
				const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
				const accepted = signal.aborted || bytes > limits.maxUploadBytes ? [] : files;
				const paths = await layOut(outbox, randomUUID(), accepted);
				await pages.answerFileChooser(
					chooserId,
					paths.map((path) => join(outboxInside, path))
				);
			},
			back: pages.back,
			closePage: pages.closePage,
			capturePage: pages.capture
		};
		return ok(openPortal);
	};

	const remainsOf = (capsule: Capsule) => ({
		processes: capsule.browser?.processes().length ?? 0,
		xServer: capsule.nestedX?.remains() ?? 0
	});
	const allRemains = () =>
		[...dead]
			.map(remainsOf)
			.reduce((sum, each) => ({ processes: sum.processes + each.processes, xServer: sum.xServer + each.xServer }), {
				processes: 0,
				xServer: 0
			});

	return {
		warm: async (opening, signal) => {
			if (current) return fault('did-not-start', 'a portal is open already');
			const missing = await Promise.all(programs.map((path) => access(path).catch(() => path)));
			const names = missing.filter((path) => path !== undefined);
			if (names.length > 0) return fault('not-installed', names.join(', '));
			const capsule: Capsule = { ended: new AbortController(), started: Promise.resolve() };
			current = capsule;
			const abort = () => kill(capsule);
			signal.addEventListener('abort', abort, { once: true });
			const starting = open(capsule, opening).catch(() => fault('did-not-start', 'unexpected'));
			capsule.started = starting;
			const opened = await starting;
			signal.removeEventListener('abort', abort);
			if (!opened.ok) kill(capsule);
			return opened;
		},
		wipe: async (): Promise<WipeProof> => {
			const startedAt = performance.now();
			if (current) kill(current);
			const started = Promise.all([...dead].map((capsule) => capsule.started));
			await Promise.race([started, wait(limits.killMs, undefined, { ref: false })]);
			for (const capsule of dead) kill(capsule);
			await Promise.all([...dead].map((capsule) => capsule.nestedX?.kill()));
			egress.closeAll();
			const deadline = startedAt + limits.killMs;
			let remains = allRemains();
			while (remains.processes + remains.xServer > 0 && performance.now() < deadline) {
				await wait(5);
				remains = allRemains();
			}
			await rm(folder, { recursive: true, force: true });
			const found = [
				...(remains.processes > 0 ? [`${String(remains.processes)} processes`] : []),
				...(remains.xServer > 0 ? [`${String(remains.xServer)} parts of the nested X server`] : []),
				...(existsSync(folder) ? ['1 folder'] : []),
				...(egress.openTunnels() > 0 ? [`${String(egress.openTunnels())} connections`] : [])
			];
			if (found.length === 0) dead.clear();
			return {
				step: 'portal',
				proven: found.length === 0,
				lookedAt: [
					"processes in the capsule's namespaces",
					'nested X server: process, socket, lock file',
					'inbox, outbox, policies, X cookie',
					'connections at the egress proxy'
				],
				found,
				durationMs: performance.now() - startedAt
			};
		}
	};
}
