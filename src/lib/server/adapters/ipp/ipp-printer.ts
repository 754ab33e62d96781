import { setTimeout as sleep } from 'node:timers/promises';
import { failed, ok, type Result } from '../../../domain/result.ts';
import type { WipeProof } from '../../../domain/wipe.ts';
import type { PrintEvent, PrintFault, PrintFaultReport, PrintRequest, Printer } from '../../../ports/printer.ts';
import { wipeWithin } from '../../process/wipe-within.ts';
import { groupsOf, make, numbersOf, stringsOf } from './attributes.ts';
import { createIppClient, type IppRequest } from './client.ts';
import { isConnecting } from './faults.ts';
import { endOf, isOver, jobIdOf, jobLookAttributes, readJob, type EndEvent, type JobLook } from './job-look.ts';
import { faultsOfPrinter, jobTemplate, leftOut, offerAttributes, readOffer, refusalOf, type Offer } from './offer.ts';
import { jobStates, statusCodes, type OperationName } from './operations.ts';

export interface IppTimeLimits {
	/** For an answer to anything but a document. */
	readonly answerMs: number;
	/** For a whole document: a printer with little memory takes it only as fast as it prints. */
	readonly sendMs: number;
	/** How long a printer may say that it is busy before we give up. */
	readonly busyMs: number;
	/** How long a printer that has our job may be away, or make no sense, before we give up. */
	readonly awayMs: number;
	/** How long a box on the way may look for the printer before it is `offline`. */
	readonly connectingMs: number;
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
	connectingMs: 10_000,
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

/** One of our jobs as the printer sees it. */
export interface DeviceJob {
	readonly jobId: number;
	readonly impressionsCompleted: number;
	/** Undefined while it is not over. */
	readonly end: EndEvent | undefined;
}

export interface IppPrinter extends Printer {
	/** The newest of our jobs, whoever brought it there (a queue between, too); undefined when there is none. */
	newestJob(signal: AbortSignal): Promise<Result<DeviceJob | undefined, PrintFaultReport>>;
}

type Answer<Value> = Result<Value, PrintFaultReport>;

const noJobSent = 'no job was sent since the start of the program';
const neutralJobName = 'tuloste';
const never = new AbortController().signal;

const report = (fault: PrintFault, detail: string): PrintFaultReport => ({ fault, detail });

/** A job, and what stands in the printer's way. */
interface Look extends JobLook {
	readonly printerFault: PrintFault | undefined;
	readonly connecting: boolean;
}

/** A job from the moment we may have given something to the printer until we know that it holds it no more. */
interface Handed {
	jobId: number | undefined;
	/** Nobody follows it any more. */
	left: boolean;
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
		const asked = { operation: [make.keyword('requested-attributes', ...offerAttributes)] };
		const answer = await ask('get-printer-attributes', asked, signal);
		return answer.ok ? readOffer(answer.value) : answer;
	};

	const lookAt = async (jobId: number, request: PrintRequest, signal: AbortSignal): Promise<Answer<Look>> => {
		const answer = await ask(
			'get-job-attributes',
			{
				operation: [make.integer('job-id', jobId), make.keyword('requested-attributes', ...jobLookAttributes)]
			},
			signal
		);
		if (!answer.ok) return answer;
		const job = readJob(groupsOf(answer.value, 'job')[0], request);
		if (!job.ok) return job;
		if (isOver(job.value.state)) return ok({ ...job.value, printerFault: undefined, connecting: false });
		const printer = await ask(
			'get-printer-attributes',
			{ operation: [make.keyword('requested-attributes', 'printer-state', 'printer-state-reasons')] },
			signal
		);
		if (!printer.ok) return printer;
		const group = groupsOf(printer.value, 'printer')[0];
		return ok({
			...job.value,
			printerFault: faultsOfPrinter(group)[0],
			connecting: isConnecting(stringsOf(group, 'printer-state-reasons'))
		});
	};

	const cancel = async (jobId: number, signal: AbortSignal, timeoutMs?: number): Promise<void> => {
		await ask('cancel-job', { operation: [make.integer('job-id', jobId)] }, signal, timeoutMs);
	};

	/** Cancel-My-Jobs (PWG 5100.11 §4.2) ends all of them with one question; where the printer does not know it, one by one. */
	const cancelAll = async (jobIds: readonly number[], atOnce: boolean, signal: AbortSignal): Promise<void> => {
		const asked = { operation: [make.integer('job-ids', ...jobIds)] };
		if (atOnce && (await ask('cancel-my-jobs', asked, signal, limits.wipeAnswerMs)).ok) return;
		for (const jobId of jobIds) await cancel(jobId, signal, limits.wipeAnswerMs);
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
		request: PrintRequest,
		sending: Promise<Answer<unknown>>,
		signal: AbortSignal
	): AsyncGenerator<PrintEvent, 'over' | 'given-up'> {
		let sendOutcome: Answer<unknown> | undefined;
		void sending.then((outcome) => (sendOutcome = outcome));
		let toldSent = false;
		let told: { impressions: number; fault: PrintFault | undefined } | undefined;
		let impressionsCompleted = 0;
		let awayMs = 0;
		let connectingSince: number | undefined;
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
			const look = await lookAt(jobId, request, signal);
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
				const isDone = look.value.state === jobStates.completed;
				// Printers that do not count say nothing, or 0, of a job that they call completed.
				if (isDone) impressionsCompleted ||= request.impressions ?? 0;
				const end = endOf(look.value, impressionsCompleted);
				if (end) {
					if (end.type === 'done' && !toldSent) yield { type: 'sent' };
					yield end;
					return isOver(look.value.state) ? 'over' : 'given-up';
				}
				if (sendFault) {
					yield failure(sendFault);
					return 'given-up';
				}
				// A second tray that is empty is a reason too: what still prints is not waiting.
				const moves = told !== undefined && impressionsCompleted > before;
				connectingSince = look.value.connecting ? (connectingSince ?? performance.now()) : undefined;
				const isLost = performance.now() - (connectingSince ?? Infinity) > limits.connectingMs;
				const fault = moves ? undefined : (look.value.printerFault ?? (isLost ? 'offline' : undefined));
				const started = look.value.state === jobStates.processing || impressionsCompleted > 0;
				if (fault && told?.fault !== fault) yield { type: 'waiting', fault };
				if (!fault && started && (told?.fault !== undefined || told?.impressions !== impressionsCompleted)) {
					yield { type: 'printing', impressionsCompleted };
				} else if (!fault && told?.fault !== undefined) yield { type: toldSent ? 'sent' : 'sending' };
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
		const { attributes, takesJobFirst, validates } = offer.value;
		const refusal = refusalOf(attributes, request);
		if (refusal) return yield failedBefore(report('document-refused', refusal));

		const cleared = yield* whileBusy(() => takeBackLeft(signal), signal);
		if (signal.aborted) return;
		if (!cleared.ok) return yield failedBefore(cleared.fault);

		const job = jobTemplate(attributes, request);
		const aboutJob = [make.name('job-name', neutralJobName)];
		const format = make.mimeMediaType('document-format', 'application/pdf');
		if (validates) {
			const validate = () => ask('validate-job', { operation: [...aboutJob, format], job }, signal);
			const valid = yield* whileBusy(validate, signal);
			if (signal.aborted) return;
			if (!valid.ok) return yield failedBefore(valid.fault);
			const missing = leftOut(valid.value);
			if (missing.length > 0) return yield failedBefore(report('document-refused', `${missing.join(', ')} left out`));
		}
		const entry: Handed = { jobId: undefined, left: false };
		handed.add(entry);
		everHanded = true;
		const ending = new AbortController();
		const sendLimits = { signal: AbortSignal.any([signal, ending.signal]), timeoutMs: limits.sendMs };
		let over = false;
		try {
			if (!takesJobFirst) yield { type: 'sending' };
			const begun = yield* whileBusy(
				() =>
					takesJobFirst
						? ask('create-job', { operation: aboutJob, job }, signal)
						: call('print-job', { operation: [...aboutJob, format], job, document: request.document }, sendLimits),
				signal
			);
			if (signal.aborted) return;
			const jobId = begun.ok ? jobIdOf(begun.value) : begun;
			if (!jobId.ok) {
				// A printer that answered by refusing holds nothing; after any other silence it may.
				over = !['timed-out', 'bad-answer', 'offline'].includes(jobId.fault.fault);
				return yield failedBefore(jobId.fault);
			}
			entry.jobId = jobId.value;
			if (takesJobFirst) yield { type: 'sending' };
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
			over = (yield* follow(jobId.value, request, sending, signal)) === 'over';
		} finally {
			ending.abort();
			if (!over && entry.jobId !== undefined) await cancel(entry.jobId, never);
			entry.left = true;
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

	/** Jobs of ours that nobody follows any more. */
	const findLeftJobs = async (signal: AbortSignal): Promise<Answer<number[]>> => {
		const open = await findOpenJobs(signal);
		if (!open.ok) return open;
		const followed = new Set([...handed].flatMap(({ jobId, left }) => (left ? [] : [jobId])));
		return ok(open.value.filter((jobId) => !followed.has(jobId)));
	};

	/** A printer that was away may still hold what it was given before: it would come out beside the next print. `busy` until it is gone. */
	const takeBackLeft = async (signal: AbortSignal): Promise<Answer<void>> => {
		if (![...handed].some(({ left }) => left)) return ok(undefined);
		const before = await findLeftJobs(signal);
		if (!before.ok || before.value.length === 0) return before.ok ? ok(undefined) : before;
		await cancelAll(before.value, true, signal);
		const after = await findLeftJobs(signal);
		if (!after.ok || after.value.length === 0) return after.ok ? ok(undefined) : after;
		return failed(report('busy', `${after.value.length} earlier jobs are not gone yet`));
	};

	const jobsThat = async (which: 'completed' | 'not-completed', signal: AbortSignal): Promise<Answer<DeviceJob[]>> => {
		const wanted = ['job-id', 'job-originating-user-name', ...jobLookAttributes];
		const answer = await ask(
			'get-jobs',
			{
				operation: [
					make.keyword('which-jobs', which),
					make.boolean('my-jobs', true),
					make.keyword('requested-attributes', ...wanted)
				]
			},
			signal
		);
		if (!answer.ok) return answer;
		return ok(
			groupsOf(answer.value, 'job').flatMap((group): DeviceJob[] => {
				const jobId = numbersOf(group, 'job-id')[0];
				const owner = stringsOf(group, 'job-originating-user-name')[0] ?? userName;
				const look = readJob(group, { sides: 'one-sided' });
				if (jobId === undefined || !look.ok || owner !== userName) return [];
				const impressionsCompleted = look.value.impressionsCompleted ?? 0;
				return [{ jobId, impressionsCompleted, end: endOf(look.value, impressionsCompleted) }];
			})
		);
	};

	const newestJob = async (signal: AbortSignal): Promise<Answer<DeviceJob | undefined>> => {
		// In this order: a job that ends between the two questions is seen by the second.
		const open = await jobsThat('not-completed', signal);
		if (!open.ok) return open;
		const ended = await jobsThat('completed', signal);
		if (!ended.ok) return ended;
		return ok([...open.value, ...ended.value].toSorted((one, other) => other.jobId - one.jobId)[0]);
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
		for (let looks = 0; ; looks += 1) {
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
			await cancelAll(open.value, looks === 0, signal);
			await pause(signal);
		}
	};

	return {
		newestJob,
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
