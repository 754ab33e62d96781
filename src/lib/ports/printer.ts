import type { PageRange } from '../domain/printing/page-ranges.ts';
import type { Result } from '../domain/result.ts';
import type { Wipeable } from './wipeable.ts';

/** What can stop a print, in the words of `printer-state-reasons` (RFC 8011 §5.4.12) and IPP status codes (RFC 8011 §5.4). */
export const printFaults = [
	'media-empty',
	'media-needed',
	'media-jam',
	'cover-open',
	'toner-empty',
	'input-tray-missing',
	'output-full',
	'spool-area-full',
	'offline',
	'busy',
	'timed-out',
	'bad-answer',
	'document-refused',
	'aborted',
	'cancelled-at-printer'
] as const;
export type PrintFault = (typeof printFaults)[number];

/** A fault and, for the technician only, what the printer really said. Never holds personal data. */
export interface PrintFaultReport {
	readonly fault: PrintFault;
	readonly detail: string;
}

/** IPP `sides` keywords (RFC 8011 §5.2.8). */
export type PrintSides = 'one-sided' | 'two-sided-long-edge' | 'two-sided-short-edge';
/** IPP `print-color-mode` keywords (PWG 5100.14) that a customer is offered. */
export type PrintColour = 'color' | 'monochrome';

export type { PageRange };
/** IPP `print-scaling` keywords (PWG 5100.13) that we use: `fit` makes a page of any size fill the sheet, `none` leaves it as it is. */
export type PrintScaling = 'auto' | 'fit' | 'none';
/** IPP `orientation-requested` (RFC 8011 §5.2.10). */
export type PrintOrientation = 'portrait' | 'landscape';

/** What a printer tells of while it prints on. Staff may act; no customer is stopped by it. */
export const printerNotes = ['media-low', 'toner-low', 'output-almost-full'] as const;
export type PrinterNote = (typeof printerNotes)[number];

/**
 * A whole PDF: its bytes, or a way to read them piece by piece, from the start each time it is called. A document that is read so is
 * never held in memory as a whole.
 */
export type PrintDocument = Uint8Array | (() => AsyncIterable<Uint8Array>);

export interface PrinterAttributes {
	readonly makeAndModel: string;
	readonly state: 'idle' | 'processing' | 'stopped';
	/** Reasons known to us, matched by prefix (`media-empty-warning` → `media-empty`); `offline` when it is stopped without one. */
	readonly faults: readonly PrintFault[];
	readonly notes: readonly PrinterNote[];
	readonly sides: readonly PrintSides[];
	readonly colours: readonly PrintColour[];
	readonly documentFormats: readonly string[];
	readonly pageRanges: boolean;
	readonly maxCopies: number;
	/** Whether copies come out one after the other, each complete; else it is not known. */
	readonly collate: boolean;
	/** Empty: the PDF must fit its sheet already. */
	readonly scaling: readonly PrintScaling[];
	readonly orientations: readonly PrintOrientation[];
	/** Sizes by their PWG 5101.1 names: `iso_a4_210x297mm`. */
	readonly media: readonly string[];
}

export interface PrintRequest {
	readonly document: PrintDocument;
	readonly copies: number;
	readonly sides: PrintSides;
	readonly colour: PrintColour;
	/** Empty: all pages. */
	readonly pageRanges: readonly PageRange[];
	/** This and the next two: without it, what the printer does by itself; one that the printer does not offer is refused. */
	readonly scaling?: PrintScaling;
	readonly orientation?: PrintOrientation;
	readonly media?: string;
	/** Printed sides of the whole print (`printExtent`): no printer counts more, and it stands in for one that does not count. */
	readonly impressions?: number;
}

/**
 * What happens to a print, told as it is. `sending`: the printer has taken the job, the document is on its way. `sent` says only that the
 * printer has the whole document. `waiting` clears by itself when the printer says so: then `printing`, or before the first side `sent` or
 * `sending`, is told again. `done` and `failed` are final.
 */
export type PrintEvent =
	| { type: 'sending' }
	| { type: 'sent' }
	| { type: 'printing'; impressionsCompleted: number }
	| { type: 'waiting'; fault: PrintFault }
	| { type: 'done'; impressionsCompleted: number }
	| { type: 'failed'; report: PrintFaultReport; impressionsCompleted: number };

export interface Printer extends Wipeable {
	/** What this printer offers and how it is now. */
	attributes(signal: AbortSignal): Promise<Result<PrinterAttributes, PrintFaultReport>>;
	/**
	 * Sends one document under a neutral job and user name and follows the job to its end. Abort cancels the job at the
	 * printer and ends the iteration quietly. Every call to the printer has a time limit (`timed-out`).
	 */
	print(request: PrintRequest, signal: AbortSignal): AsyncIterable<PrintEvent>;
	/** Jobs of ours that the printer (and any queue between) still holds unfinished. */
	openJobs(signal: AbortSignal): Promise<Result<number, PrintFaultReport>>;
}
