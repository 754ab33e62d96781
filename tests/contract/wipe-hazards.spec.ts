import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join, resolve } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createCupsPrinter } from '../../src/lib/server/adapters/cups/cups-printer.ts';
import { removeCupsFolder } from '../../src/lib/server/adapters/cups/private-cupsd.ts';
import { createEsclScanner } from '../../src/lib/server/adapters/escl/escl-scanner.ts';
import { createIppPrinter } from '../../src/lib/server/adapters/ipp/ipp-printer.ts';
import { startSimulatedEsclScanner } from '../../src/lib/server/simulated/escl-scanner/server.ts';
import { shadedSheets } from './scanner.fixture.ts';

const never = new AbortController().signal;
const durationMs = expect.any(Number) as number;

/** Takes every connection and never says a word; gives its port. */
const startBlackHole = async () => {
	const server = createServer((socket) => socket.on('error', () => {}));
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	onTestFinished(() => void server.close());
	return (server.address() as AddressInfo).port;
};
const makeFolder = () => {
	const folder = mkdtempSync('/dev/shm/wipe-hazards-');
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
	return folder;
};

describe('wiping a scanner that went away', () => {
	it('is not proven while it may hold a page of a job that was open, and is as soon as it answers again', async () => {
		const device = await startSimulatedEsclScanner({ pages: await shadedSheets });
		onTestFinished(device.close);
		device.control.loadPages(5);
		const scanner = createEsclScanner({ url: device.url });
		const scan = scanner.scan({ source: 'feeder', sides: 'one-sided', preset: 'text' }, never)[Symbol.asyncIterator]();
		expect((await scan.next()).value).toMatchObject({ type: 'page' });
		device.control.apply({ goOffline: true });
		expect(await scanner.wipe(never)).toMatchObject({
			proven: false,
			found: ['1 job at a scanner that does not answer']
		});
		device.control.apply({ goOnline: true });
		expect(await scanner.wipe(never)).toMatchObject({ proven: true, found: [] });
	});
});

describe('wiping a printer that never answers', () => {
	const lookedAt = 'the printer did not tell its open jobs (timed-out); no job was sent since the start of the program';

	it('says that it was not asked successfully, and why nothing can be there', async () => {
		const uri = `ipp://127.0.0.1:${String(await startBlackHole())}/ipp/print`;
		expect(await createIppPrinter({ uri }).wipe(never)).toEqual({
			...{ step: 'printer', proven: true, found: [], durationMs },
			lookedAt: [lookedAt]
		});
	});

	it('ends also on the way through a private cupsd that is still starting', async () => {
		const printerUri = `ipp://127.0.0.1:${String(await startBlackHole())}/ipp/print`;
		const printer = createCupsPrinter({
			directory: join(makeFolder(), 'cupsd'),
			templates: resolve('kiosk-config/host/cups'),
			printerUri,
			speakIpp: (uri, fetch) => createIppPrinter({ uri, ...(fetch ? { fetch } : {}) })
		});
		const starting = printer.attributes(never);
		const proof = await printer.wipe(never);
		expect(proof).toMatchObject({ step: 'printer', proven: true, found: [] });
		expect(proof.lookedAt[0]).toBe(lookedAt);
		expect(await starting).toMatchObject({ ok: false, fault: { fault: 'offline' } });
	}, 9_000);
});

describe('wiping after a private cupsd whose namespace was never learnt', () => {
	it('finds a process that still works in its folder', async () => {
		const directory = makeFolder();
		const child = spawn('sleep', ['1000'], { env: { PATH: '/usr/bin:/bin', TMPDIR: join(directory, 'tmp') } });
		await once(child, 'spawn');
		onTestFinished(() => void child.kill('SIGKILL'));
		expect(await removeCupsFolder(directory)).toEqual({ processes: 1, files: 0 });
		const ended = once(child, 'exit');
		child.kill('SIGKILL');
		await ended;
		expect(await removeCupsFolder(directory)).toEqual({ processes: 0, files: 0 });
	});
});
