import type { DayInterval } from './day-interval.ts';
import type { HoursRule } from './schedule.ts';

/** One date before and after a change. */
export interface DayPreview {
	/** `YYYY-MM-DD`. */
	readonly date: string;
	readonly before: readonly DayInterval[];
	readonly after: readonly DayInterval[];
	/** The rule that decides after the change. */
	readonly rule: HoursRule;
}

/** What a change does to one schedule of one point. */
export interface SchedulePreview {
	readonly pointId: string;
	readonly schedule: string;
	/** Days that were closed and are open after the change, within the horizon. */
	readonly opens: number;
	/** Days that were open and are closed after it. */
	readonly closes: number;
	/** Days that are open before and after it, at other times. */
	readonly moves: number;
	/** The first date that differs (`YYYY-MM-DD`); null: none within the horizon. */
	readonly firstChange: string | null;
	/** The next fourteen days from today. */
	readonly nextDays: readonly DayPreview[];
}

/** "A visit running at 11:55 would be warned at 11:50": local wall-clock times of one changed day, as `HH:MM`. */
export interface WarningExample {
	readonly date: string;
	readonly closes: string;
	readonly running: string;
	readonly warned: string;
}

/** What a change does to the hours, worked out before anything is written. */
export interface HoursPreview {
	/** Days looked at, from today. */
	readonly horizonDays: number;
	/** Only schedules that differ within the horizon. */
	readonly schedules: readonly SchedulePreview[];
	/** Null where no self-service closing time changes. */
	readonly warning: WarningExample | null;
}
