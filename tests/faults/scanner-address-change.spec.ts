import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { createEsclScanner, noEsclJobs } from '../../src/lib/server/adapters/escl/escl-scanner.ts';
import type { Fetch } from '../../src/lib/server/adapters/escl/http.ts';
import { run } from '../../src/lib/server/process/run.ts';
import { startSimulatedEsclScanner } from '../../src/lib/server/simulated/escl-scanner/server.ts';
import { never } from '../contract/scanner.contract.ts';

const program = fileURLToPath(new URL('scanner-house/moving-scanner.ts', import.meta.url));

it('a scanner that comes back at another address is found by its serial number, and neither another model at the old one nor its sister is scanned from', async () => {
	// A network of its own: nothing is asked of the real one, and no other run answers.
	const outcome = await run(
		[
			'bwrap',
			...['--unshare-user', '--unshare-net', '--unshare-pid', '--die-with-parent', '--dev-bind', '/', '/', '--'],
			process.execPath,
			program
		],
		{ timeoutMs: 40_000 }
	);
	if (outcome.ended !== 'exited' || outcome.code !== 0) throw new Error(`${outcome.ended}: ${outcome.stderr}`);
	const lines = outcome.stdout.toString('utf8').trim().split('\n');
	expect(lines.map((line): unknown => JSON.parse(line))).toEqual([
		{ what: 'while it is where it was', fact: 'old address' },
		{ what: 'after it has moved', fact: [['page'], 'new address'] },
		{ what: 'sheets left in the other, the sister, itself', fact: [1, 1, 0] },
		{ what: 'wiped', fact: true },
		{
			what: 'when another program keeps the port',
			fact: { cannotLook: expect.stringContaining('EADDRINUSE') as string }
		}
	]);
});

it('a job that was begun at the old address is ended at the new one, and the wipe of both is proven', async () => {
	const device = await startSimulatedEsclScanner();
	device.control.loadPages(3);
	const jobs = noEsclJobs();
	let moved = false;
	const fetch: Fetch = (url, init) =>
		moved ? Promise.reject(new TypeError('fetch failed')) : globalThis.fetch(url, init);
	const before = createEsclScanner({ url: device.url, jobs, fetch });
	const scan = before.scan({ source: 'feeder', sides: 'one-sided', preset: 'text' }, never)[Symbol.asyncIterator]();
	await scan.next();
	moved = true;
	await scan.return?.();
	expect([(await before.wipe(never)).found, device.control.state().runningJobs]).toEqual([
		['1 job at a scanner that does not answer'],
		1
	]);
	const after = await createEsclScanner({ url: device.url, jobs }).wipe(never);
	expect([after.proven, (await before.wipe(never)).proven, device.control.state().runningJobs]).toEqual([
		true,
		true,
		0
	]);
	await device.close();
});
