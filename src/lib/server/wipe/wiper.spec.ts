import { describe, expect, it } from 'vitest';
import { isProven, wipeStepNames, type WipeStepName } from '../../domain/wipe.ts';
import type { Wipeable } from '../../ports/wipeable.ts';
import { createWiper, type WipeSteps } from './wiper.ts';

const never = new AbortController().signal;

const wiperOver = (behave: Partial<Record<WipeStepName, Wipeable['wipe']>> = {}) => {
	const calls: string[] = [];
	const steps = Object.fromEntries(
		wipeStepNames.map((step) => [
			step,
			{
				wipe: async (signal: AbortSignal) => {
					calls.push(step);
					const wipe = behave[step];
					return wipe ? wipe(signal) : { step, proven: true, lookedAt: ['it'], found: [], durationMs: 0 };
				}
			}
		])
	) as unknown as WipeSteps;
	const wipe = createWiper({ steps, clock: { now: () => 7 }, coverScreen: async () => void calls.push('cover') });
	return { calls, steps, wipe };
};

describe('the wipe of the whole machine', () => {
	it('covers the screen first, ends what may write, and looks for left-overs last', async () => {
		const { calls, wipe } = wiperOver();
		const told: string[] = [];
		const record = await wipe('session-ended', (proof) => told.push(proof.step), never);
		expect(calls[0]).toBe('cover');
		expect(calls.indexOf('tray')).toBeGreaterThan(calls.indexOf('portal'));
		expect(calls.at(-1)).toBe('temporary-files');
		expect({ ...record, durationMs: 0, proofs: record.proofs.map(({ step }) => step).sort() }).toEqual({
			reason: 'session-ended',
			at: 7,
			durationMs: 0,
			proofs: [...wipeStepNames].sort()
		});
		expect(told.sort()).toEqual([...wipeStepNames].sort());
		expect(isProven(record)).toBe(true);
	});

	it('is not proven when a step breaks, and every other step still runs', async () => {
		const { calls, wipe } = wiperOver({
			tray: async () => {
				throw new Error('Matti Meikäläinen.pdf is busy');
			}
		});
		const record = await wipe('session-ended', () => {}, never);
		expect(calls).toHaveLength(wipeStepNames.length + 1);
		expect(isProven(record)).toBe(false);
		expect(JSON.stringify(record)).not.toContain('Matti');
	});

	it('kills the portal also when the screen cannot be covered', async () => {
		const { calls, steps } = wiperOver();
		const coverScreen = async () => {
			throw new Error('no answer');
		};
		await createWiper({ steps, clock: { now: () => 7 }, coverScreen })('session-ended', () => {}, never);
		expect(calls).toContain('portal');
	});

	it('stops between its stages once nobody waits for it any more', async () => {
		const gone = new AbortController();
		const { calls, wipe } = wiperOver({
			portal: async () => {
				gone.abort();
				return { step: 'portal', proven: true, lookedAt: ['it'], found: [], durationMs: 0 };
			}
		});
		await expect(wipe('session-ended', () => {}, gone.signal)).rejects.toThrow();
		expect(calls).not.toContain('tray');
	});

	it('is not proven when a step answers for another one', async () => {
		const { wipe } = wiperOver({
			printer: async () => ({ step: 'tray', proven: true, lookedAt: [], found: [], durationMs: 0 })
		});
		expect(isProven(await wipe('session-ended', () => {}, never))).toBe(false);
	});

	it('is not proven when a step found something and calls itself proven', async () => {
		const { wipe } = wiperOver({
			screen: async () => ({ step: 'screen', proven: true, lookedAt: ['history'], found: ['2 entries'], durationMs: 0 })
		});
		expect(isProven(await wipe('session-ended', () => {}, never))).toBe(false);
	});
});
