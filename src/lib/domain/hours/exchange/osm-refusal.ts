/** Why an OSM `opening_hours` value cannot be taken over. */
export type OsmRefusalKind =
	| 'not understood'
	/** `unknown`, or a comment in the place of a state: perhaps open. */
	| 'perhaps open'
	/** `||` */
	| 'fallback rule'
	/** `17:00+` */
	| 'open end'
	/** `sunrise`, `(sunset-01:00)` */
	| 'by the sun'
	/** `week 1-20` */
	| 'week number'
	/** `easter` */
	| 'movable feast'
	/** `SH` */
	| 'school holiday'
	/** `Mo[1]`, `PH +1 day` */
	| 'counted day'
	/** `Jun-Aug` without a year. */
	| 'every year'
	/** `Mo 12:00-13:00 off` */
	| 'closed for a part'
	/** A season that shares dates with another. */
	| 'seasons overlap'
	/** Public holidays whose hours depend on the weekday. */
	| 'holidays by weekday'
	/** An explanation in a place where a schedule has none. */
	| 'comment'
	| 'no such time'
	| 'no such date'
	/** Selectors without times or state. */
	| 'no hours';

/** What a schedule cannot hold, and where it stands. */
export interface OsmRefusal {
	readonly kind: OsmRefusalKind;
	/** Into the value, in UTF-16 units from 0. */
	readonly position: number;
	/** The words it is about, as they were written. */
	readonly words: string;
}

const month = '(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)';

/** What may stand where reading stopped; the first that fits. */
const stops: readonly (readonly [OsmRefusalKind, RegExp])[] = [
	['fallback rule', /^\|\|/],
	['by the sun', /^[(\d:-]*(sunrise|sunset|dawn|dusk)/],
	['open end', /^(\d{1,2}:\d{2}(-\d{1,2}:\d{2})?)?\+(?!\d)/],
	['counted day', /^([+-]?\s*\d+\s+days?|\[)/],
	['counted day', /^(Mo|Tu|We|Th|Fr|Sa|Su|PH)\s*([+-]\s*\d+\s+days?|\[)/],
	['week number', /^week\b/],
	['movable feast', /^(\d{4}\s+)?easter\b/],
	['school holiday', /^SH\b/],
	['every year', new RegExp(`^${month}\\b`)],
	['perhaps open', /^(unknown\b|")/]
];

/** The refusal for a text of which everything before `position` was understood. */
export function refusalAt(text: string, position: number): OsmRefusal {
	const rest = text.slice(position);
	const kind = stops.find(([, pattern]) => pattern.test(rest))?.[0] ?? 'not understood';
	return { kind, position, words: rest.replace(/(?<=.)(;|\|\|).*/s, '').trim() };
}
