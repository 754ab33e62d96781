import { hoursState } from './hours-state.ts';
import type { HoursPlace, Schedule } from './schedule.ts';

/** What can still be done before closing. */
export interface WhatStillFits {
	/** Whole minutes, rounded down; null: closed, or no end within sight. */
	readonly minutesUntilClosing: number | null;
	/** Whether the visit that was asked about ends by closing time. */
	readonly fits: boolean;
}

/** Whether a visit of `visitMs` that begins at `instant` fits before closing; intervals that touch are one open time. */
export function whatStillFits(
	schedule: Schedule,
	place: HoursPlace,
	instant: Temporal.Instant,
	visitMs: number
): WhatStillFits {
	const { state, until } = hoursState(schedule, place, instant);
	if (state === 'closed' || until === null) return { minutesUntilClosing: null, fits: state === 'open' };
	const leftMs = until.epochMilliseconds - instant.epochMilliseconds;
	return { minutesUntilClosing: Math.floor(leftMs / 60_000), fits: visitMs <= leftMs };
}
