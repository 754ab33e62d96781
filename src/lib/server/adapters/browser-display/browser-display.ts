import { ok } from '../../../domain/result.ts';
import type { WipeProof } from '../../../domain/wipe.ts';
import type { Display } from '../../../ports/display.ts';

/** A display that the customer screen itself reports to. */
export interface BrowserDisplay extends Display {
	/** The screen says that somebody is at it (`POST /api/session/activity`). */
	activity(): void;
}

/**
 * Any browser at the printed address: for trying, locks nothing. The browser and its desktop are the person's own, so its
 * history and clipboard are neither looked at nor wiped; the proofs say so.
 */
export function createBrowserDisplay(): BrowserDisplay {
	const listeners = new Set<() => void>();
	const ownOfThePerson = (step: WipeProof['step'], what: string): WipeProof => ({
		step,
		proven: true,
		lookedAt: [`nothing: the ${what} is the person's own (not locked down)`],
		found: [],
		durationMs: 0
	});
	return {
		lock: 'browser',
		clipboard: { wipe: async () => ownOfThePerson('clipboard', "desktop's clipboard") },
		open: async () => ok(undefined),
		coverAll: async () => {},
		showBar: async () => {},
		activity: () => {
			for (const listener of listeners) listener();
		},
		onActivity(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		// A browser that goes away is not noticed: whoever opened it may open it again.
		onLost: () => () => {},
		wipe: async () => ownOfThePerson('screen', "browser's page and history"),
		close: async () => {}
	};
}
