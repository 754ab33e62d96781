import type { DayInterval } from './day-interval.ts';
import { weekdays, type HoursPlace, type HoursRule, type Schedule, type Week } from './schedule.ts';

/** What is open on one date, and the rule that says so. */
export interface DayHours {
	readonly rule: HoursRule;
	/** In the order of the configuration; empty: closed all day. */
	readonly intervals: readonly DayInterval[];
}

/** The hours of one date: exception, then public holiday, then season, then week. */
export function dayHours(schedule: Schedule, place: HoursPlace, date: Temporal.PlainDate): DayHours {
	const iso = date.toString();
	const exception = schedule.exceptions.find((candidate) => candidate.date === iso);
	if (exception !== undefined) {
		const name = exception.reason === undefined ? {} : { name: exception.reason };
		return { rule: { kind: 'exception', ...name }, intervals: exception.intervals };
	}
	const season = schedule.seasons.find(({ from, to }) => from <= iso && iso <= to);
	const holidayHours = season?.publicHolidays ?? schedule.publicHolidays;
	const holiday = holidayHours === 'asWeekday' ? null : place.publicHoliday(iso);
	if (holiday !== null && holidayHours !== 'asWeekday') {
		return { rule: { kind: 'publicHoliday', name: holiday }, intervals: holidayHours === 'closed' ? [] : holidayHours };
	}
	if (season !== undefined)
		return { rule: { kind: 'season', name: season.name }, intervals: onWeekday(season.weekly, date) };
	return { rule: { kind: 'weekly' }, intervals: onWeekday(schedule.weekly, date) };
}

function onWeekday(week: Week, date: Temporal.PlainDate): readonly DayInterval[] {
	const weekday = weekdays[date.dayOfWeek - 1];
	return weekday === undefined ? [] : (week[weekday] ?? []);
}
