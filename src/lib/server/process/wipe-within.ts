import type { WipeProof } from '../../domain/wipe.ts';

/** What no step of a wipe may take longer than, whatever it waits for. */
export const wipeLimitMs = 8_000;
/** What is left to it, once it is told to come to an end, to say what it found. */
const lastWordsMs = 1_000;

/**
 * Runs one step of a wipe within one overall time limit: its signal aborts with the given one, and one second before the limit. A step
 * that still says nothing a second after that is answered for: unproven. What it finds later changes nothing.
 */
export async function wipeWithin(
	step: WipeProof['step'],
	signal: AbortSignal,
	wipe: (signal: AbortSignal) => Promise<WipeProof>,
	limitMs = wipeLimitMs
): Promise<WipeProof> {
	const startedAt = performance.now();
	const overdue = new AbortController();
	const either = AbortSignal.any([signal, overdue.signal]);
	const unproven = Promise.withResolvers<WipeProof>();
	const timers = [setTimeout(() => overdue.abort(), limitMs - lastWordsMs)];
	const giveUp = () =>
		unproven.resolve({
			step,
			proven: false,
			lookedAt: [],
			found: ['no end within the time limit'],
			durationMs: performance.now() - startedAt
		});
	const onAbort = () => timers.push(setTimeout(giveUp, lastWordsMs));
	if (either.aborted) onAbort();
	else either.addEventListener('abort', onAbort, { once: true });
	try {
		return await Promise.race([wipe(either), unproven.promise]);
	} finally {
		timers.forEach(clearTimeout);
	}
}
