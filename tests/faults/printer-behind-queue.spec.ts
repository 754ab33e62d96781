import { mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Printer } from '../../src/lib/ports/printer.ts';
import { createCupsPrinter } from '../../src/lib/server/adapters/cups/cups-printer.ts';
import { make } from '../../src/lib/server/adapters/ipp/attributes.ts';
import { decodeIpp, encodeIpp } from '../../src/lib/server/adapters/ipp/codec.ts';
import { createIppPrinter } from '../../src/lib/server/adapters/ipp/ipp-printer.ts';
import {
	startSimulatedIppPrinter,
	type SimulatedIppPrinter
} from '../../src/lib/server/simulated/ipp-printer/start.ts';
import { run } from '../../src/lib/server/process/run.ts';
import { withoutCount } from './changed-answers.fixture.ts';
import { never, print, stagesOf } from './printing-through.fixture.ts';

const printed = [{ type: 'sending' }, { type: 'sent' }, { type: 'done', impressionsCompleted: 2 }];

describe('a private queue that knows less than its printer', () => {
	let server: SimulatedIppPrinter;
	let folder: string;
	let printer: Printer;
	/** What the queue says instead of its own `printer-state-reasons`, for so many answers while a job is under way. */
	const said = { reason: '', answers: 0 };
	const instead =
		(ask: typeof fetch): typeof fetch =>
		async (...asked) => {
			const answer = await ask(...asked);
			const body = new Uint8Array(await answer.arrayBuffer());
			const decoded = decodeIpp(body);
			const isAsked =
				decoded.ok &&
				decoded.value.groups.some(({ name, attributes }) => name === 'printer' && attributes.length === 2);
			if (!decoded.ok || !isAsked || said.answers <= 0) return new Response(body, answer);
			said.answers -= 1;
			const groups = decoded.value.groups.map((group) => ({
				...group,
				attributes: group.attributes.map((attribute) =>
					attribute.name === 'printer-state-reasons' ? make.keyword(attribute.name, said.reason) : attribute
				)
			}));
			return new Response(Uint8Array.from(encodeIpp({ ...decoded.value, groups })), answer);
		};
	beforeAll(async () => {
		server = await startSimulatedIppPrinter({ pageMs: 0 });
		folder = await mkdtemp('/dev/shm/behind-');
		printer = createCupsPrinter({
			directory: join(folder, 'cupsd'),
			templates: resolve('kiosk-config/host/cups'),
			printerUri: server.uri,
			speakIpp: (uri, ask) => createIppPrinter({ uri, pollMs: 20, ...(ask ? { fetch: instead(ask) } : {}) }),
			pollMs: 20,
			awayMs: 1_500
		});
	});
	afterAll(async () => {
		await printer.wipe(never);
		await server.close();
		await rm(folder, { recursive: true, force: true });
	});

	it.each(['connecting-to-device', 'cover-open-error'])(
		'tells no customer that the printer needs something for a %s of the last job',
		async (reason) => {
			Object.assign(said, { reason, answers: 3 });
			server.control.apply({ do: 'hold' });
			const printing = print(printer);
			await expect.poll(() => said.answers, { timeout: 30_000 }).toBe(0);
			server.control.apply({ do: 'release' });
			expect(stagesOf(await printing)).toStrictEqual(printed);
		}
	);

	it('prints through a queue that a fault has paused', async () => {
		const socket = join(folder, 'cupsd', 'cups.sock');
		expect(await run(['cupsdisable', '-h', socket, 'kiosk'], { timeoutMs: 10_000 })).toMatchObject({ code: 0 });
		expect(stagesOf(await print(printer))).toStrictEqual(printed);
	});

	it('tells of the sides that were asked for where the printer behind it does not count', async () => {
		server.control.tamperWith(withoutCount);
		const events = await print(printer, () => {}, { impressions: 2 });
		server.control.tamperWith(undefined);
		expect(events.at(-1)).toStrictEqual({ type: 'done', impressionsCompleted: 2 });
		server.control.apply({ do: 'clearReceived' });
	});

	it('calls nothing printed that a printer took along when it was switched off, and waits until it is back', async () => {
		server.control.apply({ do: 'hold' });
		const events = await print(printer, async ({ type }) => {
			if (type === 'waiting')
				for (const command of ['goOnline', 'release'] as const) server.control.apply({ do: command });
			if (type === 'sent') {
				await expect.poll(() => server.control.received.length, { timeout: 30_000 }).toBe(1);
				server.control.apply({ do: 'goOffline' });
			}
		});
		expect(stagesOf(events)).toStrictEqual([
			...printed.slice(0, 2),
			{ type: 'waiting', fault: 'offline' },
			...printed.slice(2)
		]);
	});

	it('gives up when the printer stays away, and is not wiped until that tells that it holds nothing', async () => {
		server.control.apply({ do: 'hold' });
		const events = await print(printer, async ({ type }) => {
			if (type !== 'sent') return;
			await expect.poll(() => server.control.received.length, { timeout: 30_000 }).toBe(2);
			server.control.apply({ do: 'goOffline' });
		});
		expect(stagesOf(events).slice(2)).toMatchObject([
			{ type: 'waiting', fault: 'offline' },
			{ type: 'failed', report: { fault: 'offline' }, impressionsCompleted: 0 }
		]);
		expect((await printer.wipe(never)).proven).toBe(false);
		server.control.apply({ do: 'goOnline' });
		expect((await printer.wipe(never)).proven).toBe(true);
	});

	it('prints a paper once when the customer prints it again after the printer has come back', async () => {
		server.control.apply({ do: 'hold' });
		await print(printer, async ({ type }) => {
			if (type !== 'sent') return;
			await expect.poll(() => server.control.received.length, { timeout: 30_000 }).toBe(3);
			server.control.apply({ do: 'goOffline' });
		});
		server.control.apply({ do: 'goOnline' });
		let held: unknown;
		const again = await print(printer, async ({ type }) => {
			if (type !== 'sent') return;
			await expect.poll(() => server.control.received.length, { timeout: 30_000 }).toBe(4);
			held = await printer.openJobs(never);
			server.control.apply({ do: 'release' });
		});
		expect(held).toStrictEqual({ ok: true, value: 1 });
		expect(again.at(-1)).toMatchObject({ type: 'done' });
	});
});
