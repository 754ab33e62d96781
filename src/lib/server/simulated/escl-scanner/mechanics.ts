import { setTimeout as delay } from 'node:timers/promises';
import { failed, ok, type Result } from '../../../domain/result.ts';
import type { ScanSettings } from '../../../domain/scan-settings.ts';
import {
	controlBy,
	type ControlOrder,
	type Nonsense,
	type SimulatedScannerControl,
	type StackKind
} from './control.ts';
import { samplePages, givenPages, type PageSource } from './sample-pages.ts';

export interface MechanicsOptions {
	/** JPEGs given in turn instead of the sample pages; the feeder starts loaded with them. */
	readonly pages?: readonly Uint8Array[];
	/** Which sample pages; `letters` where not said. */
	readonly stack?: StackKind;
	readonly pageDelayMs?: number;
	/** For trying: an empty feeder is found loaded with so many sheets at the next job, as if somebody stood beside it. */
	readonly refillSheets?: number;
}

export interface JobRequest {
	readonly source: 'feeder' | 'flatbed';
	readonly twoSided: boolean;
	readonly settings: ScanSettings;
}

export type Obstacle = 'feeder-empty' | 'jam' | 'cover-open';
export type PageOutcome = { kind: 'page'; bytes: Uint8Array; nonsense: Nonsense | null } | { kind: 'end' | Obstacle };

export interface Job {
	readonly id: number;
	readonly request: JobRequest;
	state: 'Processing' | 'Completed' | 'Aborted' | 'Canceled';
	pagesGiven: number;
}

/** Paper, rollers and lid of a simulated scanner; how it is talked to is another matter. */
export interface Mechanics {
	readonly control: SimulatedScannerControl;
	feeder(): 'loaded' | 'empty' | 'jam' | 'cover-open';
	/** The nonsense that strikes answers now. */
	nonsense(): Nonsense | null;
	jobs(): readonly Job[];
	begin(request: JobRequest): Result<Job, 'busy' | Obstacle>;
	/** Draws in the next page. Resolves to `end` when there is none, or when the job or `signal` is cancelled. */
	nextPage(job: Job, signal: AbortSignal): Promise<PageOutcome>;
	cancel(job: Job): void;
}

/** A job that nobody fetches pages of is given up by the device after this time, as devices do. */
const abandonedAfterMs = 60_000;
const rememberedJobs = 20;

export function createMechanics(options: MechanicsOptions): Mechanics {
	let stack: StackKind = options.stack ?? 'letters';
	const source: PageSource = options.pages ? givenPages(options.pages) : samplePages(() => stack);
	let sheets = options.pages?.length ?? options.refillSheets ?? 0;
	let firstSheet = 1;
	let pageDelayMs = options.pageDelayMs ?? 0;
	let [jammed, coverOpen, offline] = [false, false, false];
	let busyAnswers = 0;
	let jamAtPage: number | null = null;
	let held = { atPage: null as number | null, letGo: Promise.withResolvers<void>() };
	let nonsense: { kind: Nonsense; atPage?: number | undefined } | null = null;
	let jobs: Job[] = [];
	const cancelling = new Map<Job, AbortController>();
	const touchedAt = new Map<Job, number>();

	const finish = (job: Job, state: Exclude<Job['state'], 'Processing'>) => {
		if (job.state === 'Processing') job.state = state;
		cancelling.get(job)?.abort();
		cancelling.delete(job);
		touchedAt.delete(job);
	};
	const running = () => jobs.filter((job) => job.state === 'Processing');
	const obstacle = (): 'jam' | 'cover-open' | null => (coverOpen ? 'cover-open' : jammed ? 'jam' : null);

	const hold = (atPage: number | null) => {
		held.letGo.resolve();
		held = { atPage, letGo: Promise.withResolvers() };
	};

	const apply = (order: ControlOrder) => {
		if (order.clear) {
			for (const job of running()) finish(job, 'Canceled');
			sheets = 0;
			stack = options.stack ?? 'letters';
			pageDelayMs = options.pageDelayMs ?? 0;
			[jammed, coverOpen, offline, busyAnswers, jamAtPage, nonsense] = [false, false, false, 0, null, null];
			hold(null);
		}
		stack = order.pages ?? stack;
		if (order.loadPages !== undefined) {
			if (sheets === 0) firstSheet = 1;
			sheets += order.loadPages;
		}
		jamAtPage = order.jamAtPage ?? jamAtPage;
		if (order.openCover) [coverOpen, jammed] = [true, false];
		if (order.closeCover) coverOpen = false;
		if (order.goOffline) offline = true;
		if (order.goOnline) offline = false;
		busyAnswers = order.setBusy ?? busyAnswers;
		if (order.holdAtPage !== undefined) hold(order.holdAtPage);
		pageDelayMs = order.setPageDelayMs ?? pageDelayMs;
		if (order.playNonsense !== undefined) nonsense = order.playNonsense;
	};

	const drawSheet = (): number => {
		sheets--;
		return firstSheet++;
	};

	return {
		control: controlBy(apply, () => ({
			sheetsInFeeder: sheets,
			jammed,
			coverOpen,
			offline,
			runningJobs: running().length
		})),
		feeder: () => obstacle() ?? (sheets > 0 ? 'loaded' : 'empty'),
		nonsense: () => (nonsense?.atPage === undefined ? (nonsense?.kind ?? null) : null),
		jobs: () => jobs,
		begin(request) {
			for (const job of running()) {
				if (performance.now() - (touchedAt.get(job) ?? 0) > abandonedAfterMs) finish(job, 'Aborted');
			}
			if (busyAnswers > 0) {
				busyAnswers--;
				return failed('busy');
			}
			if (running().length > 0) return failed('busy');
			const found = obstacle();
			if (found) return failed(found);
			if (request.source === 'feeder' && sheets === 0) {
				if (options.refillSheets === undefined) return failed('feeder-empty');
				[sheets, firstSheet] = [options.refillSheets, 1];
			}
			const job: Job = { id: (jobs.at(-1)?.id ?? 0) + 1, request, state: 'Processing', pagesGiven: 0 };
			jobs = [...jobs.slice(1 - rememberedJobs), job];
			cancelling.set(job, new AbortController());
			touchedAt.set(job, performance.now());
			return ok(job);
		},
		async nextPage(job, signal) {
			const cancelled = cancelling.get(job);
			if (!cancelled || job.state !== 'Processing') return { kind: 'end' };
			touchedAt.set(job, performance.now());
			const either = AbortSignal.any([signal, cancelled.signal]);
			if (pageDelayMs > 0) await delay(pageDelayMs, undefined, { signal: either }).catch(() => {});
			const page = job.pagesGiven + 1;
			if (held.atPage === page) await unlessAborted(held.letGo.promise, either);
			if (either.aborted) return { kind: 'end' };
			const { source: from, twoSided, settings } = job.request;
			if (from === 'feeder' && !coverOpen && jamAtPage === page) {
				[jammed, jamAtPage] = [true, null];
				sheets = Math.max(0, sheets - 1);
			}
			const found = obstacle();
			if (found) {
				finish(job, 'Aborted');
				return { kind: found };
			}
			const backSide = twoSided && page % 2 === 0;
			if (from === 'feeder' && !backSide && sheets === 0) {
				finish(job, 'Completed');
				return { kind: 'end' };
			}
			const sheet = from === 'flatbed' ? 1 : backSide ? firstSheet - 1 : drawSheet();
			const number = twoSided ? 2 * sheet - (backSide ? 0 : 1) : sheet;
			const bytes = await source(number, settings);
			job.pagesGiven = page;
			const over = from === 'flatbed' || (sheets === 0 && (!twoSided || backSide));
			if (over) finish(job, 'Completed');
			return { kind: 'page', bytes, nonsense: nonsense && (nonsense.atPage ?? 1) === page ? nonsense.kind : null };
		},
		cancel: (job) => finish(job, 'Canceled')
	};
}

/** Resolves with the promise or with the signal, whichever comes first. */
function unlessAborted(promise: Promise<void>, signal: AbortSignal): Promise<void> {
	const { promise: aborted, resolve } = Promise.withResolvers<void>();
	if (signal.aborted) resolve();
	signal.addEventListener('abort', () => resolve(), { once: true });
	return Promise.race([promise, aborted]);
}
