import { inCapsule, type CapsuleLimits } from '../../process/capsule.ts';
import { run, type RunOutcome } from '../../process/run.ts';

export interface PopplerLimits extends CapsuleLimits {
	/** Wall clock for one look into a document. */
	readonly timeoutMs: number;
	readonly maxOutputBytes: number;
}

export const popplerLimits: PopplerLimits = {
	timeoutMs: 8000,
	cpuSeconds: 6,
	// A progressive colour JPEG of A4 at 600 dpi needs 114 MB, the most that was seen of an ordinary page; 150 would do.
	addressSpaceBytes: 200 * 1024 * 1024,
	maxOutputBytes: 4 * 1024 * 1024
};

/** Runs a program of poppler-utils over a PDF on its standard input, inside bubblewrap and within the limits. */
export function runPoppler(
	argv: readonly [string, ...string[]],
	pdf: Uint8Array,
	limits: PopplerLimits,
	signal: AbortSignal
): Promise<RunOutcome> {
	const { timeoutMs, maxOutputBytes } = limits;
	return run(inCapsule(argv, limits), { timeoutMs, signal, stdin: pdf, maxOutputBytes });
}
