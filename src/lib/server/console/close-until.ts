import { hoursState } from '../../domain/hours/hours-state.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import type { ServicePoint } from '../config/configuration.ts';

export type CloseFault = 'not a time ahead' | 'no next opening' | 'not chosen';

/** Until when staff want a computer closed, as a form says it. Milliseconds since the epoch; null: until somebody opens it. */
export function closeUntil(
	choice: string,
	time: string,
	{ schedules, place }: Pick<ServicePoint, 'schedules' | 'place'>,
	now: number
): Result<number | null, CloseFault> {
	const instant = Temporal.Instant.fromEpochMilliseconds(now);
	if (choice === 'reopened') return ok(null);
	if (choice === 'next opening') {
		const { nextOpen } = hoursState(schedules.selfService, place, instant);
		return nextOpen === null ? failed('no next opening') : ok(nextOpen.epochMilliseconds);
	}
	if (choice !== 'time') return failed('not chosen');
	const [, hour, minute] = /^([01]?\d|2[0-3])[.:]([0-5]\d)$/.exec(time.trim()) ?? [];
	if (hour === undefined || minute === undefined) return failed('not a time ahead');
	const today = instant.toZonedDateTimeISO(place.timeZone);
	const at = today.withPlainTime({ hour: Number(hour), minute: Number(minute) }).epochMilliseconds;
	return at > now ? ok(at) : failed('not a time ahead');
}
