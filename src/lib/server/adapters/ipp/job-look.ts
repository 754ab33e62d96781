import { failed, ok, type Result } from '../../../domain/result.ts';
import type { PrintEvent, PrintFault, PrintFaultReport, PrintRequest } from '../../../ports/printer.ts';
import { groupsOf, numbersOf, stringsOf } from './attributes.ts';
import type { IppGroup, IppMessage } from './codec.ts';
import { faultOfAbort } from './faults.ts';
import { jobStates } from './operations.ts';

/** The attributes that {@link readJob} reads. */
export const jobLookAttributes = [
	...['job-state', 'job-state-reasons', 'job-impressions-completed', 'job-media-sheets-completed']
];

export interface JobLook {
	readonly state: number;
	readonly reasons: readonly string[];
	/** Undefined when the printer does not count. */
	readonly impressionsCompleted: number | undefined;
}

export type EndEvent = Extract<PrintEvent, { type: 'done' | 'failed' }>;

export const isOver = (state: number): boolean => state >= jobStates.canceled;

type Counted = Pick<PrintRequest, 'sides' | 'impressions'>;

/**
 * Printed sides by the printer's own count: `job-impressions-completed`, or from `job-media-sheets-completed` (RFC 8011 §5.3.18) where only
 * sheets are counted. Never more than the print has.
 */
const impressionsTold = (job: IppGroup | undefined, { sides, impressions = Infinity }: Counted): number | undefined => {
	const told = (name: string) => numbersOf(job, name).find((count) => count >= 0);
	const inSides = told('job-impressions-completed');
	const inSheets = told('job-media-sheets-completed');
	if (inSides === undefined && inSheets === undefined) return undefined;
	return Math.min(impressions, inSides || (inSheets ?? 0) * (sides === 'one-sided' ? 1 : 2));
};

/** Reads one job group of an answer. */
export function readJob(job: IppGroup | undefined, counted: Counted): Result<JobLook, PrintFaultReport> {
	const state = numbersOf(job, 'job-state')[0];
	if (state === undefined || state < jobStates.pending || state > jobStates.completed) {
		return failed({ fault: 'bad-answer', detail: 'an answer without job-state' });
	}
	return ok({
		state,
		reasons: stringsOf(job, 'job-state-reasons'),
		impressionsCompleted: impressionsTold(job, counted)
	});
}

/** CUPS 2.4.2 stops, and keeps, a job whose document its filters could not read. */
const unreadable = 'job-completed-with-errors';

/** The last event of a job that the printer has ended, or will not go on with by itself; undefined while it may. */
export function endOf({ state, reasons }: JobLook, impressionsCompleted: number): EndEvent | undefined {
	const ended = (fault: PrintFault): EndEvent => ({
		type: 'failed',
		report: { fault, detail: `job-state ${state}: ${reasons.join(' ')}` },
		impressionsCompleted
	});
	switch (state) {
		case jobStates.completed:
			return { type: 'done', impressionsCompleted };
		case jobStates.aborted:
			return ended(faultOfAbort(reasons));
		case jobStates.canceled:
			return ended(reasons.includes('aborted-by-system') ? 'aborted' : 'cancelled-at-printer');
		case jobStates['processing-stopped']:
			return reasons.includes(unreadable) ? ended('document-refused') : undefined;
		default:
			return undefined;
	}
}

/** The number of the job that an answer is about. */
export function jobIdOf(message: IppMessage): Result<number, PrintFaultReport> {
	const jobId = numbersOf(groupsOf(message, 'job')[0], 'job-id')[0];
	return jobId === undefined ? failed({ fault: 'bad-answer', detail: 'an answer without job-id' }) : ok(jobId);
}
