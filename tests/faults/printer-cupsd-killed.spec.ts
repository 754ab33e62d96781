import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PrintEvent, Printer } from '../../src/lib/ports/printer.ts';
import { createCupsPrinter } from '../../src/lib/server/adapters/cups/cups-printer.ts';
import { startPrivateCupsd } from '../../src/lib/server/adapters/cups/private-cupsd.ts';
import { createIppPrinter } from '../../src/lib/server/adapters/ipp/ipp-printer.ts';
import {
	startSimulatedIppPrinter,
	type SimulatedIppPrinter
} from '../../src/lib/server/simulated/ipp-printer/start.ts';

const never = new AbortController().signal;
const templates = resolve('kiosk-config/host/cups');
const twoPages = await readFile('tests/fixtures/printer/two-pages.pdf');
const request = { document: twoPages, copies: 1, sides: 'one-sided', colour: 'color', pageRanges: [] } as const;

/** As long as two busy cores need to start a cupsd. */
const busyMs = 40_000;

/** Living processes whose arguments hold this text: cupsd its folder, a backend the printer's address. */
const pidsNaming = async (text: string, program = ''): Promise<number[]> => {
	const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
	const lines = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')));
	return pids
		.filter((_, index) => lines[index]?.includes(text) && lines[index].startsWith(program))
		.map((pid) => Number(pid));
};
const processesNaming = async (text: string) => (await pidsNaming(text)).length;

describe('a private cupsd that is ended in the middle of a job', () => {
	let server: SimulatedIppPrinter;
	let folder: string;
	let directory: string;
	let printer: Printer;
	beforeEach(async () => {
		server = await startSimulatedIppPrinter({ pageMs: 1 });
		folder = await mkdtemp('/dev/shm/cupsd-');
		directory = join(folder, 'cupsd');
		printer = createCupsPrinter({
			directory,
			templates,
			printerUri: server.uri,
			speakIpp: (uri, fetch) => createIppPrinter({ uri, pollMs: 20, ...(fetch ? { fetch } : {}) })
		});
	});
	/** Resolves when the printer has the document. */
	const hasCome = () => expect.poll(() => server.control.received.length, { timeout: busyMs }).toBe(1);
	afterEach(async () => {
		await printer.wipe(never);
		await server.close();
		await rm(folder, { recursive: true, force: true });
	});

	it('leaves no backend that retries, no document, and prints nothing for the next customer', async () => {
		server.control.apply({ do: 'hold' });
		const stop = new AbortController();
		const printing = (async () => {
			for await (const event of printer.print(request, stop.signal)) if (event.type === 'done') return;
		})();
		await hasCome();
		expect((await readdir(join(directory, 'spool'))).filter((name) => name.startsWith('d0')).length).toBe(1);
		expect(await processesNaming(directory)).toBeGreaterThan(0);
		expect(await processesNaming(server.uri)).toBeGreaterThan(0);

		server.control.apply({ do: 'goOffline' });
		const proof = await printer.wipe(never);
		expect({ proven: proof.proven, found: proof.found }).toStrictEqual({
			proven: false,
			found: ['1 jobs whose end was not seen']
		});
		expect(await processesNaming(directory)).toBe(0);
		expect(await processesNaming(server.uri)).toBe(0);
		expect(existsSync(directory)).toBe(false);
		stop.abort();
		await printing;

		server.control.apply({ do: 'goOnline' });
		expect((await printer.wipe(never)).proven).toBe(true);
		server.control.apply({ do: 'release' });
		server.control.apply({ do: 'clearReceived' });
		expect((await printer.attributes(never)).ok).toBe(true);
		expect(await printer.openJobs(never)).toStrictEqual({ ok: true, value: 0 });
		expect(server.control.received).toStrictEqual([]);
	});

	it('takes the job back from the printer when cupsd itself was killed, and the next print starts another that prints nothing again', async () => {
		server.control.apply({ do: 'hold' });
		const stop = new AbortController();
		const events: PrintEvent[] = [];
		const printing = (async () => {
			for await (const event of printer.print(request, stop.signal)) events.push(event);
		})();
		await hasCome();
		const [pid = 0] = await pidsNaming(`${directory}/conf/cupsd.conf`, '/usr/sbin/cupsd');
		process.kill(pid, 'SIGKILL');
		await expect.poll(() => processesNaming(directory), { timeout: busyMs }).toBe(0);
		stop.abort();
		await printing;
		expect(events.map(({ type }) => type)).not.toContain('done');
		expect(await printer.openJobs(never)).toStrictEqual({ ok: true, value: 0 });

		server.control.apply({ do: 'release' });
		server.control.apply({ do: 'clearReceived' });
		const next: PrintEvent[] = [];
		for await (const event of printer.print(request, never)) next.push(event);
		expect(next.at(-1)).toStrictEqual({ type: 'done', impressionsCompleted: 2 });
		expect(server.control.received.length).toBe(1);
	});

	it('does not start in a folder whose path no socket can have, and says so', async () => {
		const started = await startPrivateCupsd({
			directory: join(folder, 'x'.repeat(120)),
			printerUri: server.uri,
			templates
		});
		expect(started).toStrictEqual({
			ok: false,
			fault: { fault: 'did-not-start', detail: "the folder's path is too long for a socket" }
		});
	});

	it('says what is wrong with a configuration that cupsd does not take', async () => {
		const started = await startPrivateCupsd({
			directory,
			printerUri: server.uri,
			templates: resolve('tests/fixtures/printer/broken-cups'),
			startMs: 3000
		});
		expect(started).toMatchObject({ ok: false, fault: { fault: 'did-not-start' } });
		expect(await processesNaming(directory)).toBe(0);
		expect(existsSync(directory)).toBe(false);
	});
});
