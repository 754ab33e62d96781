/** Time as the rest of the program sees it; tests move it by hand. Timers of machines run on XState's own clock. */
export interface Clock {
	/** Milliseconds since the epoch. Whoever sets the machine's clock moves it, forth and back. */
	now(): number;
}

/** What a promise to a customer is counted on. */
export interface SteadyClock extends Clock {
	/** Milliseconds of a clock that nobody can set and that goes on while the machine sleeps; only differences mean something. */
	steady(): number;
}
