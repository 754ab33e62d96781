import { expect, it } from 'vitest';
import type { PrinterAttributes, PrintEvent, Printer, PrintRequest } from '../../ports/printer.ts';
import { createSimulatedPrinter } from '../simulated/printer.ts';
import { createRoutedPrinter } from './printer-route.ts';

const { signal } = new AbortController();
const request: PrintRequest = {
	document: Buffer.from('%PDF-1.4'),
	copies: 1,
	sides: 'one-sided',
	colour: 'monochrome',
	pageRanges: []
};
const sent: PrintEvent = { type: 'sent' };

/** A printer whose answer can be changed, and a queue before it; `used` tells which of them printed. */
async function bothRoads() {
	const device = createSimulatedPrinter();
	const offered = await device.attributes(signal);
	if (!offered.ok) throw new Error('the simulated printer offers nothing');
	const said: { answer: Awaited<ReturnType<Printer['attributes']>> } = { answer: offered };
	const used: string[] = [];
	const road = (name: string): Printer => ({
		attributes: () => Promise.resolve(said.answer),
		async *print() {
			used.push(name);
			yield await Promise.resolve(sent);
		},
		openJobs: () => Promise.resolve({ ok: true, value: 1 }),
		wipe: () => {
			used.push(`${name} wiped`);
			return Promise.resolve({ step: 'printer', proven: true, lookedAt: [name], found: [], durationMs: 1 });
		}
	});
	const printer = createRoutedPrinter(road('direct'), road('queue'));
	const print = () => Array.fromAsync(printer.print(request, signal));
	const takes = (...documentFormats: string[]) => {
		const value: PrinterAttributes = { ...offered.value, documentFormats };
		said.answer = { ok: true, value };
	};
	const isBusy = () => (said.answer = { ok: false, fault: { fault: 'busy', detail: '' } });
	return { printer, print, takes, isBusy, used };
}

it('a printer that is exchanged for one without PDF gets its next print through the queue', async () => {
	const { print, takes, used } = await bothRoads();
	expect(await print()).toStrictEqual([sent]);
	takes('image/pwg-raster');
	expect(await print()).toStrictEqual([sent]);
	expect(used).toStrictEqual(['direct', 'queue']);
});

it('a printer that is too busy to say what it takes is sent no PDF that it cannot read', async () => {
	const { print, takes, isBusy, used } = await bothRoads();
	takes('image/pwg-raster');
	await print();
	isBusy();
	await print();
	expect(used).toStrictEqual(['queue', 'queue']);
});

it('the queue is counted and wiped, before the printer, only when something went into it', async () => {
	const { printer, print, takes, used } = await bothRoads();
	await print();
	expect(await printer.openJobs(signal)).toStrictEqual({ ok: true, value: 1 });
	expect(await printer.wipe(signal)).toMatchObject({ lookedAt: ['direct'] });
	takes('image/urf');
	await print();
	expect(await printer.openJobs(signal)).toStrictEqual({ ok: true, value: 2 });
	expect(await printer.wipe(signal)).toStrictEqual({
		step: 'printer',
		proven: true,
		lookedAt: ['queue', 'direct'],
		found: [],
		durationMs: 2
	});
	expect(used).toStrictEqual(['direct', 'direct wiped', 'queue', 'queue wiped', 'direct wiped']);
});
