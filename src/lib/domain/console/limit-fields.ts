/** The limits of a visit that have one number, with what is allowed, both ends included. The legal floors are among them. */
export const limitRanges = {
	limitMinutes: { unit: 'minutes', least: 5, most: 480 },
	graceMinutes: { unit: 'minutes', least: 0, most: 15 },
	idleSeconds: { unit: 'seconds', least: 60, most: 1800 },
	/** EN 301 549 9.2.2.1: at least 20 s to answer with a simple action. */
	answerSeconds: { unit: 'seconds', least: 20, most: 600 },
	introSeconds: { unit: 'seconds', least: 20, most: 600 }
} as const;

/** In the order in which they are shown. */
export const limitNames = [
	'limitMinutes',
	'warnMinutes',
	'graceMinutes',
	'idleSeconds',
	'answerSeconds',
	'introSeconds'
] as const;
export type LimitName = (typeof limitNames)[number];
