import type { Language } from '../domain/language.ts';
import { visiblePageCount, type Compression, type Paper } from '../domain/paper.ts';
import type { PaperEdit } from '../domain/paper-edits.ts';
import type { PrintExtent } from '../domain/printing/print-extent.ts';
import type { WipeProof, WipeRecord } from '../domain/wipe.ts';
import type { SteadyClock } from '../ports/clock.ts';
import type { FileChooser, PortalFault } from '../ports/portal.ts';
import type { PrintFault } from '../ports/printer.ts';
import type { ScanFault, ScannerStatus, ScanRequest } from '../ports/scanner.ts';
import type { FitFault } from '../ports/tray.ts';
import type { PrintOrder } from './session-actors.ts';
import type { OpeningHours, SessionLimits } from './session-devices.ts';
import type { NoticeView, OutOfOrderReason } from './session-view.ts';

/** When a visit ends by itself, on the steady clock, and why. */
export interface VisitEnd {
	readonly at: number;
	readonly because: 'limit' | 'closing';
}

/** A scan with its continuations. */
export interface Scan {
	readonly request: ScanRequest;
	/** Where its pages go; null until the first has come. */
	readonly paperId: string | null;
	/** Pages that have come into that paper, and the sheets that they lay on. */
	readonly pages: number;
	readonly sheets: number;
	/** Pages since it was started or continued. */
	readonly pagesThisTime: number;
	readonly fault: ScanFault | null;
	/** What the scanner last said of its feeder while it was waited for. */
	readonly feeder: ScannerStatus['feeder'];
}

/** The scan after one more page. A page that went into another paper begins the count anew. */
export function withPage(scan: Scan, paperId: string): Scan {
	const pagesThisTime = scan.pagesThisTime + 1;
	const backSide = scan.request.sides === 'two-sided' && pagesThisTime % 2 === 0;
	const [pages, sheets] = scan.paperId === paperId || scan.paperId === null ? [scan.pages, scan.sheets] : [0, 0];
	return { ...scan, paperId, pagesThisTime, pages: pages + 1, sheets: backSide ? sheets : sheets + 1 };
}

/** A print, running or ended. */
export interface Print {
	readonly order: PrintOrder;
	/** As the paper was when it began. */
	readonly extent: PrintExtent;
	readonly impressionsCompleted: number;
	readonly fault: PrintFault | null;
}

/** Everything the session knows of one customer. Forgotten as a whole when a wipe begins. */
export interface Visit {
	readonly language: Language | null;
	/** On the steady clock; null before the visit starts. */
	readonly startedAt: number | null;
	/** The end that the customer was told; null before the visit starts. */
	readonly end: VisitEnd | null;
	readonly warnedMinutes: number | null;
	/** When the running question "are you still here?" must be answered; on the steady clock. */
	readonly answerBy: number | null;
	readonly papers: readonly Paper[];
	/** What "undo" would take back; null: nothing. */
	readonly undoable: PaperEdit['type'] | null;
	readonly selectedPaperId: string | null;
	readonly scan: Scan | null;
	readonly print: Print | null;
	/** Printed sides that count against the limits: all of a print that runs, and of those before it what came out. */
	readonly sidesUsed: number;
	readonly chooser: FileChooser | null;
	/** A paper that is made smaller for the page that asks, as it was before. */
	readonly fit: {
		readonly paper: Paper;
		readonly done: number;
		/** 0: not known yet. */
		readonly total: number;
		readonly compression: Compression | null;
		readonly fault: FitFault | null;
	} | null;
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
	end: null,
	warnedMinutes: null,
	answerBy: null,
	papers: [],
	undoable: null,
	selectedPaperId: null,
	scan: null,
	print: null,
	sidesUsed: 0,
	chooser: null,
	fit: null,
	place: null,
	portalFault: null,
	notice: null,
	siteChannelId: null,
	wantedPlace: null,
	channel: null,
	guideAnswers: []
};

export interface SessionContext {
	readonly clock: SteadyClock;
	/** How far the wall clock is ahead of the steady one, as of the last time the house told the hours. */
	readonly wallAhead: number;
	readonly limits: SessionLimits;
	/** In force from the next visit on: what a customer was told at the start holds to the end. */
	readonly nextLimits: SessionLimits;
	readonly hours: OpeningHours;
	/** The wall clock is obviously wrong, and with it the hours. */
	readonly clockIsWrong: boolean;
	readonly visit: Visit;
	readonly wipeReason: WipeRecord['reason'];
	readonly proofs: readonly WipeProof[];
	readonly outOfOrder: OutOfOrderReason | null;
}

/** How far the wall clock is ahead of the steady one right now. */
export const wallAheadOf = (clock: SteadyClock): number => clock.now() - clock.steady();

/**
 * The end that a visit has by these hours: session limit or closing time, whichever is first, but never earlier than was told.
 * Hours that are shortened, a closing by hand and a clock that is set forward leave it as it is.
 */
export function endOfVisit({ visit, limits, hours, wallAhead }: SessionContext): VisitEnd | null {
	if (visit.startedAt === null || !hours.open) return visit.end;
	const limit: VisitEnd = { at: visit.startedAt + limits.visitMs, because: 'limit' };
	const closing: VisitEnd = { at: (hours.closesAt ?? Infinity) - wallAhead, because: 'closing' };
	const end = closing.at < limit.at ? closing : limit;
	return visit.end !== null && visit.end.at >= end.at ? visit.end : end;
}

/** Milliseconds until the end that was told; not positive once it is reached. */
export const leftOfVisit = ({ visit, clock }: SessionContext): number => (visit.end?.at ?? 0) - clock.steady();

/** The shortest warning, in minutes before the end, that the clock has reached; null before the first. */
export function reachedWarning(context: SessionContext): number | null {
	const left = leftOfVisit(context);
	const reached = context.limits.warnMinutes.filter((minutes) => left <= minutes * 60_000);
	return reached.length === 0 ? null : Math.min(...reached);
}

/** How long until the next warning or the end, whichever is first; never negative. */
export function untilNextMoment(context: SessionContext): number {
	const left = leftOfVisit(context);
	const untilWarnings = context.limits.warnMinutes.map((minutes) => left - minutes * 60_000);
	return Math.max(0, Math.min(left, ...untilWarnings.filter((ms) => ms > 0)));
}

export const paperOf = (visit: Visit, paperId: string): Paper | undefined =>
	visit.papers.find((paper) => paper.id === paperId);

export const pageCountOf = (visit: Visit, paperId: string): number => {
	const paper = paperOf(visit, paperId);
	return paper ? visiblePageCount(paper) : 0;
};
