import type { WipeProof } from '../domain/wipe.ts';

/** Whatever may hold something of a customer's. */
export interface Wipeable {
	/**
	 * Removes everything of the ended session and then looks whether it is gone. Safe to call at any time and twice, also
	 * when nothing was ever opened. Never throws for an expected failure: an unproven step says what it found.
	 */
	wipe(signal: AbortSignal): Promise<WipeProof>;
}
