import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { run } from './run.ts';

describe('running a program', () => {
	it.each([
		['waits for it', 'wait'],
		['has gone itself', 'exit 0']
	])('keeps the time limit although a grandchild holds the output of a program that %s', async (_what, then) => {
		const folder = mkdtempSync('/dev/shm/run-test-');
		onTestFinished(() => {
			process.kill(Number(readFileSync(join(folder, 'pid'), 'utf8')), 'SIGKILL');
			rmSync(folder, { recursive: true });
		});
		const argv = ['/bin/sh', '-c', `sleep 1000 & echo $! > pid; ${then}`] as const;
		expect(await run(argv, { timeoutMs: 200, cwd: folder })).toEqual({ ended: 'timed-out', stderr: '' });
	});

	it.each([
		['a folder that is not there', ['true'], { cwd: '/nowhere/at/all' }],
		['an argument that no program can be given', ['true', 'a\0b'], {}],
		['a program that is not there', ['/nowhere/at/all'], {}]
	] as const)('says not-started for %s', async (_what, argv, options) => {
		expect(await run(argv, { timeoutMs: 5_000, ...options })).toEqual({
			ended: 'not-started',
			stderr: expect.any(String) as string
		});
	});
});
