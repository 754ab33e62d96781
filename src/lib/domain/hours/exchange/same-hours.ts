import type { DayInterval } from '../day-interval.ts';
import { weekdays, type Week, type Weekday } from '../schedule.ts';

/** The weekdays that open, those with the same intervals together, in the order of the week. */
export function weekdaysWithSameHours(
	week: Week
): readonly { readonly days: readonly Weekday[]; readonly intervals: readonly DayInterval[] }[] {
	const key = (weekday: Weekday) => JSON.stringify(week[weekday] ?? []);
	const open = weekdays.filter((weekday) => (week[weekday] ?? []).length > 0);
	return [...Map.groupBy(open, key).values()].map((days) => ({ days, intervals: week[days[0] ?? 'mon'] ?? [] }));
}
