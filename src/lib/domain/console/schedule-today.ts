import { formatDayInterval, type DayInterval } from '../hours/day-interval.ts';
import { dayHours } from '../hours/day-rule.ts';
import { hoursState } from '../hours/hours-state.ts';
import type { HoursPlace, HoursRule, Schedule } from '../hours/schedule.ts';

/** One schedule at a glance. Instants in milliseconds since the epoch, so that it can be sent to a browser. */
export interface ScheduleToday {
	readonly open: boolean;
	/** When that changes; null: not within sight. */
	readonly until: number | null;
	readonly nextOpen: number | null;
	/** Today's hours, earliest first; empty: closed all day. */
	readonly intervals: readonly DayInterval[];
	/** The rule that made today's hours. */
	readonly rule: HoursRule;
	/** Coming days on which an exception or a public holiday makes the hours other than usual. */
	readonly specialDays: readonly SpecialDay[];
}

export interface SpecialDay {
	/** `YYYY-MM-DD`. */
	readonly date: string;
	readonly intervals: readonly DayInterval[];
	readonly rule: HoursRule;
}

/** A schedule as somebody needs it who asks "are we open?"; special days of the `daysAhead` days after today. */
export function scheduleToday(
	schedule: Schedule,
	place: HoursPlace,
	instant: Temporal.Instant,
	daysAhead: number
): ScheduleToday {
	const { state, until, nextOpen } = hoursState(schedule, place, instant);
	const today = instant.toZonedDateTimeISO(place.timeZone).toPlainDate();
	const usual = withoutSpecialDays(schedule);
	const coming = Array.from({ length: daysAhead }, (_, index) => today.add({ days: index + 1 }));
	return {
		open: state === 'open',
		until: until?.epochMilliseconds ?? null,
		nextOpen: nextOpen?.epochMilliseconds ?? null,
		...hoursOf(schedule, place, today),
		specialDays: coming.flatMap((date) => {
			const day = hoursOf(schedule, place, date);
			return written(day.intervals) === written(hoursOf(usual, place, date).intervals)
				? []
				: [{ date: date.toString(), ...day }];
		})
	};
}

function hoursOf(schedule: Schedule, place: HoursPlace, date: Temporal.PlainDate) {
	const { rule, intervals } = dayHours(schedule, place, date);
	return { rule, intervals: intervals.toSorted((one, other) => one.startMinute - other.startMinute) };
}

const withoutSpecialDays = (schedule: Schedule): Schedule => ({
	...schedule,
	publicHolidays: 'asWeekday',
	seasons: schedule.seasons.map((season) => ({ ...season, publicHolidays: 'asWeekday' })),
	exceptions: []
});

const written = (intervals: readonly DayInterval[]): string => intervals.map(formatDayInterval).join();
