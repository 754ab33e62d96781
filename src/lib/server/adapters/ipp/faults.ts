import type { PrinterNote, PrintFault } from '../../../ports/printer.ts';
import { statusCodes, type StatusName } from './operations.ts';

/**
 * `printer-state-reasons` keywords (RFC 8011 §5.4.12, PWG 5100.9, IANA ipp-registrations) by their beginning, the most telling first.
 */
const faultPrefixes: readonly (readonly [prefix: string, fault: PrintFault])[] = [
	['media-jam', 'media-jam'],
	['cover-open', 'cover-open'],
	['door-open', 'cover-open'],
	['interlock-open', 'cover-open'],
	['input-tray-missing', 'input-tray-missing'],
	['media-empty', 'media-empty'],
	['input-media-supply-empty', 'media-empty'],
	['media-needed', 'media-needed'],
	['input-cannot-feed-size-selected', 'media-needed'],
	['toner-empty', 'toner-empty'],
	['marker-supply-empty', 'toner-empty'],
	['marker-supply-missing', 'toner-empty'],
	['marker-toner-empty', 'toner-empty'],
	['marker-toner-cartridge-missing', 'toner-empty'],
	['marker-ink-empty', 'toner-empty'],
	['marker-waste-full', 'toner-empty'],
	['marker-waste-toner-receptacle-full', 'toner-empty'],
	['marker-waste-ink-receptacle-full', 'toner-empty'],
	['developer-empty', 'toner-empty'],
	['opc-life-over', 'toner-empty'],
	['output-area-full', 'output-full'],
	['output-tray-missing', 'output-full'],
	['spool-area-full', 'spool-area-full'],
	['offline', 'offline'],
	['shutdown', 'offline'],
	['deactivated', 'offline'],
	['timed-out', 'offline'],
	['paused', 'offline'],
	['moving-to-paused', 'offline'],
	['hold-new-jobs', 'offline']
];

const notePrefixes: readonly (readonly [prefix: string, note: PrinterNote])[] = [
	['media-low', 'media-low'],
	['input-media-supply-low', 'media-low'],
	['toner-low', 'toner-low'],
	['marker-supply-low', 'toner-low'],
	['marker-toner-almost-empty', 'toner-low'],
	['marker-ink-almost-empty', 'toner-low'],
	['marker-waste-almost-full', 'toner-low'],
	['developer-low', 'toner-low'],
	['opc-near-eol', 'toner-low'],
	['output-area-almost-full', 'output-almost-full']
];

const matching = <Meaning>(
	prefixes: readonly (readonly [string, Meaning])[],
	reasons: readonly string[]
): Meaning[] => [
	...new Set(
		prefixes.filter(([prefix]) => reasons.some((reason) => reason.startsWith(prefix))).map(([, meaning]) => meaning)
	)
];

/**
 * The faults among `printer-state-reasons`, most telling first. `-report` says that the device works on (RFC 8011
 * §5.4.12), so it is left out, but for `offline-report`, which is how CUPS says that it cannot reach the printer.
 */
export const faultsOfReasons = (reasons: readonly string[]): PrintFault[] =>
	matching(
		faultPrefixes,
		reasons.filter((reason) => !reason.endsWith('-report') || reason === 'offline-report')
	);

/**
 * Whether a box on the way is looking for the printer. CUPS says so for a moment at each job, while it looks up the printer's name, and for
 * ever when there is no such name: only its staying is a fault.
 */
export const isConnecting = (reasons: readonly string[]): boolean =>
	reasons.some((reason) => reason.startsWith('connecting-to-device'));

/** What a printer tells of without being stopped by it, however grave it calls it itself. */
export const notesOfReasons = (reasons: readonly string[]): PrinterNote[] => matching(notePrefixes, reasons);

/** Why a job ended at the printer, by `job-state-reasons` (RFC 8011 §5.3.8). */
export function faultOfAbort(jobStateReasons: readonly string[]): PrintFault {
	const refused = ['document-format-error', 'unsupported-document-format', 'document-unprintable', 'compression-error'];
	return jobStateReasons.some((reason) => refused.some((prefix) => reason.startsWith(prefix)))
		? 'document-refused'
		: 'aborted';
}

const statusFaults: Partial<Record<StatusName, PrintFault>> = {
	'server-error-busy': 'busy',
	'server-error-temporary-error': 'busy',
	'server-error-service-unavailable': 'offline',
	'server-error-not-accepting-jobs': 'offline',
	'server-error-printer-is-deactivated': 'offline',
	'server-error-device-error': 'aborted',
	'server-error-job-canceled': 'cancelled-at-printer',
	'client-error-request-entity-too-large': 'document-refused',
	'client-error-document-format-not-supported': 'document-refused',
	'client-error-document-format-error': 'document-refused',
	'client-error-compression-error': 'document-refused',
	'client-error-attributes-or-values-not-supported': 'document-refused'
};

/** The fault behind a status code that is not a success; `bad-answer` for one we never expect. */
export function faultOfStatus(code: number): PrintFault {
	const name = (Object.keys(statusFaults) as StatusName[]).find((candidate) => statusCodes[candidate] === code);
	return (name && statusFaults[name]) ?? 'bad-answer';
}
