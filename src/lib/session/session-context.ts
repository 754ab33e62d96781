import type { Language } from '../domain/language.ts';
import { visiblePageCount, type Paper } from '../domain/paper.ts';
import type { WipeProof, WipeRecord } from '../domain/wipe.ts';
import type { Clock } from '../ports/clock.ts';
import type { FileChooser, PortalFault } from '../ports/portal.ts';
import type { PrintFault } from '../ports/printer.ts';
import type { ScanFault, ScanRequest } from '../ports/scanner.ts';
import type { PrintOrder } from './session-actors.ts';
import type { OpeningHours, SessionLimits } from './session-devices.ts';
import type { NoticeView, OutOfOrderReason } from './session-view.ts';

/** Everything the session knows of one customer. Forgotten as a whole when a wipe begins. */
export interface Visit {
	readonly language: Language | null;
	/** Milliseconds since the epoch; null before the visit starts. */
	readonly startedAt: number | null;
	readonly warnedMinutes: number | null;
	/** When the running question "are you still here?" must be answered. */
	readonly answerBy: number | null;
	readonly papers: readonly Paper[];
	readonly selectedPaperId: string | null;
	readonly scan: {
		readonly request: ScanRequest;
		readonly paperId: string | null;
		readonly pages: number;
		readonly fault: ScanFault | null;
	} | null;
	readonly print: {
		readonly order: PrintOrder;
		readonly pages: number;
		readonly impressionsCompleted: number;
		readonly fault: PrintFault | null;
	} | null;
	readonly chooser: FileChooser | null;
	readonly place: { readonly host: string; readonly pagesOpen: number } | null;
	readonly portalFault: PortalFault | null;
	readonly notice: NoticeView | null;
	/** The channel whose site the portal's browser is for; null: the portal itself. */
	readonly siteChannelId: string | null;
	/** The place that the customer is asked about before another one is closed for it. */
	readonly wantedPlace: { readonly channelId: string | null } | null;
	/** The channel that is looked at, and from where. */
	readonly channel: { readonly id: string; readonly cameFrom: 'channels' | 'guide' } | null;
	/** The numbers of the answers given to the guide, from 0. */
	readonly guideAnswers: readonly number[];
}

export const nobody: Visit = {
	language: null,
	startedAt: null,
	warnedMinutes: null,
	answerBy: null,
	papers: [],
	selectedPaperId: null,
	scan: null,
	print: null,
	chooser: null,
	place: null,
	portalFault: null,
	notice: null,
	siteChannelId: null,
	wantedPlace: null,
	channel: null,
	guideAnswers: []
};

export interface SessionContext {
	readonly clock: Clock;
	readonly limits: SessionLimits;
	readonly hours: OpeningHours;
	/** When it closed; null while open. A visit that is still running has its grace from here. */
	readonly closedAt: number | null;
	readonly visit: Visit;
	readonly wipeReason: WipeRecord['reason'];
	readonly proofs: readonly WipeProof[];
	readonly outOfOrder: OutOfOrderReason | null;
}

/** When the visit ends by itself, and why. Never later than asked, never earlier than said: both ends are known from the start. */
export function endOfVisit({ visit, limits, hours, closedAt }: SessionContext): {
	at: number;
	because: 'limit' | 'closing';
} {
	const limitAt = (visit.startedAt ?? 0) + limits.visitMs;
	const closesAt = hours.open ? hours.closesAt : closedAt;
	return closesAt !== null && closesAt < limitAt
		? { at: closesAt, because: 'closing' }
		: { at: limitAt, because: 'limit' };
}

/** The shortest warning, in minutes before the end, that the clock has reached; null before the first. */
export function reachedWarning(context: SessionContext): number | null {
	const left = endOfVisit(context).at - context.clock.now();
	const reached = context.limits.warnMinutes.filter((minutes) => left <= minutes * 60_000);
	return reached.length === 0 ? null : Math.min(...reached);
}

/** How long until the next warning or the end, whichever is first; never negative. */
export function untilNextMoment(context: SessionContext): number {
	const { at } = endOfVisit(context);
	const moments = [...context.limits.warnMinutes.map((minutes) => at - minutes * 60_000), at];
	const now = context.clock.now();
	return Math.max(0, Math.min(...moments.filter((moment) => moment > now || moment === at)) - now);
}

export const paperOf = (visit: Visit, paperId: string): Paper | undefined =>
	visit.papers.find((paper) => paper.id === paperId);

/** Sides of paper that come out, and the sheets they lie on. */
export function printExtent(print: NonNullable<Visit['print']>): { impressions: number; sheets: number } {
	const { copies, sides } = print.order;
	const sheetsPerCopy = sides === 'one-sided' ? print.pages : Math.ceil(print.pages / 2);
	return { impressions: print.pages * copies, sheets: sheetsPerCopy * copies };
}

export const pageCountOf = (visit: Visit, paperId: string): number => {
	const paper = paperOf(visit, paperId);
	return paper ? visiblePageCount(paper) : 0;
};

/** The moment of closing that goes with new hours: the one that was said, or now when it comes as a surprise. */
export function closingMoment({ clock, hours, closedAt }: SessionContext, next: OpeningHours): number | null {
	if (next.open) return null;
	return hours.open ? Math.min(hours.closesAt ?? clock.now(), clock.now()) : (closedAt ?? clock.now());
}
