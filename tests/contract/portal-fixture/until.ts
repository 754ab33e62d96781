import { setTimeout as wait } from 'node:timers/promises';

/** Looks again and again until there is something to see; its last look throws when nothing came in time. */
export async function until<Value>(
	look: () => Value | undefined | false | null | Promise<Value | undefined | false | null>,
	what: string,
	limitMs = 20_000
): Promise<Value> {
	const deadline = performance.now() + limitMs;
	for (;;) {
		const value = await look();
		if (value !== undefined && value !== false && value !== null) return value;
		if (performance.now() > deadline) throw new Error(`never happened: ${what}`);
		await wait(20);
	}
}
