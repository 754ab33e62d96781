/** Operation codes (RFC 8011 §5.4.15; Cancel-My-Jobs: PWG 5100.11). */
export const operations = {
	'print-job': 0x0002,
	'validate-job': 0x0004,
	'create-job': 0x0005,
	'send-document': 0x0006,
	'cancel-job': 0x0008,
	'get-job-attributes': 0x0009,
	'get-jobs': 0x000a,
	'get-printer-attributes': 0x000b,
	'cancel-my-jobs': 0x0039
} as const;
export type OperationName = keyof typeof operations;

/** `job-state` (RFC 8011 §5.3.7). */
export const jobStates = {
	pending: 3,
	'pending-held': 4,
	processing: 5,
	'processing-stopped': 6,
	canceled: 7,
	aborted: 8,
	completed: 9
} as const;
export type JobState = keyof typeof jobStates;

/** `printer-state` (RFC 8011 §5.4.11). */
export const printerStates = { idle: 3, processing: 4, stopped: 5 } as const;

/** `orientation-requested` (RFC 8011 §5.2.10). */
export const orientations = { portrait: 3, landscape: 4 } as const;

/** Status codes that a client of ours tells apart (RFC 8011 appendix B). */
export const statusCodes = {
	'successful-ok': 0x0000,
	'successful-ok-ignored-or-substituted-attributes': 0x0001,
	'client-error-bad-request': 0x0400,
	'client-error-not-possible': 0x0404,
	'client-error-timeout': 0x0405,
	'client-error-not-found': 0x0406,
	'client-error-gone': 0x0407,
	'client-error-request-entity-too-large': 0x0408,
	'client-error-document-format-not-supported': 0x040a,
	'client-error-attributes-or-values-not-supported': 0x040b,
	'client-error-compression-error': 0x0410,
	'client-error-document-format-error': 0x0411,
	'server-error-internal-error': 0x0500,
	'server-error-operation-not-supported': 0x0501,
	'server-error-service-unavailable': 0x0502,
	'server-error-device-error': 0x0504,
	'server-error-temporary-error': 0x0505,
	'server-error-not-accepting-jobs': 0x0506,
	'server-error-busy': 0x0507,
	'server-error-job-canceled': 0x0508,
	'server-error-printer-is-deactivated': 0x050a
} as const;
export type StatusName = keyof typeof statusCodes;
