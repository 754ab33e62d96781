import { hoursByDate } from './day-rule.ts';
import { dayMs, localClock } from './local-clock.ts';
import { weekdays, type HoursPlace, type HoursRule, type Schedule } from './schedule.ts';

/** A half-open stretch `[start, end)` of real time in which something is open. */
export interface OpenInterval {
	readonly start: Temporal.Instant;
	readonly end: Temporal.Instant;
	readonly rule: HoursRule;
}

/**
 * The intervals that begin on the given dates, ordered and disjoint; one that passes midnight belongs to the day it starts.
 * A local time that a clock change skips moves forward, one that it repeats is the first of the two; what two rules both
 * open belongs to the earlier interval.
 */
export function openIntervals(
	schedule: Schedule,
	place: HoursPlace,
	fromDate: Temporal.PlainDate,
	days: number
): readonly OpenInterval[] {
	return days < 1 ? [] : [...intervalsBetween(schedule, place, fromDate, fromDate.add({ days: days - 1 }))];
}

/** As `openIntervals`, one by one, both dates inclusive. */
export function* intervalsBetween(
	schedule: Schedule,
	place: HoursPlace,
	firstDate: Temporal.PlainDate,
	lastDate: Temporal.PlainDate
): Generator<OpenInterval> {
	const intervalsOf = intervalsByDay(schedule, place);
	const lastDay = epochDay(lastDate);
	// An interval of the day before may reach into the first day and cut its beginning.
	let openUntil = Math.max(-Infinity, ...intervalsOf(epochDay(firstDate) - 1).map(({ endMs }) => endMs));
	for (let day = epochDay(firstDate); day <= lastDay; day += 1) {
		for (const { startMs, endMs, rule } of intervalsOf(day)) {
			const start = Math.max(startMs, openUntil);
			if (start >= endMs) continue;
			openUntil = endMs;
			yield { start: instant(start), end: instant(endMs), rule };
		}
	}
}

interface IntervalMs {
	readonly startMs: number;
	readonly endMs: number;
	readonly rule: HoursRule;
}

/** Days are counted from 1 January 1970, a Thursday: plain numbers, because a year of PlainDates costs more than all the rest. */
function intervalsByDay(schedule: Schedule, place: HoursPlace): (day: number) => readonly IntervalMs[] {
	const hoursOf = hoursByDate(schedule, place);
	const clock = localClock(place.timeZone);
	return (day) => {
		const weekday = weekdays.at((day + 3) % 7) ?? 'mon';
		const { rule, intervals } = hoursOf(new Date(day * dayMs).toISOString().slice(0, -14), weekday);
		return intervals
			.toSorted((one, other) => one.startMinute - other.startMinute)
			.map(({ startMinute, endMinute }) => ({ startMs: clock(day, startMinute), endMs: clock(day, endMinute), rule }));
	};
}

const firstDay = Temporal.PlainDate.from('1970-01-01');
const epochDay = (date: Temporal.PlainDate): number => firstDay.until(date).days;
const instant = (ms: number): Temporal.Instant => Temporal.Instant.fromEpochMilliseconds(ms);
