import type { DayInterval } from './day-interval.ts';
import { weekdays, type HoursPlace, type HoursRule, type Schedule, type Weekday } from './schedule.ts';

/** What is open on one date, and the rule that says so. */
export interface DayHours {
	readonly rule: HoursRule;
	/** In the order of the configuration; empty: closed all day. */
	readonly intervals: readonly DayInterval[];
}

/** The hours of one date: exception, then public holiday, then season, then week. */
export const dayHours = (schedule: Schedule, place: HoursPlace, date: Temporal.PlainDate): DayHours =>
	hoursByDate(schedule, place)(date.toString(), weekdays[date.dayOfWeek - 1] ?? 'mon');

/** As `dayHours`, for many dates (`YYYY-MM-DD`, with their weekdays) of one schedule. */
export function hoursByDate(schedule: Schedule, place: HoursPlace): (date: string, weekday: Weekday) => DayHours {
	const exceptions = new Map(schedule.exceptions.map((exception) => [exception.date, exception]));
	const weekly: HoursRule = { kind: 'weekly' };
	return (date, weekday) => {
		const exception = exceptions.get(date);
		if (exception !== undefined) {
			const name = exception.reason === undefined ? {} : { name: exception.reason };
			return { rule: { kind: 'exception', ...name }, intervals: exception.intervals };
		}
		const season = schedule.seasons.find(({ from, to }) => from <= date && date <= to);
		const holidayHours = season?.publicHolidays ?? schedule.publicHolidays;
		const holiday = holidayHours === 'asWeekday' ? null : place.publicHoliday(date);
		if (holiday !== null && holidayHours !== 'asWeekday') {
			const intervals = holidayHours === 'closed' ? [] : holidayHours;
			return { rule: { kind: 'publicHoliday', name: holiday }, intervals };
		}
		if (season === undefined) return { rule: weekly, intervals: schedule.weekly[weekday] ?? [] };
		return { rule: { kind: 'season', name: season.name }, intervals: season.weekly[weekday] ?? [] };
	};
}
