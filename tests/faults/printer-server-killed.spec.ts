import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCupsPrinter } from '../../src/lib/server/adapters/cups/cups-printer.ts';
import { createIppPrinter } from '../../src/lib/server/adapters/ipp/ipp-printer.ts';
import {
	startSimulatedIppPrinter,
	type SimulatedIppPrinter
} from '../../src/lib/server/simulated/ipp-printer/start.ts';
import { never, print } from './printing-through.fixture.ts';

const templates = resolve('kiosk-config/host/cups');
const speakIpp = (uri: string, fetch?: typeof globalThis.fetch) =>
	createIppPrinter({ uri, pollMs: 20, ...(fetch ? { fetch } : {}) });

describe('a server of ours that is killed in the middle of a job', () => {
	let server: SimulatedIppPrinter;
	let folder: string;
	beforeEach(async () => {
		server = await startSimulatedIppPrinter({ pageMs: 0 });
		folder = await mkdtemp('/dev/shm/killed-');
	});
	afterEach(async () => {
		await server.close();
		await rm(folder, { recursive: true, force: true });
	});

	it.each(['ipp', 'cups'] as const)(
		'leaves a job at the printer (%s) that its successor takes back before anybody else comes',
		async (road) => {
			const directory = join(folder, 'cupsd');
			server.control.apply({ do: 'hold' });
			const child = spawn(
				process.execPath,
				['tests/fixtures/printer/printing-child.ts', road, server.uri, directory, templates],
				{ stdio: ['ignore', 'pipe', 'inherit'] }
			);
			const killed = once(child, 'exit');
			await expect.poll(() => server.control.received.length, { timeout: 30_000 }).toBe(1);
			child.kill('SIGKILL');
			await killed;

			const successor =
				road === 'ipp'
					? speakIpp(server.uri)
					: createCupsPrinter({ directory, templates, printerUri: server.uri, speakIpp });
			expect(await successor.openJobs(never)).toStrictEqual({ ok: true, value: 1 });
			const proof = await successor.wipe(never);
			expect({ proven: proof.proven, found: proof.found }).toStrictEqual({ proven: true, found: [] });
			server.control.apply({ do: 'release' });

			const next = await print(successor);
			expect(next.at(-1)).toStrictEqual({ type: 'done', impressionsCompleted: 2 });
			const { jobs } = (await (await fetch(server.controlUrl)).json()) as { jobs: unknown };
			expect(jobs).toMatchObject([
				{ state: 'canceled', impressionsCompleted: 0 },
				{ state: 'completed', impressionsCompleted: 2 }
			]);
			expect((await successor.wipe(never)).proven).toBe(true);
		}
	);
});
