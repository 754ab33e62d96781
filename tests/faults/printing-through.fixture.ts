import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll } from 'vitest';
import type { PrintEvent, Printer, PrintRequest } from '../../src/lib/ports/printer.ts';
import { createIppPrinter, type IppTimeLimits } from '../../src/lib/server/adapters/ipp/ipp-printer.ts';
import type { PrinterControl } from '../../src/lib/server/simulated/ipp-printer/control.ts';
import type { EngineOptions } from '../../src/lib/server/simulated/ipp-printer/engine.ts';
import {
	startSimulatedIppPrinter,
	type SimulatedIppPrinter
} from '../../src/lib/server/simulated/ipp-printer/start.ts';
import { createSimulatedPrinter } from '../../src/lib/server/simulated/printer.ts';

export const never = new AbortController().signal;

export const request: PrintRequest = {
	document: await readFile('tests/fixtures/printer/two-pages.pdf'),
	copies: 1,
	sides: 'one-sided',
	colour: 'monochrome',
	pageRanges: []
};

/** The events of a print but its progress, which depends on the moment of each look; a stage that is told twice is one. */
export const stagesOf = (events: readonly PrintEvent[]): PrintEvent[] =>
	events
		.filter(({ type }) => type !== 'printing')
		.filter((event, index, all) => JSON.stringify(event) !== JSON.stringify(all[index - 1]));

export async function print(
	printer: Printer,
	on: (event: PrintEvent) => unknown = () => {},
	change: Partial<PrintRequest> = {},
	signal = never
): Promise<PrintEvent[]> {
	const events: PrintEvent[] = [];
	for await (const event of printer.print({ ...request, ...change }, signal)) {
		events.push(event);
		await on(event);
	}
	return events;
}

export interface Bench {
	readonly ipp: { readonly printer: Printer; readonly control: SimulatedIppPrinter['control'] };
	readonly plain: { readonly printer: Printer; readonly control: PrinterControl };
	/** Of the simulated IPP printer. */
	readonly uri: string;
}

/** The IPP adapter at a simulated IPP printer, and the simulated printer without a protocol: one of each for a whole file. */
export function bothPrinters(options: EngineOptions = {}, timeLimits: Partial<IppTimeLimits> = {}): () => Bench {
	let bench: Bench | undefined;
	let server: SimulatedIppPrinter | undefined;
	beforeAll(async () => {
		server = await startSimulatedIppPrinter({ pageMs: 0, ...options });
		const plain = createSimulatedPrinter({ pageMs: 0, ...options });
		bench = {
			ipp: { printer: createIppPrinter({ uri: server.uri, pollMs: 2, timeLimits }), control: server.control },
			plain: { printer: plain, control: plain.control },
			uri: server.uri
		};
	});
	afterAll(() => server?.close());
	return () => {
		if (!bench) throw new Error('it has not begun');
		return bench;
	};
}

export const roads = ['ipp', 'plain'] as const;

/** Prints on a printer that stops for this reason once it has the document, and is mended when the customer has been told. */
export async function printThrough({ printer, control }: Bench[(typeof roads)[number]], reason: string) {
	control.apply({ do: 'hold' });
	const events = await print(printer, (event) => {
		if (event.type === 'sent') {
			control.apply({ do: 'raise', reason });
			control.apply({ do: 'release' });
		}
		if (event.type === 'waiting') control.apply({ do: 'clear', reason });
	});
	return stagesOf(events);
}

/** What a customer is told of a fault that somebody mends. */
export const mended = (fault: Extract<PrintEvent, { type: 'waiting' }>['fault']): PrintEvent[] => [
	{ type: 'sending' },
	{ type: 'sent' },
	{ type: 'waiting', fault },
	{ type: 'done', impressionsCompleted: 2 }
];
