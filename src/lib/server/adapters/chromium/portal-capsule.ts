import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { access, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { WipeProof } from '../../../domain/wipe.ts';
import { failed, ok, type Result } from '../../../domain/result.ts';
import type {
	FileChooserFault,
	HandedFile,
	OpenPortal,
	Portal,
	PortalEvent,
	PortalFault,
	PortalFaultReport,
	PortalOpening
} from '../../../ports/portal.ts';
import { wipeWithin } from '../../process/wipe-within.ts';
import { bubblewrapArgv } from './bubblewrap.ts';
import { chromiumFlags, chromiumProgram } from './chromium-flags.ts';
import { startEnclosedBrowser, statusFd, type BrowserRemains, type EnclosedBrowser } from './enclosed-browser.ts';
import { layOut } from './handed-files.ts';
import { startNestedX, type NestedX } from './nested-x.ts';
import { portalPolicy, type PolicyTemplate } from './policies.ts';
import { followDownloads } from './portal-downloads.ts';
import { followPages, type PortalPages } from './portal-pages.ts';
import { freshXAuthority } from './x-authority.ts';

/** What the capsule needs of the egress proxy. */
export interface PortalEgress {
	readonly socketPath: string;
	openTunnels(): number;
	/** Resolves when every connection is gone, or did not go in time. */
	closeAll(): Promise<void>;
	/** From now on only these hosts; null: those of the portal. */
	allow(hosts: readonly string[] | null): void;
}

export interface PortalLimits {
	/** Of all files together that one file input is given: what the portal takes in one submission. */
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
	/** Hosts that a page of the portal may be of; an opening with hosts of its own has only those. */
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
	/** Of the browser, also of one that did not come up. */
	remains?: BrowserRemains;
	/** Files on their way into the outbox. */
	readonly handOvers: Set<Promise<unknown>>;
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

	const makeFolders = async (hosts: readonly string[]) => {
		await rm(folder, { recursive: true, force: true });
		for (const path of [inbox, outbox, policies]) await mkdir(path, { recursive: true, mode: 0o700 });
		await writeFile(authorityFile, freshXAuthority(), { mode: 0o600 });
		await writeFile(
			join(policies, 'portal.json'),
			JSON.stringify(portalPolicy(options.policyTemplate, { ...options, hosts }))
		);
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

	const handOverTo = async (
		pages: PortalPages,
		chooserId: string,
		files: readonly HandedFile[],
		signal: AbortSignal
	): Promise<Result<void, FileChooserFault>> => {
		const tooBig = files.reduce((sum, file) => sum + file.bytes.length, 0) > limits.maxUploadBytes;
		const laidOut = tooBig ? failed('too-big' as const) : await layOut(outbox, randomUUID(), files, signal);
		const inside = laidOut.ok ? laidOut.value.map((path) => join(outboxInside, path)) : [];
		const answered = !signal.aborted && (await pages.answerFileChooser(chooserId, inside));
		if (!laidOut.ok) return laidOut;
		return answered ? ok(undefined) : failed('gone');
	};

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
		const hosts = opening.hosts ?? options.hosts;
		await makeFolders(hosts);
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
		const started = await startEnclosedBrowser(browserArgv(nestedX, screen, opening.language), limits.startMs, signal);
		if (!started.ok) {
			capsule.remains = started.fault;
			return fault('did-not-start', 'browser');
		}
		const browser = started.value;
		capsule.browser = capsule.remains = browser;
		if (signal.aborted) return fault('did-not-start', 'ended while starting');
		void nestedX.exited.then(() => end('nested X server ended'));
		void browser.exited.then(() => end('browser ended'));
		const pages = await followPages({
			cdp: browser.cdp,
			isAllowed: (host) => hosts.includes(host),
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
			answerFileChooser: (chooserId, files) => {
				const handOver = handOverTo(pages, chooserId, files, signal).finally(() => capsule.handOvers.delete(handOver));
				capsule.handOvers.add(handOver);
				return handOver;
			},
			back: pages.back,
			closePage: pages.closePage,
			capturePage: pages.capture
		};
		return ok(openPortal);
	};

	const remainsOf = (capsule: Capsule) => ({
		processes: capsule.remains?.processes().length ?? 0,
		xServer: capsule.nestedX?.remains() ?? 0
	});
	const remainsOfAll = (capsules: readonly Capsule[]) => {
		const each = capsules.map(remainsOf);
		return {
			processes: each.reduce((sum, { processes }) => sum + processes, 0),
			xServer: each.reduce((sum, { xServer }) => sum + xServer, 0),
			handOvers: capsules.reduce((sum, { handOvers }) => sum + handOvers.size, 0)
		};
	};

	/** Kills these capsules, also what of them is still coming up, waits for their end as long as it may take, and looks. */
	const endAll = async (capsules: readonly Capsule[], signal: AbortSignal) => {
		const limit = AbortSignal.any([signal, AbortSignal.timeout(limits.killMs)]);
		const orLimit = async (work: readonly Promise<unknown>[]) => {
			const { promise: cut, resolve } = Promise.withResolvers<void>();
			limit.addEventListener('abort', () => resolve(), { once: true });
			if (!limit.aborted) await Promise.race([Promise.allSettled(work), cut]);
		};
		capsules.forEach(kill);
		await orLimit(capsules.flatMap(({ started, handOvers }) => [started, ...handOvers]));
		capsules.forEach(kill);
		await orLimit(capsules.flatMap(({ nestedX }) => (nestedX ? [nestedX.kill()] : [])));
		for (;;) {
			const remains = remainsOfAll(capsules);
			const sum = remains.processes + remains.xServer + remains.handOvers;
			if (sum === 0) for (const capsule of capsules) dead.delete(capsule);
			if (sum === 0 || limit.aborted) return remains;
			await wait(5);
		}
	};

	const wipe = async (signal: AbortSignal): Promise<WipeProof> => {
		const startedAt = performance.now();
		if (current) kill(current);
		const remains = await endAll([...dead], signal);
		await egress.closeAll();
		await rm(folder, { recursive: true, force: true });
		const found = [
			...(remains.processes > 0 ? [`${String(remains.processes)} processes`] : []),
			...(remains.xServer > 0 ? [`${String(remains.xServer)} parts of the nested X server`] : []),
			...(remains.handOvers > 0 ? [`${String(remains.handOvers)} papers on their way to the portal`] : []),
			...(existsSync(folder) ? ['1 folder'] : []),
			...(egress.openTunnels() > 0 ? [`${String(egress.openTunnels())} connections`] : [])
		];
		return {
			step: 'portal',
			proven: found.length === 0,
			lookedAt: [
				"processes in the capsule's namespaces, or what a failed start has spawned",
				'nested X server: process, socket, lock file',
				'inbox, outbox, policies, X cookie',
				'connections at the egress proxy, at either end'
			],
			found,
			durationMs: performance.now() - startedAt
		};
	};

	return {
		warm: async (opening, signal) => {
			const missing = await Promise.all(programs.map((path) => access(path).catch(() => path)));
			const names = missing.filter((path) => path !== undefined);
			if (names.length > 0) return fault('not-installed', names.join(', '));
			if (current) kill(current);
			const before = [...dead];
			const capsule: Capsule = { ended: new AbortController(), started: Promise.resolve(), handOvers: new Set() };
			current = capsule;
			const abort = () => kill(capsule);
			signal.addEventListener('abort', abort, { once: true });
			if (signal.aborted) abort();
			const start = async () => {
				const { processes, xServer, handOvers } = await endAll(before, capsule.ended.signal);
				if (capsule.ended.signal.aborted) return fault('did-not-start', 'ended while starting');
				if (processes + xServer + handOvers > 0) return fault('did-not-start', 'the portal before does not end');
				// The browser before is gone; nothing of its road to the network may be left for this one.
				await egress.closeAll();
				if (capsule.ended.signal.aborted) return fault('did-not-start', 'ended while starting');
				if (egress.openTunnels() > 0) return fault('did-not-start', 'connections of the portal before do not end');
				egress.allow(opening.hosts ?? null);
				return open(capsule, opening);
			};
			const starting = start().catch(() => fault('did-not-start', 'unexpected'));
			capsule.started = starting;
			const opened = await starting;
			signal.removeEventListener('abort', abort);
			if (!opened.ok) kill(capsule);
			return opened;
		},
		wipe: (signal) => wipeWithin('portal', signal, wipe)
	};
}
