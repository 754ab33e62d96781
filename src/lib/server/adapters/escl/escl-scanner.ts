import { setImmediate as nextTurn, setTimeout as delay } from 'node:timers/promises';
import { readJpeg } from '../../../domain/jpeg.ts';
import { failed, ok, type Result } from '../../../domain/result.ts';
import type { WipeProof } from '../../../domain/wipe.ts';
import type { ScanEvent, ScanFault, ScanFaultReport, Scanner, ScanRequest } from '../../../ports/scanner.ts';
import { wipeWithin } from '../../process/wipe-within.ts';
import { faultOfFeeder, type EsclCapabilities } from './answers.ts';
import { createEsclDevice, type EsclTimeLimits } from './device.ts';
import type { Fetch } from './http.ts';
import { jobSettings } from './job-settings.ts';

export interface EsclScannerOptions {
	/** The eSCL root of the device: `http://192.0.2.7/eSCL`. Without a path it is `/eSCL`, where nearly every device has it. */
	readonly url: string;
	readonly timeLimits?: Partial<EsclTimeLimits>;
	readonly fetch?: Fetch;
	/** Shared by scanners that are one device at several addresses, so that a job outlives a change of address. None: its own. */
	readonly jobs?: EsclJobs;
}

/** What is remembered of our jobs at a device. */
export interface EsclJobs {
	/** Paths of jobs that the device may still hold. */
	readonly open: Set<string>;
	/** Paths of the last jobs of ours, to know them in the device's list. */
	readonly ours: Set<string>;
}

export const noEsclJobs = (): EsclJobs => ({ open: new Set(), ours: new Set() });

/** A cancel takes `cancelMs` twice at most, for the request that makes a job and for the one that ends it: within two seconds. */
export const usualEsclLimits: EsclTimeLimits = { answerMs: 10_000, pageMs: 60_000, busyMs: 30_000, cancelMs: 950 };
const rememberedJobs = 100;
/**
 * What a device that slept answers its first job with. Retried only here, before the first page is asked for: later the feeder may
 * have drawn in a sheet that a second job would pass over in silence.
 */
const asleep: ReadonlySet<ScanFault> = new Set(['offline', 'io-error', 'timed-out']);

/**
 * A network or ipp-usb scanner by eSCL 2.97 over plain HTTP. Its JPEGs are passed on byte for byte, after a look at their head and end.
 * Throws TypeError when `url` is none.
 */
export function createEsclScanner(options: EsclScannerOptions): Scanner {
	const limits = { ...usualEsclLimits, ...options.timeLimits };
	const device = createEsclDevice(options.url, limits, options.fetch ?? globalThis.fetch);
	const running = new Set<AbortController>();
	/** What the device can do, until it fails. */
	let known: EsclCapabilities | null = null;
	/** Requests that may yet bring a job. */
	const beginning = new Set<Promise<unknown>>();
	const { open: openJobs, ours: ourJobs } = options.jobs ?? noEsclJobs();

	async function deleteJob(jobPath: string): Promise<void> {
		if (await device.deleteJob(jobPath)) openJobs.delete(jobPath);
	}

	/** Asks the device why it stopped. A feeder that is empty only explains why there is no first page. */
	async function explained(
		{ fault, detail }: ScanFaultReport,
		{ source }: ScanRequest,
		pages: number,
		signal: AbortSignal
	): Promise<ScanFaultReport> {
		const status = await device.status(signal, { retry: false });
		if (!status.ok) return status.fault.fault === 'offline' ? status.fault : { fault, detail };
		const named = faultOfFeeder(status.value.status.feeder);
		if (named === null || (named === 'feeder-empty' && (source === 'flatbed' || pages > 0))) return { fault, detail };
		return { fault: named, detail: `${detail}; feeder: ${status.value.status.feeder}` };
	}

	/** Whether a job that gives no more pages has really ended well: some devices say 404 after a jam, too. */
	async function cutShort(jobPath: string, signal: AbortSignal): Promise<ScanFaultReport | null> {
		const status = await device.status(signal, { retry: false });
		if (!status.ok) return null;
		const { feeder } = status.value.status;
		if (feeder === 'jam' || feeder === 'cover-open')
			return { fault: feeder, detail: `NextDocument: end; feeder: ${feeder}` };
		const job = status.value.jobs.find(({ path }) => path.endsWith(jobPath));
		return job?.state === 'Aborted' ? { fault: 'io-error', detail: 'the device aborted the job' } : null;
	}

	/** Makes a job; `onJob` learns it as soon as the device has it. */
	async function begin(
		request: ScanRequest,
		signal: AbortSignal,
		onJob: (path: string) => void,
		again = false
	): Promise<Result<{ readonly path: string; readonly resolutionDpi: number }, ScanFaultReport>> {
		const capabilities = known ? ok(known) : await device.capabilities(signal);
		if (!capabilities.ok) return capabilities;
		if (!capabilities.value.device.sources.includes(request.source)) {
			return failed({ fault: 'bad-answer', detail: `the device has no ${request.source}` });
		}
		const { document, resolutionDpi } = jobSettings(request, capabilities.value);
		const late = later(signal, limits.cancelMs);
		const begun = device
			.beginJob(document, late.signal)
			.then((answer) => {
				if (answer.ok) onJob(answer.value);
				return answer;
			})
			.finally(late.over);
		beginning.add(begun);
		const job = await begun.finally(() => beginning.delete(begun));
		if (job.ok) {
			known = capabilities.value;
			return ok({ path: job.value, resolutionDpi });
		}
		const reason = job.fault.conflict ? await explained(job.fault, request, 0, signal) : plain(job.fault);
		if (again || !asleep.has(reason.fault) || !(await isFree(signal))) return failed(reason);
		// It slept, or another device may have taken its place: begin with the first question.
		known = null;
		return begin(request, signal, onJob, true);
	}

	/** Whether the device surely works on nothing: then the request that failed has made no job, and a second makes no second one. */
	async function isFree(signal: AbortSignal): Promise<boolean> {
		const status = await device.status(signal);
		return (
			status.ok &&
			status.value.status.state === 'idle' &&
			!status.value.jobs.some(({ state }) => state === 'Processing' || state === 'Pending')
		);
	}

	/** Pages until the end, or the fault that ended them. */
	async function* pagesOf(
		request: ScanRequest,
		signal: AbortSignal,
		onJob: (path: string) => void
	): AsyncGenerator<ScanEvent, ScanFaultReport | null> {
		const job = await begin(request, signal, onJob);
		if (!job.ok) return job.fault;
		const { path, resolutionDpi } = job.value;
		let coming = device.nextPage(path, signal);
		for (let pages = 0; !signal.aborted; pages++) {
			const answer = await coming;
			if (!answer.ok) {
				return answer.fault.conflict ? explained(answer.fault, request, pages, signal) : plain(answer.fault);
			}
			if (answer.value === null) {
				if (pages > 0) return cutShort(path, signal);
				const fault = request.source === 'feeder' ? 'feeder-empty' : 'io-error';
				return explained({ fault, detail: 'no page at all' }, request, 0, signal);
			}
			const bytes = answer.value;
			const picture = readJpeg(bytes);
			if (!picture) return { fault: 'bad-answer', detail: 'NextDocument: not a whole JPEG' };
			// The next page is on its way while this one is put into the tray.
			coming = device.nextPage(path, signal);
			// The request leaves only in the next turn of the event loop; the tray writes in this one.
			await nextTurn();
			const { widthPx, heightPx } = picture;
			yield { type: 'page', page: { bytes, mediaType: 'image/jpeg', widthPx, heightPx, resolutionDpi } };
		}
		return null;
	}

	async function* scan(request: ScanRequest, signal: AbortSignal): AsyncGenerator<ScanEvent> {
		const cancel = new AbortController();
		const either = AbortSignal.any([signal, cancel.signal]);
		running.add(cancel);
		let jobPath: string | null = null;
		try {
			const fault = yield* pagesOf(request, either, (path) => {
				jobPath = path;
				openJobs.add(path);
				ourJobs.add(path);
				for (const oldest of ourJobs) if (ourJobs.size > rememberedJobs) ourJobs.delete(oldest);
			});
			if (either.aborted) return;
			if (fault) known = null;
			if (fault) yield { type: 'fault', report: fault };
			else if (jobPath !== null) openJobs.delete(jobPath);
		} finally {
			cancel.abort();
			if (jobPath !== null && openJobs.has(jobPath)) await deleteJob(jobPath);
			running.delete(cancel);
		}
	}

	async function wipe(signal: AbortSignal): Promise<WipeProof> {
		const began = performance.now();
		for (const cancel of running) cancel.abort();
		const begun = Promise.all(beginning);
		if (beginning.size > 0)
			await Promise.race([begun, delay(limits.cancelMs, undefined, { signal, ref: false }).catch(() => {})]);
		await Promise.all([...openJobs].map(deleteJob));
		const status = await device.status(signal, { limitMs: limits.cancelMs, retry: false });
		const unreachable = !status.ok && ['offline', 'timed-out'].includes(status.fault.fault);
		const listed = status.ok
			? status.value.jobs.filter(
					({ path, state }) => state === 'Processing' && [...ourJobs].some((own) => path.endsWith(own))
				)
			: [];
		const remains = Math.max(openJobs.size, listed.length);
		const jobs = remains === 1 ? '1 job' : `${remains} jobs`;
		return {
			step: 'scanner',
			proven: remains === 0,
			lookedAt: [
				'own running scans',
				status.ok
					? "the scanner's list of jobs"
					: unreachable
						? 'the scanner is not reachable; nothing of a scan is kept on this machine, and each of our jobs was seen to end or is found'
						: 'the scanner gave no list of jobs; each of ours was deleted'
			],
			// The page that such a device holds is a customer's.
			found:
				remains === 0 ? [] : [unreachable ? `${jobs} at a scanner that does not answer` : `${jobs} at the scanner`],
			durationMs: performance.now() - began
		};
	}

	return {
		async capabilities(signal) {
			const capabilities = await device.capabilities(signal);
			known = capabilities.ok ? capabilities.value : null;
			return capabilities.ok ? ok(capabilities.value.device) : capabilities;
		},
		async status(signal) {
			const status = await device.status(signal);
			return status.ok ? ok(status.value.status) : status;
		},
		scan,
		wipe: (signal) => wipeWithin('scanner', signal, wipe)
	};
}

const plain = ({ fault, detail }: ScanFaultReport): ScanFaultReport => ({ fault, detail });

/**
 * Aborts that long after `signal`, unless it is over by then. The request that makes a job is let finish when it is cancelled, since a
 * job whose address we never learnt would keep the device busy.
 */
function later(signal: AbortSignal, milliseconds: number): { readonly signal: AbortSignal; readonly over: () => void } {
	const late = new AbortController();
	let timer: NodeJS.Timeout | undefined;
	const abort = () => (timer = setTimeout(() => late.abort(), milliseconds));
	if (signal.aborted) late.abort();
	else signal.addEventListener('abort', abort, { once: true });
	return {
		signal: late.signal,
		over() {
			clearTimeout(timer);
			signal.removeEventListener('abort', abort);
		}
	};
}
