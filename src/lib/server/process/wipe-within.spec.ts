import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WipeProof } from '../../domain/wipe.ts';
import { wipeWithin } from './wipe-within.ts';

const never = new AbortController().signal;
const clean: WipeProof = { step: 'printer', proven: true, lookedAt: ['everything'], found: [], durationMs: 1 };
const cutOff: WipeProof = { ...clean, proven: false, found: ['the wipe was cut off'] };
const unproven = { ...clean, proven: false, lookedAt: [], found: ['no end within the time limit'] };
const durationMs = expect.any(Number) as number;
const onAbort = (signal: AbortSignal) => new Promise((resolve) => signal.addEventListener('abort', resolve));

describe('a step of a wipe', () => {
	beforeEach(() => void vi.useFakeTimers());
	afterEach(() => void vi.useRealTimers());

	it('gives its own proof, and leaves no timer running', async () => {
		expect(await wipeWithin('printer', never, () => Promise.resolve(clean))).toEqual(clean);
		expect(vi.getTimerCount()).toBe(0);
	});

	it('is told to come to an end after seven seconds, and may then say what it found', async () => {
		const proof = wipeWithin('printer', never, (signal) => onAbort(signal).then(() => cutOff));
		await vi.advanceTimersByTimeAsync(7_000);
		expect(await proof).toEqual(cutOff);
	});

	it('is unproven after eight seconds when it never ends', async () => {
		const proof = wipeWithin('printer', never, () => new Promise(() => {}));
		await vi.advanceTimersByTimeAsync(8_000);
		expect(await proof).toEqual({ ...unproven, durationMs });
	});

	it('is unproven a second after nobody waits for it any more', async () => {
		const proof = wipeWithin('printer', AbortSignal.abort(), () => new Promise(() => {}));
		await vi.advanceTimersByTimeAsync(1_000);
		expect(await proof).toEqual({ ...unproven, durationMs });
	});
});
