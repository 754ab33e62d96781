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

/** Inclusive, counted from 1, as IPP `page-ranges` (RFC 8011 §5.2.7). */
export interface PageRange {
	readonly from: number;
	readonly to: number;
}

export interface PrinterAttributes {
	readonly makeAndModel: string;
	readonly state: 'idle' | 'processing' | 'stopped';
	/** Reasons known to us, matched by prefix (`media-empty-warning` → `media-empty`). */
	readonly faults: readonly PrintFault[];
	readonly sides: readonly PrintSides[];
	readonly colours: readonly PrintColour[];
	readonly documentFormats: readonly string[];
	readonly pageRanges: boolean;
	readonly maxCopies: number;
}

export interface PrintRequest {
	/** A whole PDF. */
	readonly document: Uint8Array;
	readonly copies: number;
	readonly sides: PrintSides;
	readonly colour: PrintColour;
	/** Empty: all pages. */
	readonly pageRanges: readonly PageRange[];
}

/**
 * What happens to a print, told as it is. `sent` says only that the printer has the whole document. `done` and `failed` are
 * final; `waiting` is not: the fault clears by itself when the printer says so.
 */
export type PrintEvent =
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
