import { isDeepStrictEqual } from 'node:util';
import type { SteadyClock } from '../../ports/clock.ts';
import type { OpeningHours } from '../../session/session-devices.ts';

/** What the watch tells. Hours and clock are told at the first look, and then whenever they are others than before. */
export interface HoursListeners {
	/** Also when the wall clock was set. */
	readonly hoursChanged: (hours: OpeningHours) => void;
	/** Somebody set the wall clock, forth (positive) or back; `hoursChanged` follows. */
	readonly clockWasSet: (byMs: number) => void;
	readonly machineSlept: (ms: number) => void;
	/** A clock that is right again is told after the hours by it. */
	readonly clockLooked: (isWrong: boolean) => void;
	/** At each full minute of a clock that can be believed; hours begin and end at full minutes, those of other points too. */
	readonly minutePassed: () => void;
}

export interface HoursWatchOptions extends HoursListeners {
	readonly clock: SteadyClock;
	/** Milliseconds of the clock that timers run on: it stands still while the machine sleeps. */
	readonly awake: () => number;
	readonly openingAt: (now: number) => OpeningHours;
	/** Whether the wall clock cannot be right; hours by such a clock are not told. */
	readonly isWrong: (now: number) => boolean;
	/** Calls back once after `ms` milliseconds; returns how to call it off. Real time unless a test gives its own. */
	readonly after?: (run: () => void, ms: number) => () => void;
}

/** Wall and steady clock are read one after the other and in steps of 10 ms; time services slew both alike and set only the wall clock. */
const setIsMs = 500;
/** A suspend takes longer than that, the reading of two clocks does not. */
const sleepIsMs = 1000;

/**
 * Follows hours and clocks by looking at each full second of the wall clock rather than by one long timer: opening and closing
 * come at the very second, and a clock that is set, a suspended machine and a changed configuration all show at the next look.
 * Returns how to stop.
 */
export function watchHours(options: HoursWatchOptions): () => void {
	const { clock, awake, openingAt, isWrong, after = realTime } = options;
	const read = () => {
		const [now, steady] = [clock.now(), clock.steady()];
		return { now, ahead: now - steady, asleep: steady - awake() };
	};
	let { ahead, asleep } = read();
	let hours: OpeningHours | null = null;
	let wrong: boolean | null = null;
	let minute = Number.NaN;
	const lookAtClock = (isWrongNow: boolean) => {
		if (isWrongNow !== wrong) options.clockLooked(isWrongNow);
		wrong = isWrongNow;
	};

	const look = () => {
		const seen = read();
		const sleptMs = seen.asleep - asleep;
		if (sleptMs >= sleepIsMs) {
			asleep = seen.asleep;
			options.machineSlept(sleptMs);
		}
		if (isWrong(seen.now)) return lookAtClock(true);
		const setByMs = seen.ahead - ahead;
		const wasSet = Math.abs(setByMs) >= setIsMs;
		const next = openingAt(seen.now);
		if (wasSet) {
			ahead = seen.ahead;
			options.clockWasSet(setByMs);
		}
		if (wasSet || !isDeepStrictEqual(next, hours)) options.hoursChanged(next);
		hours = next;
		lookAtClock(false);
		const minuteNow = Math.floor(seen.now / 60_000);
		if (minuteNow !== minute) options.minutePassed();
		minute = minuteNow;
	};

	let callOff = () => {};
	const lookAtNextSecond = () => {
		callOff = after(
			() => {
				// First the next look: one that fails must not be the last.
				lookAtNextSecond();
				look();
			},
			1000 - (clock.now() % 1000)
		);
	};
	lookAtNextSecond();
	return () => callOff();
}

const realTime = (run: () => void, ms: number) => {
	const timer = setTimeout(run, ms);
	return () => clearTimeout(timer);
};
