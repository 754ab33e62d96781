import { describe, expect, it } from 'vitest';
import { bothPrinters, print, roads, stagesOf } from './printing-through.fixture.ts';

describe('a printer that takes one job at a time', () => {
	const printers = bothPrinters({ oneJobAtATime: true });

	it('lets a second paper wait, told as busy, and prints both', async () => {
		for (const road of roads) {
			const { printer, control } = printers()[road];
			control.apply({ do: 'clearReceived' });
			control.apply({ do: 'hold' });
			const sent = Promise.withResolvers<void>();
			const first = print(printer, ({ type }) => type === 'sent' && sent.resolve());
			await sent.promise;
			const second = await print(printer, ({ type }) => type === 'waiting' && control.apply({ do: 'release' }));
			expect(stagesOf(second)).toStrictEqual([
				{ type: 'waiting', fault: 'busy' },
				{ type: 'sending' },
				{ type: 'sent' },
				{ type: 'done', impressionsCompleted: 2 }
			]);
			expect((await first).at(-1)).toStrictEqual({ type: 'done', impressionsCompleted: 2 });
			expect(control.received.length).toBe(2);
		}
	});
});
