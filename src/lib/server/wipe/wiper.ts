import type { WipeProof, WipeRecord, WipeStepName } from '../../domain/wipe.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Wipeable } from '../../ports/wipeable.ts';

/** Who wipes which step. */
export type WipeSteps = Readonly<Record<WipeStepName, Wipeable>>;

/**
 * What must be over before what. First whatever may still write is ended, then what was written goes, last come the places where
 * nothing should be left by then.
 */
const stages: readonly (readonly WipeStepName[])[] = [
	['portal', 'scanner', 'printer', 'screen', 'settings'],
	['tray', 'clipboard'],
	['temporary-files']
];

export interface WiperOptions {
	readonly steps: WipeSteps;
	readonly clock: Clock;
	/** Covers the screen; done before anything else, so that nobody acts or reads in a visit that is ending (CVE-2024-3460). */
	coverScreen(): Promise<void>;
}

/** Makes the wipe of the whole machine. A step that throws is a step without a proof. */
export function createWiper({ steps, clock, coverScreen }: WiperOptions) {
	return async (
		reason: WipeRecord['reason'],
		onProof: (proof: WipeProof) => void,
		signal: AbortSignal
	): Promise<WipeRecord> => {
		const at = clock.now();
		const startedAt = performance.now();
		// A cover that fails must not keep the portal alive: the wipe goes on, and the step `screen` says what is wrong.
		await coverScreen().catch(() => {});
		const proofs: WipeProof[] = [];
		for (const stage of stages) {
			// Whoever gave up waiting must not be surprised by a later stage in the next visit.
			signal.throwIfAborted();
			const proven = await Promise.all(stage.map((step) => wipeStep(step, steps[step], signal)));
			proofs.push(...proven);
			proven.forEach(onProof);
		}
		return { reason, at, durationMs: performance.now() - startedAt, proofs };
	};
}

async function wipeStep(step: WipeStepName, wipeable: Wipeable, signal: AbortSignal): Promise<WipeProof> {
	const startedAt = performance.now();
	try {
		const proof = await wipeable.wipe(signal);
		if (proof.step === step) return proof;
	} catch {
		// What was thrown may hold a name; that the step broke is all that is said.
	}
	return {
		step,
		proven: false,
		lookedAt: [],
		found: ['the step broke before it could look'],
		durationMs: performance.now() - startedAt
	};
}
