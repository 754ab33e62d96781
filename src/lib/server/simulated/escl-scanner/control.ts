import * as v from 'valibot';

/** Ways in which a simulated scanner can talk nonsense. Those of a page strike at `atPage` of each job. */
export const pageNonsense = [
	'truncated-page',
	'not-a-jpeg',
	'content-length-too-long',
	'content-length-too-short',
	'cut-connection'
] as const;
/** Those of an answer strike capabilities and status. `black-hole`: nothing is ever answered (from `atPage` of a job, where given). */
export const answerNonsense = ['nonsense-xml', 'half-answer', 'black-hole'] as const;
export type Nonsense = (typeof pageNonsense)[number] | (typeof answerNonsense)[number];

/** What the sheets in the feeder are. `letters`: two clean ones in turn. `mixed`: also a blank, a crooked, a small and a faint one. */
export const stackKinds = ['letters', 'mixed'] as const;
export type StackKind = (typeof stackKinds)[number];

const count = (most: number) => v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(most));
const once = v.optional(v.literal(true));

/** What can be done to a simulated scanner from outside, in process or as JSON to `POST /control`; several at a time, in this order. */
export const controlOrderSchema = v.strictObject({
	/** Empty, closed, online, nothing wrong; running jobs are dropped. */
	clear: once,
	/** What sheets are from now on, where the sample pages are used. */
	pages: v.optional(v.picklist(stackKinds)),
	/** Lays so many sheets on those in the feeder; an empty feeder begins again with page 1. */
	loadPages: v.optional(count(500)),
	/** The feeder jams once, when it draws in this page (from 1) of a job. Opening the cover frees the paper. */
	jamAtPage: v.optional(v.pipe(count(500), v.minValue(1))),
	openCover: once,
	closeCover: once,
	goOffline: once,
	goOnline: once,
	/** So many of the next jobs are refused as busy. */
	setBusy: v.optional(count(1_000_000)),
	/** This page (from 1) of each job is held back, until null lets it go. */
	holdAtPage: v.optional(v.nullable(v.pipe(count(500), v.minValue(1)))),
	/** How long each page takes. */
	setPageDelayMs: v.optional(count(600_000)),
	/** null: talk sense again. */
	playNonsense: v.optional(
		v.nullable(
			v.strictObject({
				kind: v.picklist([...pageNonsense, ...answerNonsense]),
				atPage: v.optional(v.pipe(count(500), v.minValue(1)))
			})
		)
	)
});
export type ControlOrder = v.InferOutput<typeof controlOrderSchema>;

/** How a simulated scanner is, as somebody beside it would see. */
export interface SimulatedScannerState {
	readonly sheetsInFeeder: number;
	readonly jammed: boolean;
	readonly coverOpen: boolean;
	readonly offline: boolean;
	readonly runningJobs: number;
}

/** The hands of somebody beside the simulated scanner. */
export interface SimulatedScannerControl {
	apply(order: ControlOrder): void;
	state(): SimulatedScannerState;
	clear(): void;
	loadPages(sheets: number): void;
	jamAtPage(page: number): void;
	openCover(): void;
	closeCover(): void;
	goOffline(): void;
	goOnline(): void;
	setBusy(times: number): void;
	setPageDelayMs(milliseconds: number): void;
	playNonsense(kind: Nonsense, atPage?: number): void;
}

/** Each single control as an order. */
export const controlBy = (
	apply: (order: ControlOrder) => void,
	state: () => SimulatedScannerState
): SimulatedScannerControl => ({
	apply,
	state,
	clear: () => apply({ clear: true }),
	loadPages: (loadPages) => apply({ loadPages }),
	jamAtPage: (jamAtPage) => apply({ jamAtPage }),
	openCover: () => apply({ openCover: true }),
	closeCover: () => apply({ closeCover: true }),
	goOffline: () => apply({ goOffline: true }),
	goOnline: () => apply({ goOnline: true }),
	setBusy: (setBusy) => apply({ setBusy }),
	setPageDelayMs: (setPageDelayMs) => apply({ setPageDelayMs }),
	playNonsense: (kind, atPage) => apply({ playNonsense: atPage === undefined ? { kind } : { kind, atPage } })
});
