import { describe, expect, it } from 'vitest';
import { createIppPrinter } from '../../src/lib/server/adapters/ipp/ipp-printer.ts';
import { operations } from '../../src/lib/server/adapters/ipp/operations.ts';
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

	it('lets the customer wait while the printer does not let go of what it held, and prints it then', async () => {
		const { ipp, uri } = printers();
		const { control } = ipp;
		let refusals = 3;
		const unwilling = createIppPrinter({
			uri,
			pollMs: 2,
			timeLimits: { awayMs: 30, answerMs: 500 },
			fetch: (address, init) => {
				const code = init?.body instanceof Uint8Array ? init.body[3] : undefined;
				const isCancel = code === operations['cancel-job'] || code === operations['cancel-my-jobs'];
				if (!isCancel || refusals === 0) return fetch(address, init);
				refusals -= 1;
				return Promise.resolve(new Response(null, { status: 503 }));
			}
		});
		control.apply({ do: 'hold' });
		await print(unwilling, ({ type }) => type === 'sent' && control.apply({ do: 'goOffline' }));
		control.apply({ do: 'goOnline' });
		let held: unknown;
		const again = await print(unwilling, async ({ type }) => {
			if (type !== 'sent') return;
			held = await unwilling.openJobs(never);
			control.apply({ do: 'release' });
		});
		expect(held).toStrictEqual({ ok: true, value: 1 });
		expect(stagesOf(again)).toStrictEqual([
			{ type: 'waiting', fault: 'busy' },
			{ type: 'sending' },
			{ type: 'sent' },
			{ type: 'done', impressionsCompleted: 2 }
		]);
	});
});
