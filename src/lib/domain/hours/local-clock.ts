/**
 * Local wall-clock times of a time zone as real time, in milliseconds since the epoch. A local time that a clock change skips moves
 * forward, one that it repeats is the first of the two (`compatible`, RFC 5545 §3.3.5).
 */
export type LocalClock = (epochDay: number, minute: number) => number;

/** A stretch of real time in which the zone keeps one distance from UTC. */
interface Offset {
	readonly fromMs: number;
	readonly toMs: number;
	readonly ms: number;
}

export const dayMs = 86_400_000;
/** More than any zone ever put its clocks back. */
const repeatedMs = 2 * dayMs;

/** Temporal is asked only near a clock change; between two of them local time is a subtraction, and ten years take milliseconds. */
export function localClock(timeZone: string): LocalClock {
	let known: Offset | null = null;
	return (epochDay, minute) => {
		const localMs = epochDay * dayMs + minute * 60_000;
		if (known !== null) {
			const guess = localMs - known.ms;
			if (known.fromMs + repeatedMs <= guess && guess < known.toMs) return guess;
		}
		const found = Temporal.Instant.fromEpochMilliseconds(localMs)
			.toZonedDateTimeISO('UTC')
			.toPlainDateTime()
			.toZonedDateTime(timeZone, { disambiguation: 'compatible' });
		const ms = found.epochMilliseconds;
		if (known === null || ms < known.fromMs || ms >= known.toMs) known = offsetAt(found);
		return ms;
	};
}

function offsetAt(time: Temporal.ZonedDateTime): Offset {
	// A change at this very instant is already behind it.
	const last = time.add({ nanoseconds: 1 }).getTimeZoneTransition('previous');
	const next = time.getTimeZoneTransition('next');
	return {
		fromMs: last?.epochMilliseconds ?? -Infinity,
		toMs: next?.epochMilliseconds ?? Infinity,
		ms: time.offsetNanoseconds / 1e6
	};
}
