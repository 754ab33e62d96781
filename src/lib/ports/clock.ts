/** Time as the rest of the program sees it; tests move it by hand. Timers of machines run on XState's own clock. */
export interface Clock {
	/** Milliseconds since the epoch. */
	now(): number;
}
