import { readFile } from 'node:fs/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PrintEvent, Printer, PrintRequest } from '../../src/lib/ports/printer.ts';
import { printFaults } from '../../src/lib/ports/printer.ts';
import { decodeIpp, encodeIpp } from '../../src/lib/server/adapters/ipp/codec.ts';
import { createIppPrinter } from '../../src/lib/server/adapters/ipp/ipp-printer.ts';
import { answerTo, messageOf } from '../../src/lib/server/simulated/ipp-printer/answers.ts';
import { createPrintEngine } from '../../src/lib/server/simulated/ipp-printer/engine.ts';
import {
	startSimulatedIppPrinter,
	type SimulatedIppPrinter
} from '../../src/lib/server/simulated/ipp-printer/start.ts';

const never = new AbortController().signal;
const request: PrintRequest = {
	document: await readFile('tests/fixtures/printer/two-pages.pdf'),
	copies: 1,
	sides: 'one-sided',
	colour: 'color',
	pageRanges: []
};

setFlagsFromString('--expose_gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Numbers that are the same in every run (mulberry32). */
const randomFrom = (seed: number) => () => {
	seed = (seed + 0x6d2b79f5) | 0;
	let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
	mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
	return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
};

describe('a printer that makes no sense', () => {
	let server: SimulatedIppPrinter;
	let printer: Printer;
	beforeEach(async () => {
		server = await startSimulatedIppPrinter({ pageMs: 0 });
		printer = createIppPrinter({
			uri: server.uri,
			pollMs: 1,
			timeLimits: { answerMs: 300, sendMs: 300, busyMs: 20, awayMs: 20, wipeMs: 100, wipeAnswerMs: 300 }
		});
	});
	afterEach(() => server.close());

	const print = async (on: (event: PrintEvent) => void = () => {}): Promise<PrintEvent[]> => {
		const events: PrintEvent[] = [];
		for await (const event of printer.print(request, never)) {
			events.push(event);
			on(event);
		}
		return events;
	};
	const goodPrint = async () => {
		server.control.apply({ do: 'answerProperly' });
		server.control.tamperWith(undefined);
		expect((await print()).at(-1)).toStrictEqual({ type: 'done', impressionsCompleted: 2 });
	};

	it.each([
		['garbage', 'bad-answer'],
		['half', 'bad-answer'],
		['nothing', 'timed-out']
	] as const)('that answers %s before the job is %s, and the next print works', async (kind, fault) => {
		server.control.apply({ do: 'answerNonsense', kind });
		const asked = await printer.attributes(never);
		expect(asked.ok ? undefined : asked.fault.fault).toBe(fault);
		expect(await print()).toMatchObject([{ type: 'failed', report: { fault }, impressionsCompleted: 0 }]);
		await goodPrint();
	});

	it.each([
		['garbage', 'bad-answer'],
		['half', 'bad-answer'],
		['nothing', 'timed-out']
	] as const)(
		'that starts to answer %s while it prints waits, then fails, and is not wiped until it tells',
		async (kind, fault) => {
			server.control.apply({ do: 'hold' });
			const events = await print((event) => {
				if (event.type === 'printing') server.control.apply({ do: 'answerNonsense', kind });
			});
			expect(events.slice(-2)).toMatchObject([
				{ type: 'waiting', fault },
				{ type: 'failed', report: { fault } }
			]);
			expect((await printer.wipe(never)).proven).toBe(false);
			server.control.apply({ do: 'answerProperly' });
			expect((await printer.wipe(never)).proven).toBe(true);
			server.control.apply({ do: 'release' });
			await goodPrint();
		}
	);

	it('that comes back to its senses in time finishes the print', async () => {
		server.control.apply({ do: 'hold' });
		const events = await print((event) => {
			if (event.type === 'printing') server.control.apply({ do: 'answerNonsense', kind: 'garbage' });
			if (event.type !== 'waiting') return;
			server.control.apply({ do: 'answerProperly' });
			server.control.apply({ do: 'release' });
		});
		expect(events.at(-1)).toStrictEqual({ type: 'done', impressionsCompleted: 2 });
	});
});

describe('20,000 corrupted answers', () => {
	it('give typed faults only, no growth, and the next print works', async () => {
		const engine = createPrintEngine({ pageMs: 0 });
		const random = randomFrom(7);
		const crashes: unknown[] = [];
		let corrupted = 0;
		let share = 0;
		const corrupt = (answer: Buffer): Uint8Array<ArrayBuffer> => {
			if (random() >= share) return Uint8Array.from(answer);
			corrupted += 1;
			const kept = random() < 0.2 ? Math.floor(random() * answer.length) : answer.length;
			const changed = Uint8Array.from(answer.subarray(0, kept));
			for (let change = Math.ceil(random() * 3); change > 0 && changed.length > 0; change -= 1) {
				changed[Math.floor(random() * changed.length)] = Math.floor(random() * 256);
			}
			// The client would call a codec that crashes a printer that is away.
			try {
				decodeIpp(changed);
			} catch (error) {
				crashes.push(error);
			}
			return changed;
		};
		// No network between: an answer every tenth of a millisecond.
		const answering: typeof fetch = async (_, init) => {
			const asked = decodeIpp(new Uint8Array(await new Response(init?.body ?? null).arrayBuffer()));
			if (!asked.ok) throw new Error('our own request is broken');
			return new Response(corrupt(encodeIpp(messageOf(asked.value, answerTo(asked.value, engine, uri)))));
		};
		const uri = 'ipp://printer.test/ipp/print';
		const printer = createIppPrinter({
			uri,
			pollMs: 0,
			fetch: answering,
			timeLimits: { answerMs: 300, sendMs: 300, busyMs: 1, awayMs: 5, wipeMs: 20 }
		});
		const print = async () => {
			const events: PrintEvent[] = [];
			for await (const event of printer.print(request, never)) events.push(event);
			return events;
		};
		const faults = new Set<string>();
		const lastTypes = new Set<string | undefined>();
		const round = async () => {
			share = 1;
			for (let asked = 0; asked < 100; asked += 1) {
				const [offer, open, newest] = [
					await printer.attributes(never),
					await printer.openJobs(never),
					await printer.newestJob(never)
				];
				for (const answer of [offer, open, newest]) if (!answer.ok) faults.add(answer.fault.fault);
			}
			share = 0.3;
			const events = await print();
			for (const event of events) {
				if (event.type === 'failed') faults.add(event.report.fault);
				if (event.type === 'waiting') faults.add(event.fault);
			}
			lastTypes.add(events.at(-1)?.type);
			const proof = await printer.wipe(never);
			expect(proof.proven).toBe(proof.found.length === 0);
			engine.control.apply({ do: 'clearReceived' });
		};
		const heapBytes = () => {
			collectGarbage();
			return process.memoryUsage().heapUsed;
		};
		while (corrupted < 2000) await round();
		const before = heapBytes();
		while (corrupted < 20_000) await round();
		expect(crashes).toStrictEqual([]);
		expect((heapBytes() - before) / 2 ** 20).toBeLessThan(8);
		expect([...lastTypes].toSorted()).toStrictEqual(['done', 'failed']);
		expect([...faults].filter((fault) => !(printFaults as readonly string[]).includes(fault))).toStrictEqual([]);
		expect(faults).toContain('bad-answer');
		share = 0;
		expect((await print()).at(-1)).toStrictEqual({ type: 'done', impressionsCompleted: 2 });
	}, 60_000);
});
