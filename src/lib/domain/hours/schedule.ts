import type { LocalizedText } from '../language.ts';
import type { DayInterval } from './day-interval.ts';

/** The days of a week as the configuration writes them, in ISO 8601 order. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof weekdays)[number];

/** Opening intervals by weekday; a day that is not listed is closed. */
export type Week = Readonly<Partial<Record<Weekday, readonly DayInterval[]>>>;

/** What happens on a public holiday: closed, as on any such weekday, or hours of its own. */
export type PublicHolidayHours = 'closed' | 'asWeekday' | readonly DayInterval[];

/** A stretch of dates (both inclusive, `YYYY-MM-DD`) whose week replaces the ordinary one. */
export interface Season {
	readonly name: LocalizedText;
	readonly from: string;
	readonly to: string;
	readonly weekly: Week;
	/** Left out: as the schedule says. */
	readonly publicHolidays?: PublicHolidayHours;
}

/** One date (`YYYY-MM-DD`) that is different; without intervals it is closed. */
export interface HoursException {
	readonly date: string;
	readonly intervals: readonly DayInterval[];
	readonly reason?: LocalizedText;
}

/** When something is open. What wins: exception, then public holiday, then season, then week. */
export interface Schedule {
	readonly weekly: Week;
	readonly publicHolidays: PublicHolidayHours;
	readonly seasons: readonly Season[];
	readonly exceptions: readonly HoursException[];
}

/** Where a schedule applies. */
export interface HoursPlace {
	/** IANA name, e.g. Europe/Helsinki. */
	readonly timeZone: string;
	/** The name of the public holiday on a date (`YYYY-MM-DD`), or null on an ordinary day. */
	readonly publicHoliday: (date: string) => LocalizedText | null;
}

/** Which rule decided, so that hours can explain themselves. */
export type HoursRule =
	| { readonly kind: 'weekly' }
	| { readonly kind: 'season'; readonly name: LocalizedText }
	| { readonly kind: 'publicHoliday'; readonly name: LocalizedText }
	| { readonly kind: 'exception'; readonly name?: LocalizedText };
