import { selectedPages } from '../../../domain/printing/page-ranges.ts';
import type { PageRange, PrintOrientation, PrintScaling, PrintSides } from '../../../ports/printer.ts';
import type { JobState } from '../../adapters/ipp/operations.ts';
import type { Nonsense, PrinterCommand, PrinterControl, ReceivedDocument } from './control.ts';
import { countPdfPages } from './pdf-pages.ts';

export interface JobTicket {
	readonly jobName: string;
	readonly userName: string;
	readonly copies: number;
	readonly sides: PrintSides;
	readonly colour: string;
	readonly pageRanges: readonly PageRange[];
	readonly scaling?: PrintScaling;
	readonly orientation?: PrintOrientation;
	readonly media?: string;
}

export interface SimulatedJob {
	readonly id: number;
	readonly ticket: JobTicket;
	readonly state: JobState;
	readonly reasons: readonly string[];
	/** 0 until the document is there. */
	readonly impressions: number;
	readonly impressionsCompleted: number;
}

export interface EngineOptions {
	/** Between two pages. */
	readonly pageMs?: number;
	/** Takes no second job before the first is over, as small printers do. */
	readonly oneJobAtATime?: boolean;
}

/** The paper path and the job list of a printer, without any protocol. */
export interface PrintEngine {
	readonly control: PrinterControl;
	state(): 'idle' | 'processing' | 'stopped';
	/** `printer-state-reasons` keywords; empty when nothing is wrong. */
	reasons(): readonly string[];
	isOffline(): boolean;
	nonsense(): Nonsense | undefined;
	jobs(): readonly SimulatedJob[];
	begin(ticket: JobTicket): SimulatedJob | 'busy';
	/** The document of a job that waits for one; false when there is no such job. */
	feed(jobId: number, document: Uint8Array, format: string): boolean;
	/** False when there is no such job or it is over. */
	cancel(jobId: number): boolean;
	/** Settles at the next change of anything. */
	change(): Promise<void>;
	close(): void;
}

type EngineJob = { -readonly [Key in keyof SimulatedJob]: SimulatedJob[Key] } & { fed: boolean };

export const isOver = ({ state }: Pick<SimulatedJob, 'state'>): boolean =>
	state === 'completed' || state === 'canceled' || state === 'aborted';

/** Prints page by page until paper, a jam, the cover or somebody at the controls stops it. */
export function createPrintEngine({ pageMs = 50, oneJobAtATime = false }: EngineOptions = {}): PrintEngine {
	const received: ReceivedDocument[] = [];
	const jobs: EngineJob[] = [];
	let sheets = Infinity;
	const troubles = new Set<'jam' | 'cover' | 'offline' | 'held' | 'aborting'>();
	const raised = new Map<string, { readonly stops: boolean }>();
	let nonsense: Nonsense | undefined;
	let closed = false;
	let working = false;
	let changed = Promise.withResolvers<void>();
	const tell = () => {
		const previous = changed;
		changed = Promise.withResolvers<void>();
		previous.resolve();
	};

	const reasons = () => [
		...(troubles.has('cover') ? ['cover-open-error'] : []),
		...(troubles.has('jam') ? ['media-jam-error'] : []),
		...(sheets <= 0 ? ['media-empty-error'] : []),
		...raised.keys()
	];
	const isStopped = () =>
		sheets <= 0 || troubles.has('cover') || troubles.has('jam') || [...raised.values()].some(({ stops }) => stops);
	const current = () => jobs.find((job) => job.state === 'processing' || job.state === 'processing-stopped');
	const end = (job: EngineJob, state: JobState, ...why: string[]) => {
		job.state = state;
		job.reasons = why;
		tell();
	};

	const delay = () => new Promise<void>((resolve) => setTimeout(resolve, pageMs).unref());

	const printPages = async (job: EngineJob) => {
		for (let page = 0; page < job.impressions; page += 1) {
			while (!isOver(job) && !closed && (isStopped() || troubles.has('held'))) {
				const stopped = isStopped();
				job.state = stopped ? 'processing-stopped' : 'processing';
				job.reasons = stopped ? ['printer-stopped'] : ['job-printing'];
				await changed.promise;
			}
			if (isOver(job) || closed) return;
			job.state = 'processing';
			job.reasons = ['job-printing'];
			await delay();
			if (isOver(job) || closed) return;
			if (job.ticket.sides === 'one-sided' || page % 2 === 0) sheets -= 1;
			job.impressionsCompleted += 1;
			tell();
		}
		end(job, 'completed', 'job-completed-successfully');
	};

	const work = async () => {
		if (working) return;
		working = true;
		for (;;) {
			const job = jobs.find((candidate) => candidate.state === 'pending' && candidate.fed);
			if (!job || closed) break;
			job.state = 'processing';
			tell();
			if (troubles.delete('aborting')) end(job, 'aborted', 'aborted-by-system');
			else if (job.impressions === 0) end(job, 'aborted', 'document-format-error');
			else await printPages(job);
		}
		working = false;
	};

	const actions: Record<
		Exclude<PrinterCommand['do'], 'loadPaper' | 'answerNonsense' | 'raise' | 'clear'>,
		() => void
	> = {
		paperOut: () => (sheets = 0),
		jam: () => troubles.add('jam'),
		clearJam: () => troubles.delete('jam'),
		openCover: () => troubles.add('cover'),
		closeCover: () => troubles.delete('cover'),
		goOffline: () => troubles.add('offline'),
		goOnline: () => troubles.delete('offline'),
		abortNext: () => {
			const job = current();
			if (job) end(job, 'aborted', 'aborted-by-system');
			else troubles.add('aborting');
		},
		cancelCurrent: () => {
			const job = current();
			if (job) end(job, 'canceled', 'job-canceled-at-device');
		},
		hold: () => troubles.add('held'),
		release: () => troubles.delete('held'),
		clearReceived: () => received.splice(0),
		answerProperly: () => (nonsense = undefined)
	};

	return {
		control: {
			apply: (command) => {
				if (command.do === 'loadPaper') sheets = command.sheets ?? Infinity;
				else if (command.do === 'answerNonsense') nonsense = command.kind;
				else if (command.do === 'raise') raised.set(command.reason, { stops: command.stops ?? true });
				else if (command.do === 'clear') raised.delete(command.reason);
				else actions[command.do]();
				tell();
			},
			received
		},
		state: () => (isStopped() ? 'stopped' : current() ? 'processing' : 'idle'),
		reasons,
		isOffline: () => troubles.has('offline'),
		nonsense: () => nonsense,
		jobs: () => jobs,
		begin: (ticket) => {
			if (oneJobAtATime && jobs.some((job) => !isOver(job))) return 'busy';
			const job: EngineJob = {
				id: jobs.length + 1,
				ticket,
				state: 'pending',
				reasons: ['job-incoming'],
				impressions: 0,
				impressionsCompleted: 0,
				fed: false
			};
			jobs.push(job);
			tell();
			return job;
		},
		feed: (jobId, document, format) => {
			const job = jobs.find((candidate) => candidate.id === jobId && candidate.state === 'pending' && !candidate.fed);
			if (!job) return false;
			job.fed = true;
			job.reasons = ['none'];
			job.impressions = selectedPages(countPdfPages(document) ?? 0, job.ticket.pageRanges) * job.ticket.copies;
			received.push({ jobId, ...job.ticket, format, document });
			tell();
			void work();
			return true;
		},
		cancel: (jobId) => {
			const job = jobs.find((candidate) => candidate.id === jobId);
			if (!job || isOver(job)) return false;
			end(job, 'canceled', 'job-canceled-by-user');
			return true;
		},
		change: () => changed.promise,
		close: () => {
			closed = true;
			tell();
		}
	};
}
