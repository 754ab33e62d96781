import { dayHours } from './day-rule.ts';
import type { HoursPlace, HoursRule, Schedule } from './schedule.ts';

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
	// An interval of the day before may reach into the first day and cut its beginning.
	let openUntil = lastEnd(intervalsOfDay(schedule, place, firstDate.subtract({ days: 1 })));
	for (let date = firstDate; Temporal.PlainDate.compare(date, lastDate) <= 0; date = date.add({ days: 1 })) {
		for (const interval of intervalsOfDay(schedule, place, date)) {
			const start = later(interval.start, openUntil);
			if (Temporal.Instant.compare(start, interval.end) >= 0) continue;
			openUntil = interval.end;
			yield { start, end: interval.end, rule: interval.rule };
		}
	}
}

function intervalsOfDay(schedule: Schedule, place: HoursPlace, date: Temporal.PlainDate): readonly OpenInterval[] {
	const { rule, intervals } = dayHours(schedule, place, date);
	return intervals
		.toSorted((one, other) => one.startMinute - other.startMinute)
		.map(({ startMinute, endMinute }) => ({
			start: instantAt(place.timeZone, date, startMinute),
			end: instantAt(place.timeZone, date, endMinute),
			rule
		}));
}

/** `compatible` (RFC 5545 §3.3.5) is the rule for clock changes: forward out of a gap, the first of a repeated time. */
function instantAt(timeZone: string, date: Temporal.PlainDate, minute: number): Temporal.Instant {
	const day = minute < 1440 ? date : date.add({ days: 1 });
	const plainTime = new Temporal.PlainTime(Math.floor((minute % 1440) / 60), minute % 60);
	return day.toPlainDateTime(plainTime).toZonedDateTime(timeZone, { disambiguation: 'compatible' }).toInstant();
}

const lastEnd = (intervals: readonly OpenInterval[]): Temporal.Instant | null =>
	intervals.reduce<Temporal.Instant | null>((latest, { end }) => later(end, latest), null);

const later = (one: Temporal.Instant, other: Temporal.Instant | null): Temporal.Instant =>
	other === null || Temporal.Instant.compare(one, other) > 0 ? one : other;
