import type { PrintFault } from '../../../ports/printer.ts';
import { statusCodes, type StatusName } from './operations.ts';

/** `printer-state-reasons` keywords (RFC 8011 §5.4.12, PWG 5100.9) by their beginning, the most telling first. */
const reasonPrefixes: readonly (readonly [prefix: string, fault: PrintFault])[] = [
	['media-jam', 'media-jam'],
	['cover-open', 'cover-open'],
	['door-open', 'cover-open'],
	['interlock-open', 'cover-open'],
	['media-empty', 'media-empty'],
	['media-needed', 'media-needed'],
	['input-tray-missing', 'input-tray-missing'],
	['toner-empty', 'toner-empty'],
	['marker-supply-empty', 'toner-empty'],
	['output-area-full', 'output-full'],
	['output-tray-missing', 'output-full'],
	['spool-area-full', 'spool-area-full'],
	['offline', 'offline'],
	['shutdown', 'offline'],
	['connecting-to-device', 'offline'],
	['timed-out', 'offline'],
	['paused', 'offline']
];

/**
 * The faults among `printer-state-reasons`, most telling first. `-report` says that the device works on (RFC 8011
 * §5.4.12), so it is left out, but for `offline-report`, which is how CUPS says that it cannot reach the printer.
 */
export function faultsOfReasons(reasons: readonly string[]): PrintFault[] {
	const stopping = reasons.filter((reason) => !reason.endsWith('-report') || reason === 'offline-report');
	const faults = reasonPrefixes
		.filter(([prefix]) => stopping.some((reason) => reason.startsWith(prefix)))
		.map(([, fault]) => fault);
	return [...new Set(faults)];
}

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
