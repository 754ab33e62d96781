import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { bubblewrapArgv } from '../../src/lib/server/adapters/chromium/bubblewrap.ts';
import { startEnclosedBrowser, statusFd } from '../../src/lib/server/adapters/chromium/enclosed-browser.ts';
import { foreignNamespaces, processesIn } from '../../src/lib/server/adapters/chromium/namespaces.ts';
import { until } from './portal-fixture/until.ts';

const enclose = async (...program: string[]) => {
	const argv = bubblewrapArgv({ network: 'own', binds: [], environment: {}, tmpfsBytes: 1_000_000, statusFd }, program);
	const started = await startEnclosedBrowser(argv, 10_000, AbortSignal.timeout(10_000));
	if (!started.ok) throw new Error('did not start');
	return started.value;
};

describe('processes of a capsule', () => {
	it('are found while they live, also in a PID namespace of their own, and not after the first one is killed', async () => {
		const enclosed = await enclose('/bin/sh', '-c', 'unshare --user --pid --fork sleep 1000 & sleep 1000');
		await until(() => enclosed.processes().length >= 5, 'bubblewrap’s first process, the shell, two sleeps, unshare');
		const all = enclosed.processes();
		expect(all).toContain(enclosed.pid);
		expect(all).not.toContain(process.pid);
		enclosed.kill();
		await enclosed.exited;
		await until(() => enclosed.processes().length === 0, 'nothing is left');
	});

	it('are ended and looked for also when the start came to nothing', async () => {
		const folder = mkdtempSync('/dev/shm/failed-start-');
		onTestFinished(() => rmSync(folder, { recursive: true }));
		const program = `sleep 1000 & echo $! > ${folder}/pid; wait`;
		const limit = new AbortController();
		const starting = startEnclosedBrowser(['/bin/sh', '-c', program], 10_000, limit.signal);
		const pid = await until(
			() => Number(existsSync(`${folder}/pid`) && readFileSync(`${folder}/pid`, 'utf8')),
			'it runs'
		);
		limit.abort();
		const outcome = await starting;
		if (outcome.ok) throw new Error('it never said that it was there');
		await until(() => outcome.fault.processes().length === 0, 'nothing is left');
		// Dead, it stays in the list of processes until init has collected it.
		await until(() => !existsSync(`/proc/${String(pid)}`), 'it is gone for good');
	});

	it('have no namespace in common with ours, and ours is never looked at', () => {
		expect([...foreignNamespaces(process.pid)]).toEqual([]);
		expect(processesIn(new Set())).toEqual([]);
	});

	it('end with the program, and its end is told', async () => {
		const enclosed = await enclose('/bin/sh', '-c', 'sleep 1000 & exec sleep 0.2');
		await enclosed.exited;
		await until(() => enclosed.processes().length === 0, 'nothing is left');
	});
});
