import type { WarningExample } from './hours-preview.ts';
import { openIntervals } from './open-intervals.ts';
import type { HoursPlace, Schedule } from './schedule.ts';

/**
 * How a visit is warned before the last closing of a date: a moment between the first two warnings, and the first warning.
 * Null where nothing opens that day or no warning fits into what is open.
 */
export function warningExample(
	schedule: Schedule,
	place: HoursPlace,
	date: Temporal.PlainDate,
	warnMinutes: readonly number[]
): WarningExample | null {
	const last = openIntervals(schedule, place, date, 1).at(-1);
	if (last === undefined) return null;
	const { start, end } = last;
	const openMinutes = start.until(end).total('minutes');
	const [first, second] = warnMinutes.filter((minutes) => minutes < openMinutes);
	if (first === undefined) return null;
	const wallClock = (minutesLeft: number) =>
		end
			.subtract({ seconds: Math.round(minutesLeft * 60) })
			.toZonedDateTimeISO(place.timeZone)
			.toPlainTime()
			.toString({ smallestUnit: 'minute' });
	return {
		date: date.toString(),
		closes: wallClock(0),
		running: wallClock(second ?? first / 2),
		warned: wallClock(first)
	};
}
