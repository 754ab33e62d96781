import { mkdir, mkdtemp, readdir, readFile, realpath, rm, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readJpeg } from '../../../domain/jpeg.ts';
import { failed, ok, type Result } from '../../../domain/result.ts';
import type { WipeProof } from '../../../domain/wipe.ts';
import type { ScanEvent, ScanFaultReport, Scanner, ScanRequest } from '../../../ports/scanner.ts';
import { run, type RunOutcome } from '../../process/run.ts';
import { wipeWithin } from '../../process/wipe-within.ts';
import { listSaneDevices } from './device-list.ts';
import { killAllIn } from './folder-processes.ts';
import { argumentsFor, capabilitiesOf, parseOptions, sourceToChoose, type SaneOptions } from './options.ts';
import { faultOf, type ScanimageFault } from './scanimage-faults.ts';
import { startScanimage, type ScanimageProcess } from './scanimage-process.ts';

export interface SaneTimeLimits {
	/** Opening the device and listing its options. */
	readonly answerMs: number;
	/** From one page to the next; backends have no limit of their own. */
	readonly pageMs: number;
	/** From SIGINT to SIGKILL when a scan is cancelled. airscan lets the page that is on its way finish before it frees the device. */
	readonly cancelMs: number;
}

export interface SaneScannerOptions {
	/** As `scanimage -L` names it: `airscan:e0:Office`, `test:0`. */
	readonly device: string;
	/** The session's folder on tmpfs; everything that is written lies in a folder of our own under it. */
	readonly sessionDir: string;
	/** A private SANE set-up; none: that of the machine. */
	readonly configDir?: string;
	/** Further options of this device, as scanimage takes them (`--brightness=10`); the administrator's. */
	readonly deviceOptions?: readonly string[];
	readonly timeLimits?: Partial<SaneTimeLimits>;
	readonly env?: Readonly<Record<string, string>>;
}

/** A cancel takes `cancelMs` at most: within two seconds. */
export const usualSaneLimits: SaneTimeLimits = { answerMs: 15_000, pageMs: 60_000, cancelMs: 1800 };
const maxPageBytes = 128 * 1024 * 1024;

/** A scan that runs, and how to end what it has started. */
interface Running {
	readonly cancel: AbortController;
	stop: () => Promise<void>;
}

/** Any scanner that SANE 1.1 knows, through `scanimage`. Its JPEGs are encoded once, by scanimage (quality 75). */
export function createSaneScanner(options: SaneScannerOptions): Scanner {
	const limits = { ...usualSaneLimits, ...options.timeLimits };
	const ownFolder = join(options.sessionDir, 'scanner');
	const running = new Set<Running>();
	/** Options by the source that is chosen (none: as the device is). Listing takes seconds on some; what they say stays until it fails. */
	const known = new Map<string | null, SaneOptions>();

	const env = (folder: string) => ({
		PATH: process.env.PATH ?? '/usr/bin:/bin',
		HOME: folder,
		TMPDIR: folder,
		...(options.configDir === undefined ? {} : { SANE_CONFIG_DIR: options.configDir }),
		...options.env,
		LC_ALL: 'C'
	});

	async function scanimage(list: readonly string[], signal: AbortSignal): Promise<RunOutcome> {
		await mkdir(ownFolder, { recursive: true });
		return run(['scanimage', ...list], { timeoutMs: limits.answerMs, signal, env: env(ownFolder), cwd: ownFolder });
	}

	async function askOptions(source: string | null, signal: AbortSignal): Promise<Result<SaneOptions, ScanFaultReport>> {
		const chosen = source === null ? [] : [`--source=${source}`];
		const ask = () => scanimage([`--device-name=${options.device}`, ...chosen, '-A'], signal);
		const first = await ask();
		// A device that slept often fails the first program that opens it; one silent retry.
		const slept = first.ended === 'timed-out' || (first.ended === 'exited' && isAsleep(faultOf(first)));
		const outcome = slept && !signal.aborted ? await ask() : first;
		if (outcome.ended === 'timed-out') return failed({ fault: 'timed-out', detail: 'scanimage -A' });
		if (outcome.ended === 'not-started')
			return failed({ fault: 'io-error', detail: 'scanimage is not installed: apt-get install sane-utils' });
		if (outcome.ended !== 'exited') return failed({ fault: 'io-error', detail: `scanimage -A: ${outcome.ended}` });
		const fault = faultOf(outcome);
		if (fault) return failed(plain(fault));
		const list = outcome.stdout.toString('utf8');
		if (!list.includes('All options specific to device'))
			return failed({ fault: 'bad-answer', detail: 'scanimage -A: no list' });
		return ok(parseOptions(list));
	}

	async function* pagesOf(
		request: ScanRequest,
		scanning: ScanimageProcess,
		folder: string,
		resolutionDpi: number,
		signal: AbortSignal
	): AsyncGenerator<ScanEvent, ScanFaultReport | ScanimageFault | null> {
		let pages = 0;
		for (;;) {
			const watchdog = AbortSignal.timeout(limits.pageMs);
			const line = await nextLine(scanning, AbortSignal.any([watchdog, signal]));
			if (line === 'cut short')
				return signal.aborted ? null : { fault: 'timed-out', detail: 'no page within the time limit' };
			if (line === null) break;
			const file = join(folder, basename(line));
			const bytes = (await stat(file)).size > maxPageBytes ? null : new Uint8Array(await readFile(file));
			await rm(file);
			const picture = bytes && readJpeg(bytes);
			if (!picture) return { fault: 'bad-answer', detail: 'scanimage gave no whole JPEG' };
			pages++;
			const { widthPx, heightPx } = picture;
			yield { type: 'page', page: { bytes, mediaType: 'image/jpeg', widthPx, heightPx, resolutionDpi } };
		}
		const fault = faultOf(await scanning.ended);
		if (fault?.fault === 'feeder-empty' && pages > 0 && request.source === 'feeder') return null;
		if (fault || pages > 0) return fault;
		return { fault: request.source === 'feeder' ? 'feeder-empty' : 'io-error', detail: 'no page at all' };
	}

	const knownOptions = async (source: string | null, signal: AbortSignal) => {
		const listed = known.get(source);
		return listed ? ok(listed) : askOptions(source, signal);
	};

	/** The options as they are once the source of the request is chosen. */
	async function optionsFor(
		request: Pick<ScanRequest, 'source' | 'sides'>,
		signal: AbortSignal
	): Promise<Result<SaneOptions, ScanFaultReport>> {
		const asIs = await knownOptions(null, signal);
		if (!asIs.ok || signal.aborted) return asIs;
		known.set(null, asIs.value);
		const source = sourceToChoose(asIs.value, request);
		if (source === null) return asIs;
		const chosen = await knownOptions(source, signal);
		if (chosen.ok) known.set(source, chosen.value);
		return chosen;
	}

	/** One scanimage: pages until the end, or the fault that ended them. */
	async function* takeIn(
		request: ScanRequest,
		entry: Running,
		signal: AbortSignal
	): AsyncGenerator<ScanEvent, ScanFaultReport | ScanimageFault | null> {
		const asked = await optionsFor(request, signal);
		if (signal.aborted) return null;
		if (!asked.ok) {
			known.clear();
			return asked.fault;
		}
		const wanted = argumentsFor(request, asked.value);
		if (!wanted) return { fault: 'bad-answer', detail: `the device has no ${request.source}` };
		await mkdir(ownFolder, { recursive: true });
		const folder = await mkdtemp(join(ownFolder, 'scan-'));
		let scanning: ScanimageProcess | null = null;
		const end = async () => {
			await scanning?.stop(limits.cancelMs);
			await rm(folder, { recursive: true, force: true });
		};
		entry.stop = end;
		try {
			if (signal.aborted) return null;
			scanning = startScanimage(
				[
					`--device-name=${options.device}`,
					...['--format=jpeg', '--batch=p%03d.jpg', '--batch-print'],
					// Without a count the feeder ends by itself; airscan would draw in all sheets and throw away those not counted.
					...(request.source === 'flatbed' ? ['--batch-count=1'] : []),
					...wanted.list,
					...(options.deviceOptions ?? [])
				],
				{ folder, env: env(folder) }
			);
			const fault = yield* pagesOf(request, scanning, folder, wanted.resolutionDpi, signal);
			if (fault) known.clear();
			return fault;
		} finally {
			await end();
		}
	}

	async function* scan(request: ScanRequest, signal: AbortSignal): AsyncGenerator<ScanEvent> {
		const cancel = new AbortController();
		const either = AbortSignal.any([signal, cancel.signal]);
		const entry: Running = { cancel, stop: async () => {} };
		running.add(entry);
		try {
			// The device is freed before the customer reads of a fault, so that trying again works.
			let fault = yield* takeIn(request, entry, either);
			const asleep = fault && 'step' in fault && isAsleep(fault, request.source);
			if (asleep && !either.aborted) fault = yield* takeIn(request, entry, either);
			if (fault && !either.aborted) yield { type: 'fault', report: plain(fault) };
		} finally {
			running.delete(entry);
		}
	}

	async function wipe(): Promise<WipeProof> {
		const began = performance.now();
		await Promise.all(
			[...running].map(({ cancel, stop }) => {
				cancel.abort();
				return stop();
			})
		);
		// The kernel tells working folders by their real path.
		const place = await realpath(ownFolder).catch(() => ownFolder);
		const processes = await killAllIn(place);
		await rm(ownFolder, { recursive: true, force: true });
		const files = await readdir(ownFolder).then(
			(names) => names.length,
			() => 0
		);
		return {
			step: 'scanner',
			proven: files === 0 && processes === 0,
			lookedAt: ['scanimage processes', 'folder of scanned pages'],
			found: [...(processes > 0 ? [`${processes} processes`] : []), ...(files > 0 ? [`${files} files`] : [])],
			durationMs: performance.now() - began
		};
	}

	return {
		async capabilities(signal) {
			known.clear();
			const asked = await optionsFor({ source: 'flatbed', sides: 'one-sided' }, signal);
			if (!asked.ok) return asked;
			const withFeeder = await optionsFor({ source: 'feeder', sides: 'one-sided' }, signal);
			const listed = await listSaneDevices({ timeoutMs: limits.answerMs, env: env(ownFolder), cwd: ownFolder }, signal);
			const named = listed?.find(({ device }) => device === options.device);
			return ok(
				capabilitiesOf(asked.value, named?.makeAndModel || 'SANE', withFeeder.ok ? withFeeder.value : asked.value)
			);
		},
		async status(signal) {
			// SANE tells how a device is only by scanning from it; that it opens is all there is to know.
			if (running.size > 0) return ok({ state: 'processing', feeder: 'unknown' });
			const asked = await askOptions(null, signal);
			if (!asked.ok) return asked;
			const { sources } = capabilitiesOf(asked.value, '');
			return ok({ state: 'idle', feeder: sources.includes('feeder') ? 'unknown' : 'absent' });
		},
		scan,
		wipe: (signal) => wipeWithin('scanner', signal, wipe)
	};
}

/**
 * Whether a device may only have slept: it could not be opened, or failed at once on its glass. After a start from the feeder a second
 * try might pass over, in silence, a sheet that was drawn in.
 */
const isAsleep = (fault: ScanimageFault | null, source: ScanRequest['source'] = 'feeder'): boolean =>
	(fault?.step === 'open' && fault.fault !== 'busy') ||
	(fault?.step === 'sane_start' && fault.fault === 'io-error' && source === 'flatbed');

const plain = ({ fault, detail }: ScanFaultReport): ScanFaultReport => ({ fault, detail });

/** The next line of the process, null at its end, or `cut short` when the signal came first. */
function nextLine(scanning: ScanimageProcess, signal: AbortSignal): Promise<string | null | 'cut short'> {
	if (signal.aborted) return Promise.resolve('cut short');
	const { promise: cut, resolve } = Promise.withResolvers<'cut short'>();
	const onAbort = () => resolve('cut short');
	signal.addEventListener('abort', onAbort, { once: true });
	const line = scanning.lines.next().then((next) => (next.done ? null : next.value));
	return Promise.race([line, cut]).finally(() => signal.removeEventListener('abort', onAbort));
}
