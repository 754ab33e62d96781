import { setTimeout as sleep } from 'node:timers/promises';
import { failed, ok, type Result } from '../../../domain/result.ts';
import type { WipeProof } from '../../../domain/wipe.ts';
import type {
	PrintColour,
	PrintEvent,
	PrintFault,
	PrintFaultReport,
	PrintRequest,
	PrintSides,
	Printer,
	PrinterAttributes
} from '../../../ports/printer.ts';
import { wipeWithin } from '../../process/wipe-within.ts';
import { booleanOf, groupsOf, make, numbersOf, rangesOf, stringsOf } from './attributes.ts';
import { createIppClient, type IppRequest } from './client.ts';
import type { IppAttribute, IppMessage } from './codec.ts';
import { faultOfAbort, faultsOfReasons } from './faults.ts';
import { jobStates, operations, printerStates, statusCodes, type OperationName } from './operations.ts';

export interface IppTimeLimits {
	/** For an answer to anything but a document. */
	readonly answerMs: number;
	/** For a whole document: a printer with little memory takes it only as fast as it prints. */
	readonly sendMs: number;
	/** How long a printer may say that it is busy before we give up. */
	readonly busyMs: number;
	/** How long a printer that has our job may be away, or make no sense, before we give up. */
	readonly awayMs: number;
	/** How long cancelled jobs may take to be gone when wiping. */
	readonly wipeMs: number;
	/** For an answer while wiping, when the next customer waits. */
	readonly wipeAnswerMs: number;
}

export const defaultIppTimeLimits: IppTimeLimits = {
	answerMs: 10_000,
	sendMs: 600_000,
	busyMs: 120_000,
	awayMs: 60_000,
	wipeMs: 5_000,
	wipeAnswerMs: 2_500
};

export interface IppPrinterOptions {
	/** `ipp://host[:631]/path` or `ipps://…`. */
	readonly uri: string;
	readonly timeLimits?: Partial<IppTimeLimits>;
	/** Between two looks at a job. */
	readonly pollMs?: number;
	readonly fetch?: typeof fetch;
	/**
	 * The name the printer sees as the owner of our jobs, by which they are found again after a crash. Computers that share
	 * one printer need different ones, else one's wipe cancels the other's jobs.
	 */
	readonly userName?: string;
}

type EndEvent = Extract<PrintEvent, { type: 'done' | 'failed' }>;

/** How a job of ours ended at the printer. */
export interface EndedJob {
	readonly jobId: number;
	readonly end: EndEvent;
}

export interface IppPrinter extends Printer {
	/** The newest of our jobs that are over, whoever brought it there (a queue between, too); undefined when there is none. */
	newestEndedJob(signal: AbortSignal): Promise<Result<EndedJob | undefined, PrintFaultReport>>;
}

type Answer<Value> = Result<Value, PrintFaultReport>;

const noJobSent = 'no job was sent since the start of the program';
const neutralJobName = 'tuloste';
const sidesKeywords: readonly PrintSides[] = ['one-sided', 'two-sided-long-edge', 'two-sided-short-edge'];
const colourKeywords: readonly PrintColour[] = ['color', 'monochrome'];
const never = new AbortController().signal;

const known = <Keyword extends string>(all: readonly Keyword[], seen: readonly string[]) =>
	all.filter((keyword) => seen.includes(keyword));

const report = (fault: PrintFault, detail: string): PrintFaultReport => ({ fault, detail });

interface Offer {
	readonly attributes: PrinterAttributes;
	/** Create-Job and Send-Document: the job has a number before the document goes out, so it can be watched and cancelled. */
	readonly takesJobFirst: boolean;
}

const readOffer = (message: IppMessage): Answer<Offer> => {
	const printer = groupsOf(message, 'printer')[0];
	const state = numbersOf(printer, 'printer-state')[0];
	const name = (Object.keys(printerStates) as (keyof typeof printerStates)[]).find(
		(candidate) => printerStates[candidate] === state
	);
	if (!name) return failed(report('bad-answer', 'an answer without printer-state'));
	const supported = numbersOf(printer, 'operations-supported');
	const sides = known(sidesKeywords, stringsOf(printer, 'sides-supported'));
	return ok({
		attributes: {
			makeAndModel: stringsOf(printer, 'printer-make-and-model')[0] ?? '',
			state: name,
			faults: faultsOfReasons(stringsOf(printer, 'printer-state-reasons')),
			sides: sides.length > 0 ? sides : ['one-sided'],
			colours: known(colourKeywords, stringsOf(printer, 'print-color-mode-supported')),
			documentFormats: stringsOf(printer, 'document-format-supported'),
			pageRanges: booleanOf(printer, 'page-ranges-supported') ?? false,
			maxCopies: rangesOf(printer, 'copies-supported')[0]?.to ?? 1
		},
		takesJobFirst: [operations['create-job'], operations['send-document']].every((code) => supported.includes(code))
	});
};

const refusalOf = (offer: PrinterAttributes, request: PrintRequest): string | undefined => {
	if (!offer.documentFormats.includes('application/pdf')) return 'application/pdf is not in document-format-supported';
	if (request.copies > offer.maxCopies) return `${request.copies} copies, copies-supported ends at ${offer.maxCopies}`;
	if (!offer.sides.includes(request.sides)) return `${request.sides} is not in sides-supported`;
	if (request.pageRanges.length > 0 && !offer.pageRanges) return 'page-ranges-supported is not true';
	return undefined;
};

const jobTemplate = (offer: PrinterAttributes, request: PrintRequest): IppAttribute[] => [
	make.integer('copies', request.copies),
	make.keyword('sides', request.sides),
	...(offer.colours.includes(request.colour) ? [make.keyword('print-color-mode', request.colour)] : []),
	...(request.pageRanges.length > 0 ? [make.ranges('page-ranges', ...request.pageRanges)] : [])
];

interface JobLook {
	readonly state: number;
	readonly reasons: readonly string[];
	readonly impressionsCompleted: number | undefined;
	readonly printerFault: PrintFault | undefined;
}

const isOver = (state: number) => state >= jobStates.canceled;

/** The last event of a job that the printer has ended; undefined while it has not. */
const endOf = (look: Pick<JobLook, 'state' | 'reasons'>, impressionsCompleted: number): EndEvent | undefined => {
	const reasons = look.reasons.join(' ');
	const ended = (fault: PrintFault): EndEvent => ({
		type: 'failed',
		report: report(fault, `job-state ${look.state}: ${reasons}`),
		impressionsCompleted
	});
	switch (look.state) {
		case jobStates.completed:
			return { type: 'done', impressionsCompleted };
		case jobStates.aborted:
			return ended(faultOfAbort(look.reasons));
		case jobStates.canceled:
			return ended(look.reasons.includes('aborted-by-system') ? 'aborted' : 'cancelled-at-printer');
		default:
			return undefined;
	}
};

/** A job from the moment we may have given something to the printer until we know that it holds it no more. */
interface Handed {
	jobId: number | undefined;
}

/**
 * A printer that takes PDF by IPP (RFC 8010, RFC 8011; PWG 5100.14), spoken to directly: nothing of the document is left
 * on this computer. A job is watched by polling, since IPP notifications (RFC 3996) are optional and rarely built in.
 */
export function createIppPrinter(options: IppPrinterOptions): IppPrinter {
	const { uri, pollMs = 500, userName = 'asiakas' } = options;
	const limits: IppTimeLimits = { ...defaultIppTimeLimits, ...options.timeLimits };
	const call = createIppClient(uri, userName, options.fetch ?? fetch);
	const handed = new Set<Handed>();
	let everHanded = false;

	const ask = (name: OperationName, request: IppRequest, signal: AbortSignal, timeoutMs = limits.answerMs) =>
		call(name, request, { signal, timeoutMs });

	/** False when aborted meanwhile. */
	const pause = (signal: AbortSignal) => sleep(pollMs, true, { signal }).catch(() => false);

	const readPrinter = async (signal: AbortSignal): Promise<Answer<Offer>> => {
		const answer = await ask('get-printer-attributes', {}, signal);
		return answer.ok ? readOffer(answer.value) : answer;
	};

	const lookAt = async (jobId: number, signal: AbortSignal): Promise<Answer<JobLook>> => {
		const job = await ask(
			'get-job-attributes',
			{
				operation: [
					make.integer('job-id', jobId),
					make.keyword('requested-attributes', 'job-state', 'job-state-reasons', 'job-impressions-completed')
				]
			},
			signal
		);
		if (!job.ok) return job;
		const group = groupsOf(job.value, 'job')[0];
		const state = numbersOf(group, 'job-state')[0];
		if (state === undefined || state < jobStates.pending || state > jobStates.completed) {
			return failed(report('bad-answer', 'an answer without job-state'));
		}
		const look = {
			state,
			reasons: stringsOf(group, 'job-state-reasons'),
			impressionsCompleted: numbersOf(group, 'job-impressions-completed')[0],
			printerFault: undefined
		};
		if (isOver(state)) return ok(look);
		const printer = await ask(
			'get-printer-attributes',
			{ operation: [make.keyword('requested-attributes', 'printer-state', 'printer-state-reasons')] },
			signal
		);
		if (!printer.ok) return printer;
		const printerGroup = groupsOf(printer.value, 'printer')[0];
		const stopped = numbersOf(printerGroup, 'printer-state')[0] === printerStates.stopped;
		const [fault] = faultsOfReasons(stringsOf(printerGroup, 'printer-state-reasons'));
		return ok({ ...look, printerFault: fault ?? (stopped ? 'offline' : undefined) });
	};

	const cancel = async (jobId: number, signal: AbortSignal, timeoutMs?: number): Promise<void> => {
		await ask('cancel-job', { operation: [make.integer('job-id', jobId)] }, signal, timeoutMs);
	};

	const idOf = (message: IppMessage): Answer<number> => {
		const jobId = numbersOf(groupsOf(message, 'job')[0], 'job-id')[0];
		return jobId === undefined ? failed(report('bad-answer', 'an answer without job-id')) : ok(jobId);
	};

	/** Repeats a call while the printer says that it is busy. */
	async function* whileBusy<Value>(
		attempt: () => Promise<Answer<Value>>,
		signal: AbortSignal
	): AsyncGenerator<PrintEvent, Answer<Value>> {
		for (let waitedMs = 0; ; waitedMs += pollMs) {
			const outcome = await attempt();
			if (outcome.ok || outcome.fault.fault !== 'busy' || waitedMs >= limits.busyMs) return outcome;
			if (waitedMs === 0) yield { type: 'waiting', fault: 'busy' };
			if (!(await pause(signal))) return outcome;
		}
	}

	/** Watches one job until it is over. `sending` is the document still on its way. */
	async function* follow(
		jobId: number,
		sending: Promise<Answer<unknown>>,
		signal: AbortSignal
	): AsyncGenerator<PrintEvent, 'over' | 'given-up'> {
		let sendOutcome: Answer<unknown> | undefined;
		void sending.then((outcome) => (sendOutcome = outcome));
		let toldSent = false;
		let told: { impressions: number; fault: PrintFault | undefined } | undefined;
		let impressionsCompleted = 0;
		let awayMs = 0;
		const failure = (faultReport: PrintFaultReport): PrintEvent => ({
			type: 'failed',
			report: faultReport,
			impressionsCompleted
		});
		await Promise.race([sending, pause(signal)]);
		for (;;) {
			if (signal.aborted) return 'given-up';
			const sendFault = sendOutcome?.ok === false ? sendOutcome.fault : undefined;
			if (sendOutcome?.ok && !toldSent) {
				toldSent = true;
				yield { type: 'sent' };
			}
			const look = await lookAt(jobId, signal);
			if (signal.aborted) return 'given-up';
			if (!look.ok) {
				const { fault } = look.fault;
				if (sendFault || awayMs >= limits.awayMs) {
					yield failure(sendFault ?? look.fault);
					return 'given-up';
				}
				if (told?.fault !== fault) yield { type: 'waiting', fault };
				told = { impressions: impressionsCompleted, fault };
				awayMs += pollMs + (fault === 'timed-out' ? limits.answerMs : 0);
			} else {
				awayMs = 0;
				const before = impressionsCompleted;
				impressionsCompleted = look.value.impressionsCompleted ?? before;
				const end = endOf(look.value, impressionsCompleted);
				if (end) {
					if (end.type === 'done' && !toldSent) yield { type: 'sent' };
					yield end;
					return 'over';
				}
				if (sendFault) {
					yield failure(sendFault);
					return 'given-up';
				}
				// A second tray that is empty is a reason too: what still prints is not waiting.
				const moves = told !== undefined && impressionsCompleted > before;
				const fault = moves ? undefined : look.value.printerFault;
				const started = look.value.state === jobStates.processing || impressionsCompleted > 0;
				if (fault && told?.fault !== fault) yield { type: 'waiting', fault };
				if (!fault && started && (told?.fault !== undefined || told?.impressions !== impressionsCompleted)) {
					yield { type: 'printing', impressionsCompleted };
				}
				if (fault || started || told) told = { impressions: impressionsCompleted, fault };
			}
			await Promise.race([pause(signal), ...(sendOutcome ? [] : [sending])]);
		}
	}

	async function* print(request: PrintRequest, signal: AbortSignal): AsyncGenerator<PrintEvent> {
		const failedBefore = (fault: PrintFaultReport): PrintEvent => ({
			type: 'failed',
			report: fault,
			impressionsCompleted: 0
		});
		if (signal.aborted) return;
		const offer = yield* whileBusy(() => readPrinter(signal), signal);
		if (signal.aborted) return;
		if (!offer.ok) return yield failedBefore(offer.fault);
		const { attributes, takesJobFirst } = offer.value;
		const refusal = refusalOf(attributes, request);
		if (refusal) return yield failedBefore(report('document-refused', refusal));

		const job = jobTemplate(attributes, request);
		const aboutJob = [make.name('job-name', neutralJobName)];
		const format = make.mimeMediaType('document-format', 'application/pdf');
		const entry: Handed = { jobId: undefined };
		handed.add(entry);
		everHanded = true;
		const ending = new AbortController();
		const sendLimits = { signal: AbortSignal.any([signal, ending.signal]), timeoutMs: limits.sendMs };
		let over = false;
		try {
			const begun = yield* whileBusy(
				() =>
					takesJobFirst
						? ask('create-job', { operation: aboutJob, job }, signal)
						: call('print-job', { operation: [...aboutJob, format], job, document: request.document }, sendLimits),
				signal
			);
			if (signal.aborted) return;
			const jobId = begun.ok ? idOf(begun.value) : begun;
			if (!jobId.ok) {
				// A printer that answered by refusing holds nothing; after any other silence it may.
				over = !['timed-out', 'bad-answer', 'offline'].includes(jobId.fault.fault);
				return yield failedBefore(jobId.fault);
			}
			entry.jobId = jobId.value;
			const sending: Promise<Answer<unknown>> = takesJobFirst
				? call(
						'send-document',
						{
							operation: [make.integer('job-id', jobId.value), format, make.boolean('last-document', true)],
							document: request.document
						},
						sendLimits
					)
				: Promise.resolve(begun);
			over = (yield* follow(jobId.value, sending, signal)) === 'over';
		} finally {
			ending.abort();
			if (!over && entry.jobId !== undefined) await cancel(entry.jobId, never);
			if (over) handed.delete(entry);
		}
	}

	/** Numbers of our jobs that are not over. Only those by our name: some printers ignore `my-jobs`. */
	const findOpenJobs = async (signal: AbortSignal, timeoutMs?: number): Promise<Answer<number[]>> => {
		const answer = await ask(
			'get-jobs',
			{
				operation: [
					make.keyword('which-jobs', 'not-completed'),
					make.boolean('my-jobs', true),
					make.keyword('requested-attributes', 'job-id', 'job-state', 'job-originating-user-name')
				]
			},
			signal,
			timeoutMs
		);
		if (!answer.ok) return answer;
		const onlyMine = answer.value.code === statusCodes['successful-ok'];
		const ownIds = new Set([...handed].map(({ jobId }) => jobId));
		return ok(
			groupsOf(answer.value, 'job').flatMap((group) => {
				const jobId = numbersOf(group, 'job-id')[0];
				const state = numbersOf(group, 'job-state')[0] ?? jobStates.pending;
				const owner = stringsOf(group, 'job-originating-user-name')[0];
				const ours = owner === undefined ? onlyMine : owner === userName;
				return jobId !== undefined && !isOver(state) && (ours || ownIds.has(jobId)) ? [jobId] : [];
			})
		);
	};

	const newestEndedJob = async (signal: AbortSignal): Promise<Answer<EndedJob | undefined>> => {
		const answer = await ask(
			'get-jobs',
			{
				operation: [
					make.keyword('which-jobs', 'completed'),
					make.boolean('my-jobs', true),
					make.keyword(
						'requested-attributes',
						...['job-id', 'job-state', 'job-state-reasons', 'job-impressions-completed', 'job-originating-user-name']
					)
				]
			},
			signal
		);
		if (!answer.ok) return answer;
		const ended = groupsOf(answer.value, 'job').flatMap((group): EndedJob[] => {
			const [jobId, state = 0] = [numbersOf(group, 'job-id')[0], numbersOf(group, 'job-state')[0]];
			const impressions = numbersOf(group, 'job-impressions-completed')[0] ?? 0;
			const end = endOf({ state, reasons: stringsOf(group, 'job-state-reasons') }, impressions);
			const owner = stringsOf(group, 'job-originating-user-name')[0] ?? userName;
			return jobId !== undefined && end && owner === userName ? [{ jobId, end }] : [];
		});
		return ok(ended.toSorted((one, other) => other.jobId - one.jobId)[0]);
	};

	const wipe = async (signal: AbortSignal): Promise<WipeProof> => {
		const startedAt = performance.now();
		const proof = (proven: boolean, lookedAt: string, ...found: string[]) => ({
			step: 'printer' as const,
			proven,
			lookedAt: [lookedAt],
			found,
			durationMs: performance.now() - startedAt
		});
		for (;;) {
			const open = await findOpenJobs(signal, limits.wipeAnswerMs);
			if (signal.aborted) return proof(false, 'the open jobs of the printer', 'the wipe was cut off');
			if (!open.ok) {
				const why = `the printer did not tell its open jobs (${open.fault.fault})`;
				const sent = everHanded ? 'each job sent since the start of the program was seen to end' : noJobSent;
				if (handed.size === 0) return proof(true, `${why}; ${sent}`);
				return proof(false, why, `${handed.size} jobs whose end was not seen`);
			}
			if (open.value.length === 0) {
				handed.clear();
				return proof(true, 'the open jobs of the printer');
			}
			if (performance.now() - startedAt >= limits.wipeMs) {
				return proof(false, 'the open jobs of the printer', `${open.value.length} open jobs`);
			}
			for (const jobId of open.value) await cancel(jobId, signal, limits.wipeAnswerMs);
			await pause(signal);
		}
	};

	return {
		newestEndedJob,
		attributes: async (signal) => {
			const offer = await readPrinter(signal);
			return offer.ok ? ok(offer.value.attributes) : offer;
		},
		print,
		openJobs: async (signal) => {
			const open = await findOpenJobs(signal);
			return open.ok ? ok(open.value.length) : open;
		},
		wipe: (signal) => wipeWithin('printer', signal, wipe)
	};
}
