import { describe, expect, it } from 'vitest';
import { bubblewrapArgv } from '../../src/lib/server/adapters/chromium/bubblewrap.ts';
import { startEnclosedBrowser, statusFd } from '../../src/lib/server/adapters/chromium/enclosed-browser.ts';
import { foreignNamespaces, processesIn } from '../../src/lib/server/adapters/chromium/namespaces.ts';
import { until } from './portal-fixture/until.ts';

const enclose = (...program: string[]) =>
	startEnclosedBrowser(
		bubblewrapArgv({ network: 'own', binds: [], environment: {}, tmpfsBytes: 1_000_000, statusFd }, program),
		10_000,
		AbortSignal.timeout(10_000)
	);

describe('processes of a capsule', () => {
	it('are found while they live, also in a PID namespace of their own, and not after the first one is killed', async () => {
		const enclosed = await enclose('/bin/sh', '-c', 'unshare --user --pid --fork sleep 1000 & sleep 1000');
		if (!enclosed) throw new Error('did not start');
		await until(() => enclosed.processes().length >= 5, 'bubblewrap’s first process, the shell, two sleeps, unshare');
		const all = enclosed.processes();
		expect(all).toContain(enclosed.pid);
		expect(all).not.toContain(process.pid);
		enclosed.kill();
		await enclosed.exited;
		await until(() => enclosed.processes().length === 0, 'nothing is left');
	});

	it('have no namespace in common with ours, and ours is never looked at', () => {
		expect([...foreignNamespaces(process.pid)]).toEqual([]);
		expect(processesIn(new Set())).toEqual([]);
	});

	it('end with the program, and its end is told', async () => {
		const enclosed = await enclose('/bin/sh', '-c', 'sleep 1000 & exec sleep 0.2');
		if (!enclosed) throw new Error('did not start');
		await enclosed.exited;
		await until(() => enclosed.processes().length === 0, 'nothing is left');
	});
});
