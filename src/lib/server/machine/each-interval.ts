/** Calls back every `ms` milliseconds; returns how to stop. */
export type Every = (run: () => void, ms: number) => () => void;

/** In real time. */
export const eachInterval: Every = (run, ms) => {
	const timer = setInterval(run, ms);
	return () => clearInterval(timer);
};
