import { mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Printer } from '../../src/lib/ports/printer.ts';
import { createCupsPrinter } from '../../src/lib/server/adapters/cups/cups-printer.ts';
import { createIppPrinter } from '../../src/lib/server/adapters/ipp/ipp-printer.ts';
import { startSimulatedIppPrinter } from '../../src/lib/server/simulated/ipp-printer/start.ts';
import { createSimulatedPrinter } from '../../src/lib/server/simulated/printer.ts';
import { startIppevePrinter } from '../contract/printer-rig-ippeve.ts';
import { never, print } from './printing-through.fixture.ts';

interface Road {
	readonly printer: Printer;
	paperOut(): unknown;
	paperBack(): unknown;
	/** Sides that came out since the start, where it can be told. */
	readonly printed?: () => Promise<number>;
	close(): Promise<unknown>;
}

const speakIpp = (uri: string, fetch?: typeof globalThis.fetch) =>
	createIppPrinter({ uri, pollMs: 20, ...(fetch ? { fetch } : {}) });

const simulatedIpp = async () => {
	const server = await startSimulatedIppPrinter({ pageMs: 0 });
	return {
		server,
		paperOut: () => server.control.apply({ do: 'paperOut' }),
		paperBack: () => server.control.apply({ do: 'loadPaper' }),
		async printed() {
			const answer = await fetch(server.controlUrl);
			const { jobs } = (await answer.json()) as { jobs: { impressionsCompleted: number }[] };
			return jobs.reduce((sum, { impressionsCompleted }) => sum + impressionsCompleted, 0);
		}
	};
};

const roads: Record<string, () => Promise<Road>> = {
	'the simulated printer': async () => {
		const printer = createSimulatedPrinter({ pageMs: 0 });
		return {
			printer,
			paperOut: () => printer.control.apply({ do: 'paperOut' }),
			// Just enough for the next paper: a job of the last customer would take its sheets.
			paperBack: () => printer.control.apply({ do: 'loadPaper', sheets: 2 }),
			close: async () => {}
		};
	},
	'IPP to the simulated printer': async () => {
		const { server, ...rig } = await simulatedIpp();
		return { ...rig, printer: speakIpp(server.uri), close: server.close };
	},
	ippeveprinter: async () => {
		const ippeve = await startIppevePrinter();
		return {
			printer: speakIpp(ippeve.uri),
			paperOut: () => ippeve.set('paper out'),
			paperBack: () => ippeve.set('paper loaded'),
			printed: ippeve.printed,
			close: ippeve.close
		};
	},
	'a private cupsd': async () => {
		const { server, ...rig } = await simulatedIpp();
		const folder = await mkdtemp('/dev/shm/cupsd-');
		const printer = createCupsPrinter({
			directory: join(folder, 'cupsd'),
			templates: resolve('kiosk-config/host/cups'),
			printerUri: server.uri,
			speakIpp,
			pollMs: 20
		});
		return {
			...rig,
			printer,
			close: async () => {
				await server.close();
				await rm(folder, { recursive: true, force: true });
			}
		};
	}
};

describe('paper that runs out, a customer who ends, and paper that comes back', () => {
	it.each(Object.keys(roads))('print nothing for the next customer at %s', async (name) => {
		const road = await roads[name]?.();
		if (!road) throw new Error(name);
		try {
			await road.paperOut();
			const end = new AbortController();
			const printing = print(road.printer, ({ type }) => type === 'waiting' && end.abort(), {}, end.signal);
			await printing;
			const proof = await road.printer.wipe(never);
			expect({ proven: proof.proven, found: proof.found }).toStrictEqual({ proven: true, found: [] });
			await road.paperBack();
			// A printer prints in the order in which it was asked: what is left of the last customer would come out first.
			const { printed } = road;
			const next = new AbortController();
			const events = await print(
				road.printer,
				({ type }) => type === 'waiting' && !printed && next.abort(),
				{},
				next.signal
			);
			expect(events.at(-1)).toStrictEqual({ type: 'done', impressionsCompleted: 2 });
			expect((await printed?.()) ?? 2).toBe(2);
		} finally {
			await road.close();
		}
	});
});
