import { describe, expect, it } from 'vitest';
import { bothPrinters, mended, never, print, printThrough, roads } from './printing-through.fixture.ts';

describe('a printer without toner', () => {
	const printers = bothPrinters();

	it.each([
		'toner-empty-error',
		'marker-supply-empty',
		'marker-supply-missing-error',
		'marker-waste-full-error',
		'opc-life-over-error'
	])('that says %s is waited for, and prints all once that is mended', async (reason) => {
		for (const road of roads) {
			expect(await printThrough(printers()[road], reason)).toStrictEqual(mended('toner-empty'));
		}
	});

	it.each(['toner-low-warning', 'marker-supply-low', 'marker-waste-almost-full-report'])(
		'that says %s prints on, and only staff hear of it',
		async (reason) => {
			for (const road of roads) {
				const { printer, control } = printers()[road];
				control.apply({ do: 'raise', reason, stops: false });
				const told = await printer.attributes(never);
				const events = await print(printer);
				control.apply({ do: 'clear', reason });
				expect(told.ok && { faults: told.value.faults, notes: told.value.notes }).toStrictEqual({
					faults: [],
					notes: ['toner-low']
				});
				expect(events.filter(({ type }) => type === 'waiting')).toStrictEqual([]);
				expect(events.at(-1)).toStrictEqual({ type: 'done', impressionsCompleted: 2 });
			}
		}
	);

	it('that has no more of one colour prints to the end all the same', async () => {
		const { printer, control } = printers().ipp;
		control.apply({ do: 'raise', reason: 'toner-empty-warning', stops: false });
		const events = await print(printer);
		control.apply({ do: 'clear', reason: 'toner-empty-warning' });
		expect(events.at(-1)).toStrictEqual({ type: 'done', impressionsCompleted: 2 });
	});
});
