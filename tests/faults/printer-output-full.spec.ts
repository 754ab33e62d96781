import { describe, expect, it } from 'vitest';
import { bothPrinters, mended, never, printThrough, roads } from './printing-through.fixture.ts';

describe('a printer whose pages nobody took', () => {
	const printers = bothPrinters();

	it.each(['output-area-full', 'output-area-full-error', 'output-tray-missing-error'])(
		'that says %s is waited for, and prints all once that is mended',
		async (reason) => {
			for (const road of roads) {
				expect(await printThrough(printers()[road], reason)).toStrictEqual(mended('output-full'));
			}
		}
	);

	it('is told of before, when they are nearly too many', async () => {
		for (const road of roads) {
			const { printer, control } = printers()[road];
			control.apply({ do: 'raise', reason: 'output-area-almost-full-warning', stops: false });
			const told = await printer.attributes(never);
			control.apply({ do: 'clear', reason: 'output-area-almost-full-warning' });
			expect(told.ok && { faults: told.value.faults, notes: told.value.notes }).toStrictEqual({
				faults: [],
				notes: ['output-almost-full']
			});
		}
	});
});
