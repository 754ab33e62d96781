import { uptime } from 'node:os';
import type { SteadyClock } from '../../ports/clock.ts';

/**
 * The clock of this machine. Its steady side is the time since boot: Linux counts it with suspend (/proc/uptime, CLOCK_BOOTTIME),
 * in steps of 10 ms.
 */
export const machineClock: SteadyClock = {
	now: () => Date.now(),
	steady: () => Math.round(uptime() * 1000)
};

/** Milliseconds of the clock that timers run on (CLOCK_MONOTONIC): it stands still while the machine sleeps. */
export const awakeTime = (): number => performance.now();
