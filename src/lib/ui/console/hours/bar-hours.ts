import type { DayInterval } from '../../../domain/hours/day-interval.ts';

/** From which even hour to which the bars of some days reach: 6–20, and further where something is open earlier or later. */
export const barHours = (days: readonly (readonly DayInterval[])[]): readonly [from: number, to: number] => {
	const all = days.flat();
	const first = Math.floor(Math.min(...all.map(({ startMinute }) => startMinute / 120))) * 2;
	const last = Math.ceil(Math.max(...all.map(({ endMinute }) => endMinute / 120))) * 2;
	return [Math.min(6, first), Math.max(20, last)];
};
