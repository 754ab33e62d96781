import { describe, expect, it } from 'vitest';
import { bothPrinters, mended, never, print, roads, stagesOf } from './printing-through.fixture.ts';

describe('a printer that vanishes in the middle of a job', () => {
	const printers = bothPrinters({}, { awayMs: 30, answerMs: 500, wipeMs: 500 });

	it('is waited for, and the print goes on when it is back', async () => {
		for (const road of roads) {
			const { printer, control } = printers()[road];
			control.apply({ do: 'hold' });
			const events = await print(printer, ({ type }) => {
				if (type === 'sent') control.apply({ do: 'goOffline' });
				if (type !== 'waiting') return;
				control.apply({ do: 'goOnline' });
				control.apply({ do: 'release' });
			});
			expect(stagesOf(events)).toStrictEqual(mended('offline'));
		}
	});

	it('is given up when it stays away; the wipe is not proven before it has told that it holds nothing', async () => {
		const { printer, control } = printers().ipp;
		control.apply({ do: 'hold' });
		const events = await print(printer, ({ type }) => type === 'sent' && control.apply({ do: 'goOffline' }));
		expect(events.at(-1)).toMatchObject({ type: 'failed', report: { fault: 'offline' }, impressionsCompleted: 0 });
		expect((await printer.wipe(never)).proven).toBe(false);
		control.apply({ do: 'goOnline' });
		expect((await printer.wipe(never)).proven).toBe(true);
		control.apply({ do: 'release' });
		expect(await printer.openJobs(never)).toStrictEqual({ ok: true, value: 0 });
	});

	it('prints a paper once when the customer prints it again after the printer has come back', async () => {
		const { printer, control } = printers().ipp;
		control.apply({ do: 'hold' });
		await print(printer, ({ type }) => type === 'sent' && control.apply({ do: 'goOffline' }));
		control.apply({ do: 'goOnline' });
		const heldBefore = await printer.openJobs(never);
		let held: unknown;
		const again = await print(printer, async ({ type }) => {
			if (type !== 'sent') return;
			held = await printer.openJobs(never);
			control.apply({ do: 'release' });
		});
		expect([heldBefore, held]).toStrictEqual([
			{ ok: true, value: 1 },
			{ ok: true, value: 1 }
		]);
		expect(again.at(-1)).toStrictEqual({ type: 'done', impressionsCompleted: 2 });
	});
});
