import { failed, ok } from '../../domain/result.ts';
import type { WipeStepName } from '../../domain/wipe.ts';
import type { Display, DisplayFaultReport } from '../../ports/display.ts';

/** What was asked of a simulated display, in order. */
export type DisplayCall = 'open' | 'coverAll' | 'showBar' | 'wipe clipboard' | 'wipe screen' | 'close';

/** A display without a screen, moved from outside. */
export interface SimulatedDisplay extends Display {
	readonly calls: readonly DisplayCall[];
	/** Whether the customer screen covers everything, shows the bar, or is not there. */
	readonly shows: 'nothing' | 'screen' | 'bar';
	/** Somebody touches something. */
	touch(): void;
	/** The screen dies. */
	lose(report: DisplayFaultReport): void;
	/** The next `open` fails with this. */
	failNextOpen(report: DisplayFaultReport): void;
	/** Something of the customer's stays in a step until it is set back to nothing. */
	leaveRemains(step: 'screen' | 'clipboard', found: readonly string[]): void;
}

/** The display's simulated twin: records what it is asked, and fails where told to. */
export function createSimulatedDisplay(): SimulatedDisplay {
	const calls: DisplayCall[] = [];
	const activityListeners = new Set<() => void>();
	const lostListeners = new Set<(report: DisplayFaultReport) => void>();
	const remains = new Map<WipeStepName, readonly string[]>();
	let shows: SimulatedDisplay['shows'] = 'nothing';
	let nextFailure: DisplayFaultReport | null = null;

	const proof = (step: 'screen' | 'clipboard') => {
		calls.push(`wipe ${step}`);
		const found = remains.get(step) ?? [];
		return { step, proven: found.length === 0, lookedAt: [`simulated ${step}`], found, durationMs: 0 };
	};
	const show = (what: 'screen' | 'bar') => {
		if (shows !== 'nothing') shows = what;
	};
	return {
		lock: 'locked',
		calls,
		get shows() {
			return shows;
		},
		clipboard: { wipe: async () => proof('clipboard') },
		async open() {
			calls.push('open');
			const failure = nextFailure;
			nextFailure = null;
			if (failure) return failed(failure);
			shows = 'screen';
			return ok(undefined);
		},
		async coverAll() {
			calls.push('coverAll');
			show('screen');
		},
		async showBar() {
			calls.push('showBar');
			show('bar');
		},
		onActivity(listener) {
			activityListeners.add(listener);
			return () => activityListeners.delete(listener);
		},
		onLost(listener) {
			lostListeners.add(listener);
			return () => lostListeners.delete(listener);
		},
		wipe: async () => proof('screen'),
		async close() {
			calls.push('close');
			shows = 'nothing';
		},
		touch() {
			for (const listener of activityListeners) listener();
		},
		lose(report) {
			shows = 'nothing';
			for (const listener of lostListeners) listener(report);
		},
		failNextOpen(report) {
			nextFailure = report;
		},
		leaveRemains(step, found) {
			remains.set(step, found);
		}
	};
}
