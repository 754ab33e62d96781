import type { Result } from '../domain/result.ts';
import type { ScanPreset } from '../domain/scan-settings.ts';
import type { Wipeable } from './wipeable.ts';

/** What can go wrong while pages are being taken in, in the words of SANE 1.06 §4.2 and eSCL 2.97 (AdfState, job state reasons). */
export const scanFaults = [
	'feeder-empty',
	'jam',
	'cover-open',
	'busy',
	'offline',
	'timed-out',
	'bad-answer',
	'out-of-memory',
	'io-error'
] as const;
export type ScanFault = (typeof scanFaults)[number];

/** A fault and, for the technician only, what the device really said. Never holds personal data. */
export interface ScanFaultReport {
	readonly fault: ScanFault;
	readonly detail: string;
}

export type { ScanPreset };
export type ScanSource = 'feeder' | 'flatbed';
export type ScanSides = 'one-sided' | 'two-sided';

export interface ScanRequest {
	readonly source: ScanSource;
	readonly sides: ScanSides;
	readonly preset: ScanPreset;
}

export interface ScannerCapabilities {
	readonly makeAndModel: string;
	readonly serialNumber: string | null;
	readonly sources: readonly ScanSource[];
	readonly duplex: boolean;
	readonly colour: boolean;
	/** Dots per inch, ascending. */
	readonly resolutionsDpi: readonly number[];
}

export interface ScannerStatus {
	readonly state: 'idle' | 'processing' | 'stopped';
	/** `unknown` where the device cannot tell (SANE). */
	readonly feeder: 'loaded' | 'empty' | 'jam' | 'cover-open' | 'absent' | 'unknown';
}

/** One side of one sheet. */
export interface ScannedPage {
	/** The device's own JPEG, untouched (eSCL), or one encoded once from its raw image (SANE). */
	readonly bytes: Uint8Array;
	readonly mediaType: 'image/jpeg';
	readonly widthPx: number;
	readonly heightPx: number;
	readonly resolutionDpi: number;
}

/** What happens during a scan. A fault is always the last event; pages already given stay valid after it. */
export type ScanEvent = { type: 'page'; page: ScannedPage } | { type: 'fault'; report: ScanFaultReport };

export interface Scanner extends Wipeable {
	/** What the device can do; asked again after every reconnect. */
	capabilities(signal: AbortSignal): Promise<Result<ScannerCapabilities, ScanFaultReport>>;
	/** What it is doing now. */
	status(signal: AbortSignal): Promise<Result<ScannerStatus, ScanFaultReport>>;
	/**
	 * Takes pages until the feeder is empty or one flatbed page is done, then ends without an event. A feeder that is empty
	 * before the first page is the fault `feeder-empty`. Abort cancels the job on the device and ends the iteration quietly.
	 * Each page and each answer of the device has a time limit of its own (`timed-out`).
	 */
	scan(request: ScanRequest, signal: AbortSignal): AsyncIterable<ScanEvent>;
}
