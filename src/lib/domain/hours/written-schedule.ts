import type { LocalizedText } from '../language.ts';
import type { Weekday } from './schedule.ts';

/** Hours as a person writes them: `09:00-12:00`. Checked by the schema of the configuration when previewed and when saved. */
export type WrittenIntervals = readonly string[];
export type WrittenWeek = Readonly<Partial<Record<Weekday, WrittenIntervals>>>;
export type WrittenHolidays = 'closed' | 'asWeekday' | WrittenIntervals;

export interface WrittenSeason {
	readonly name: LocalizedText;
	/** `YYYY-MM-DD`, both inclusive. */
	readonly from: string;
	readonly to: string;
	readonly weekly: WrittenWeek;
	readonly publicHolidays?: WrittenHolidays;
}

export interface WrittenException {
	readonly date: string;
	/** Empty: closed. */
	readonly hours: WrittenIntervals;
	readonly reason?: LocalizedText;
}

export interface WrittenSchedule {
	readonly weekly: WrittenWeek;
	readonly publicHolidays: WrittenHolidays;
	readonly seasons: readonly WrittenSeason[];
	readonly exceptions: readonly WrittenException[];
}
