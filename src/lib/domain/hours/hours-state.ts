import { dayHours } from './day-rule.ts';
import { intervalsBetween, type OpenInterval } from './open-intervals.ts';
import type { HoursPlace, HoursRule, Schedule } from './schedule.ts';

/** Whether something is open at an instant, and what comes next. */
export interface HoursState {
	readonly state: 'open' | 'closed';
	/** When the state changes; null: not within sight (`sightDays` after the last dated entry). */
	readonly until: Temporal.Instant | null;
	/** When it opens next: the end of a closed time, or the first opening after the present open time. */
	readonly nextOpen: Temporal.Instant | null;
	/** The rule of the interval that is open, or of the date that is closed. */
	readonly rule: HoursRule;
}

/** Beyond a year and a leap day nothing new comes: weeks repeat and every holiday has been seen. */
const sightDays = 400;

/** The state of a schedule at an instant of the years 1–9997; total for every schedule without problems (`scheduleProblems`). */
export function hoursState(schedule: Schedule, place: HoursPlace, instant: Temporal.Instant): HoursState {
	const today = instant.toZonedDateTimeISO(place.timeZone).toPlainDate();
	const lastDate = lastDateInSight(schedule, today);
	const ahead = intervalsBetween(schedule, place, today.subtract({ days: 1 }), lastDate);
	const first = firstEndingAfter(ahead, instant);
	if (first === null || Temporal.Instant.compare(instant, first.start) < 0) {
		const opens = first?.start ?? null;
		return { state: 'closed', until: opens, nextOpen: opens, rule: dayHours(schedule, place, today).rule };
	}
	const { end, nextOpen } = endOfRun(first, ahead);
	const sight = lastDate.add({ days: 1 }).toZonedDateTime(place.timeZone).toInstant();
	const endsInSight = Temporal.Instant.compare(end, sight) < 0;
	return { state: 'open', until: endsInSight ? end : null, nextOpen, rule: first.rule };
}

/** Intervals that touch are one open time; only a gap ends it. */
function endOfRun(
	first: OpenInterval,
	following: Iterator<OpenInterval>
): { end: Temporal.Instant; nextOpen: Temporal.Instant | null } {
	let end = first.end;
	for (let next = following.next(); next.done !== true; next = following.next()) {
		if (!next.value.start.equals(end)) return { end, nextOpen: next.value.start };
		end = next.value.end;
	}
	return { end, nextOpen: null };
}

function firstEndingAfter(intervals: Iterator<OpenInterval>, instant: Temporal.Instant): OpenInterval | null {
	for (let next = intervals.next(); next.done !== true; next = intervals.next()) {
		if (Temporal.Instant.compare(instant, next.value.end) < 0) return next.value;
	}
	return null;
}

function lastDateInSight(schedule: Schedule, today: Temporal.PlainDate): Temporal.PlainDate {
	const dated = [...schedule.seasons.map(({ to }) => to), ...schedule.exceptions.map(({ date }) => date)];
	const latest = dated.reduce((one, other) => (one < other ? other : one), today.toString());
	return Temporal.PlainDate.from(latest).add({ days: sightDays });
}
