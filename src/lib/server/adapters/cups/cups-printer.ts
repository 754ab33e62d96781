import { setTimeout as sleep } from 'node:timers/promises';
import { failed, ok, type Result } from '../../../domain/result.ts';
import type { WipeProof } from '../../../domain/wipe.ts';
import type { PrintFault, PrintFaultReport, PrintEvent, Printer, PrintRequest } from '../../../ports/printer.ts';
import { wipeWithin } from '../../process/wipe-within.ts';
import {
	defaultStartMs,
	removeCupsFolder,
	startPrivateCupsd,
	type CupsRemains,
	type PrivateCupsd,
	type PrivateCupsdOptions
} from './private-cupsd.ts';

export interface CupsPrinterOptions extends PrivateCupsdOptions {
	/** Speaks IPP with whatever is at this address: with the queue over its own `fetch`, with the printer behind it over the network. */
	readonly speakIpp: (uri: string, fetch?: typeof globalThis.fetch) => Printer & DeviceJobs;
	/** Between two looks at the printer behind the queue. */
	readonly pollMs?: number;
	/** How long the printer may be away in the middle of a job before we give up. */
	readonly awayMs?: number;
}

/** Parts of the wipe's overall limit; what is left of it is for cupsd to end. */
const queueWipeMs = 1_500;
const deviceWipeMs = 3_000;
const lastLookMs = 1_000;
const never = new AbortController().signal;
const rawQueueModel = 'Local Raw Printer';

interface Running {
	readonly cupsd: PrivateCupsd;
	readonly queue: Printer;
}

const cupsdEnded: EndEvent = {
	type: 'failed',
	report: { fault: 'aborted', detail: 'cupsd ended in the middle of the job' },
	impressionsCompleted: 0
};

type EndEvent = Extract<PrintEvent, { type: 'done' | 'failed' }>;

/** What the printer itself says of a job that came through the queue. */
interface DeviceJob {
	readonly jobId: number;
	readonly impressionsCompleted: number;
	readonly end: EndEvent | undefined;
}
/** What a queue can know only from its printer. */
const mediaPathFaults: readonly PrintFault[] = [
	...(['media-empty', 'media-needed', 'media-jam', 'cover-open'] as const),
	...(['toner-empty', 'input-tray-missing', 'output-full'] as const)
];

/** Our job, undefined while it has not come there or the printer tells of none; and how many of ours are not over. */
interface DeviceLook {
	readonly job: DeviceJob | undefined;
	readonly held: number;
}
interface DeviceJobs {
	newestJob(signal: AbortSignal): Promise<Result<DeviceJob | undefined, PrintFaultReport>>;
}

/**
 * A printer that cannot take our PDF itself: a private cupsd makes of it what the printer can. cupsd is started at the first
 * need and ended by `wipe`, so it never outlives a session.
 */
export function createCupsPrinter({
	speakIpp,
	pollMs = 500,
	awayMs = 60_000,
	...cupsdOptions
}: CupsPrinterOptions): Printer {
	const device = speakIpp(cupsdOptions.printerUri);
	let notWanted = new AbortController();
	let starting: Promise<Result<Running, PrintFaultReport>> | undefined;
	let jobsNotSeenDone = 0;
	let printsNow = 0;

	const pause = (signal: AbortSignal) => sleep(pollMs, undefined, { signal }).catch(() => undefined);
	const isTooLong = (awaySince = Infinity) => performance.now() - awaySince > awayMs;
	const sides = (job: DeviceJob | undefined, { impressions = Infinity }: PrintRequest) =>
		Math.min(job?.impressionsCompleted ?? 0, impressions);

	/** What was asked for has come out when the printer is done: a queue also sends empty backs, which the printer counts. */
	const endWith = (end: EndEvent, count: number, request: PrintRequest): EndEvent => ({
		...end,
		impressionsCompleted: (end.type === 'done' && request.impressions) || count
	});

	/** lpadmin comes back while cupsd still asks the printer what it can; until then the queue is a raw one without filters. */
	const learned = async (queue: Printer, signal: AbortSignal): Promise<boolean> => {
		const limit = AbortSignal.any([signal, AbortSignal.timeout(cupsdOptions.startMs ?? defaultStartMs)]);
		while (!limit.aborted) {
			const told = await queue.attributes(limit);
			if (told.ok && told.value.makeAndModel !== rawQueueModel) return true;
			await sleep(20);
		}
		return false;
	};

	const start = async (): Promise<Result<Running, PrintFaultReport>> => {
		const { signal } = notWanted;
		const started = await startPrivateCupsd(cupsdOptions, signal);
		if (!started.ok) return failed({ fault: 'offline', detail: `${started.fault.fault}: ${started.fault.detail}` });
		const cupsd = started.value;
		const queue = speakIpp(cupsd.uri, cupsd.fetch);
		if (await learned(queue, signal)) return ok({ cupsd, queue });
		await cupsd.stop();
		return failed({ fault: 'offline', detail: 'printer-not-usable: cupsd could not learn what it takes' });
	};
	const running = async () => {
		const attempt = (starting ??= start());
		const outcome = await attempt;
		const forget = () => {
			if (starting === attempt) starting = undefined;
		};
		// A cupsd that crashed is started anew at the next need, in an empty folder.
		if (outcome.ok) void outcome.value.cupsd.ended.then(forget);
		else forget();
		return outcome;
	};

	async function* print(request: PrintRequest, signal: AbortSignal): AsyncGenerator<PrintEvent> {
		if (signal.aborted) return;
		// CUPS would take the job and keep it for a printer that is switched off.
		const reached = await device.attributes(signal);
		if (signal.aborted) return;
		if (!reached.ok && reached.fault.fault !== 'busy') {
			return yield { type: 'failed', report: reached.fault, impressionsCompleted: 0 };
		}
		const current = await running();
		if (!current.ok) return yield { type: 'failed', report: current.fault, impressionsCompleted: 0 };
		await current.value.cupsd.enableQueue(signal);
		// One that was given up while the printer was away may still lie there: it would come out beside this one.
		if (printsNow === 0 && jobsNotSeenDone > 0) await device.wipe(signal);
		jobsNotSeenDone += 1;
		const before = await device.newestJob(signal);
		const look = async (): Promise<Result<DeviceLook, PrintFaultReport>> => {
			if (!before.ok) return ok({ job: undefined, held: 0 });
			const open = await device.openJobs(signal);
			if (!open.ok) return open;
			const newest = await device.newestJob(signal);
			if (!newest.ok) return newest;
			return ok({ job: newest.value?.jobId === before.value?.jobId ? undefined : newest.value, held: open.value });
		};
		printsNow += 1;
		try {
			const end = yield* followBoth(current.value, request, look, signal);
			if (end?.type === 'done') jobsNotSeenDone -= 1;
			if (end) yield end;
		} finally {
			printsNow -= 1;
		}
	}

	/**
	 * The stages of a job by the queue, its pages and its end by the printer: CUPS 2.4.2 counts all impressions as soon as the document has
	 * left its filters. Undefined when aborted.
	 */
	async function* followBoth(
		{ queue, cupsd }: Running,
		request: PrintRequest,
		look: () => Promise<Result<DeviceLook, PrintFaultReport>>,
		signal: AbortSignal
	): AsyncGenerator<PrintEvent, EndEvent | undefined> {
		const ending = new AbortController();
		const events = queue.print(request, AbortSignal.any([signal, ending.signal]))[Symbol.asyncIterator]();
		const crashed = cupsd.ended.then((): IteratorResult<EndEvent> => ({ done: false, value: cupsdEnded }));
		let told = 0;
		let over = false;
		let away: { readonly since: number; readonly fault: PrintFault } | undefined;
		try {
			let printing = false;
			/** A queue keeps the reasons of its last job until the next one has come to the printer. */
			let hearsay: { readonly told: PrintFault | undefined } | undefined;
			let next = events.next();
			for (;;) {
				const came = await Promise.race([next, crashed, pause(signal)]);
				if (came?.done || signal.aborted) return undefined;
				const event = came?.value;
				if (event?.type === 'done' || event?.type === 'failed') {
					over = true;
					return yield* endAtDevice(event, request, look, told, signal);
				}
				if (event) {
					printing = event.type === 'printing';
					hearsay = event.type === 'waiting' && mediaPathFaults.includes(event.fault) ? { told: undefined } : undefined;
					if (!printing && !hearsay) yield event;
					next = events.next();
				}
				if (hearsay) {
					const state = await device.attributes(signal);
					const fault = state.ok ? state.value.faults[0] : state.fault.fault;
					if (fault && fault !== hearsay.told && !signal.aborted) yield { type: 'waiting', fault };
					hearsay = { told: fault };
				}
				if (!printing) continue;
				const seen = await look();
				if (signal.aborted) return undefined;
				if (!seen.ok) {
					// CUPS 2.4.2 itself says nothing of a printer that it cannot reach.
					const { fault } = seen.fault;
					if (away?.fault !== fault) yield { type: 'waiting', fault };
					away = { since: away?.since ?? performance.now(), fault };
					if (isTooLong(away.since)) return { type: 'failed', report: seen.fault, impressionsCompleted: told };
					continue;
				}
				const { job } = seen.value;
				const count = sides(job, request);
				// The backend looks at the printer only every few seconds. It may bring each copy as a job of its own.
				if (job?.end && (request.copies === 1 || count >= (request.impressions ?? Infinity))) {
					over = true;
					return endWith(job.end, count, request);
				}
				if (away || event || count !== told) yield { type: 'printing', impressionsCompleted: count };
				told = count;
				away = undefined;
			}
		} finally {
			ending.abort();
			await events.return?.();
			// A queue that is not there any more takes nothing back from the printer.
			if (!over && !(await queue.openJobs(never)).ok) await device.wipe(never);
		}
	}

	/**
	 * CUPS 2.4.2 may call a job completed, with all its impressions, that the printer is still printing or has aborted, or that it lost sight
	 * of: the printer's own word counts. Undefined when aborted meanwhile.
	 */
	async function* endAtDevice(
		end: EndEvent,
		request: PrintRequest,
		look: () => Promise<Result<DeviceLook, PrintFaultReport>>,
		toldBefore: number,
		signal: AbortSignal
	): AsyncGenerator<PrintEvent, EndEvent | undefined> {
		let told: { count: number; fault: PrintFault | undefined } = { count: toldBefore, fault: undefined };
		let awaySince: number | undefined;
		let givenUp: EndEvent | undefined;
		while (!signal.aborted) {
			const seen = await look();
			if (signal.aborted) break;
			const count = seen.ok ? sides(seen.value.job, request) : told.count;
			if (seen.ok && seen.value.job?.end) return endWith(seen.value.job.end, count, request);
			if (end.type === 'failed' && !(seen.ok && seen.value.held > 0)) return { ...end, impressionsCompleted: count };
			if (seen.ok && seen.value.held === 0) return end;
			const state = seen.ok ? await device.attributes(signal) : seen;
			const fault = state.ok ? state.value.faults[0] : state.fault.fault;
			if (fault && fault !== told.fault) yield { type: 'waiting', fault };
			if (!fault && (told.fault || count !== told.count)) yield { type: 'printing', impressionsCompleted: count };
			told = { count, fault };
			awaySince = seen.ok ? undefined : (awaySince ?? performance.now());
			if (!seen.ok && isTooLong(awaySince)) {
				givenUp = { type: 'failed', report: seen.fault, impressionsCompleted: count };
				break;
			}
			await pause(signal);
		}
		// The queue has let the job go already, so cancelling it there would not reach the printer.
		await device.wipe(never);
		return givenUp;
	}

	/** Stops cupsd if there is one, and removes what an earlier, crashed one may have left. */
	const stop = async (): Promise<CupsRemains> => {
		const current = await starting;
		starting = undefined;
		return current?.ok ? current.value.cupsd.stop() : removeCupsFolder(cupsdOptions.directory);
	};

	const wipe = async (signal: AbortSignal): Promise<WipeProof> => {
		const startedAt = performance.now();
		notWanted.abort();
		notWanted = new AbortController();
		const within = (limitMs: number) => AbortSignal.any([signal, AbortSignal.timeout(limitMs)]);
		const current = await starting;
		// The queue first, so that the backend takes its job back from the printer; then the printer, in case it did not.
		if (current?.ok) await current.value.queue.wipe(within(queueWipeMs));
		const atDevice = await device.wipe(within(deviceWipeMs));
		const told = await device.openJobs(within(lastLookMs));
		const remains = await stop();
		const found = [
			...atDevice.found,
			...(!told.ok && jobsNotSeenDone > 0 ? [`${jobsNotSeenDone} jobs whose end was not seen`] : []),
			...(remains.processes > 0 ? [`${remains.processes} processes`] : []),
			...(remains.files > 0 ? [`${remains.files} files`] : [])
		];
		const proven = atDevice.proven && found.length === 0;
		if (proven) jobsNotSeenDone = 0;
		return {
			step: 'printer',
			proven,
			lookedAt: [...atDevice.lookedAt, "processes in cupsd's namespace", "cupsd's folder with its spool"],
			found,
			durationMs: performance.now() - startedAt
		};
	};

	return {
		attributes: async (signal) => {
			const reaching = device.attributes(signal);
			const current = await running();
			// A printer that never answers is not waited for without a queue.
			if (!current.ok) return current;
			const [offered, reached] = await Promise.all([current.value.queue.attributes(signal), reaching]);
			if (!offered.ok || !reached.ok) return reached.ok ? offered : reached;
			// What can be asked for is the queue's, how it is the printer's own: a queue learns of a fault only while it prints.
			const { state, faults, notes } = reached.value;
			return ok({ ...offered.value, state, faults, notes });
		},
		print,
		openJobs: async (signal) => {
			const current = await starting;
			const atDevice = await device.openJobs(signal);
			if (!current?.ok) return atDevice;
			const inQueue = await current.value.queue.openJobs(signal);
			// A job in the queue is the same job at the printer.
			return inQueue.ok && atDevice.ok ? ok(Math.max(inQueue.value, atDevice.value)) : inQueue;
		},
		wipe: (signal) => wipeWithin('printer', signal, wipe)
	};
}
