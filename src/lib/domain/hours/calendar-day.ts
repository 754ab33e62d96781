import type { DayInterval } from './day-interval.ts';
import { dayHours } from './day-rule.ts';
import type { HoursException, HoursPlace, HoursRule, Schedule } from './schedule.ts';

/** One date of a calendar: its hours, and the rule that decided. */
export interface CalendarDay {
	/** `YYYY-MM-DD`. */
	readonly date: string;
	readonly intervals: readonly DayInterval[];
	readonly rule: HoursRule;
}

/** How a date is marked in a calendar. An ordinary closed day is one mark, whichever week says so. */
export type DayMark =
	'weekly' | 'season' | 'exceptionOpen' | 'exceptionClosed' | 'holidayOpen' | 'holidayClosed' | 'closed';

/** The dates from the first on. */
export function calendarDays(
	schedule: Schedule,
	place: HoursPlace,
	first: Temporal.PlainDate,
	days: number
): readonly CalendarDay[] {
	return Array.from({ length: days }, (_, index) => {
		const date = first.add({ days: index });
		return { date: date.toString(), ...dayHours(schedule, place, date) };
	});
}

export function dayMark({ rule, intervals }: CalendarDay): DayMark {
	const open = intervals.length > 0;
	switch (rule.kind) {
		case 'exception':
			return open ? 'exceptionOpen' : 'exceptionClosed';
		case 'publicHoliday':
			return open ? 'holidayOpen' : 'holidayClosed';
		case 'season':
			return open ? 'season' : 'closed';
		case 'weekly':
			return open ? 'weekly' : 'closed';
	}
}

/** Exceptions of following days that say the same: one closing of a week is one entry. */
export interface ExceptionRun {
	readonly from: string;
	readonly to: string;
	readonly exception: HoursException;
}

/** All exceptions in order of their dates, those of following days with the same hours and reason together. */
export function exceptionRuns(exceptions: readonly HoursException[]): readonly ExceptionRun[] {
	const runs: ExceptionRun[] = [];
	for (const exception of exceptions.toSorted((one, other) => (one.date < other.date ? -1 : 1))) {
		const last = runs.at(-1);
		if (last && dayAfter(last.to) === exception.date && saysTheSame(last.exception, exception))
			runs.splice(-1, 1, { ...last, to: exception.date });
		else runs.push({ from: exception.date, to: exception.date, exception });
	}
	return runs;
}

const dayAfter = (date: string) => Temporal.PlainDate.from(date).add({ days: 1 }).toString();

const saysTheSame = ({ date: _, ...one }: HoursException, { date: __, ...other }: HoursException) =>
	JSON.stringify([one.intervals, one.reason?.fi]) === JSON.stringify([other.intervals, other.reason?.fi]);
