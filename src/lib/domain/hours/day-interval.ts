import { failed, ok, type Result } from '../result.ts';

/**
 * A half-open stretch `[start, end)` of local wall-clock time, in minutes after midnight of the day it starts.
 * `startMinute` is 0–1439; `endMinute` is greater and at most 24 hours later, so beyond 1440 it passes midnight.
 */
export interface DayInterval {
	readonly startMinute: number;
	readonly endMinute: number;
}

export type DayIntervalFault = 'not-an-interval' | 'no-such-time' | 'no-length';

const minutesPerDay = 24 * 60;

/** The form an interval is written in; that its times exist is checked by `parseDayInterval`. */
export const dayIntervalPattern = /^\d{2}:\d{2}-\d{2}:\d{2}$/;

/** Reads `09:00-12:00`, `20:00-24:00` or, past midnight, `22:00-02:00`. */
export function parseDayInterval(text: string): Result<DayInterval, DayIntervalFault> {
	if (!dayIntervalPattern.test(text)) return failed('not-an-interval');
	const startMinute = minuteOfDay(text.slice(0, 5));
	const writtenEnd = minuteOfDay(text.slice(6));
	if (startMinute === null || startMinute === minutesPerDay || writtenEnd === null) return failed('no-such-time');
	if (startMinute === writtenEnd) return failed('no-length');
	return ok({ startMinute, endMinute: writtenEnd > startMinute ? writtenEnd : writtenEnd + minutesPerDay });
}

/** Writes an interval as it is read: `09:00-12:00`. */
export const formatDayInterval = ({ startMinute, endMinute }: DayInterval): string =>
	`${formatMinute(startMinute)}-${formatMinute(endMinute > minutesPerDay ? endMinute - minutesPerDay : endMinute)}`;

/** The first interval, in the order given, that shares a minute with an earlier one. */
export function firstOverlap(intervals: readonly DayInterval[]): number | null {
	const index = intervals.findIndex((interval, at) => intervals.slice(0, at).some((other) => share(interval, other)));
	return index === -1 ? null : index;
}

/** Whether an interval of one day runs into one of the day after it. */
export const runsInto = (interval: DayInterval, nextDays: DayInterval): boolean =>
	interval.endMinute - minutesPerDay > nextDays.startMinute;

const share = (one: DayInterval, other: DayInterval): boolean =>
	one.startMinute < other.endMinute && other.startMinute < one.endMinute;

function minuteOfDay(time: string): number | null {
	const [hour = NaN, minute = NaN] = time.split(':').map(Number);
	const minutes = hour * 60 + minute;
	return minute <= 59 && minutes <= minutesPerDay ? minutes : null;
}

const formatMinute = (minute: number): string =>
	`${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
