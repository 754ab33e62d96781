import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createSaneScanner } from '../../src/lib/server/adapters/sane/sane-scanner.ts';
import { never } from '../contract/scanner.contract.ts';

it('a server that crashed in a scan leaves a process and a page behind: the next wipe ends and removes both', async () => {
	const sessionDir = await mkdtemp(join(tmpdir(), 'scanner-left-'));
	const folder = join(sessionDir, 'scanner', 'scan-abc');
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, 'p001.jpg.part'), 'a page of the customer before');
	const orphan = spawn('sleep', ['600'], { cwd: folder, detached: true, stdio: 'ignore' });
	const ended = once(orphan, 'exit');
	const proof = await createSaneScanner({ device: 'test:0', sessionDir }).wipe(never);
	expect(proof).toEqual({
		step: 'scanner',
		proven: true,
		lookedAt: ['scanimage processes', 'folder of scanned pages'],
		found: [],
		durationMs: expect.any(Number)
	});
	expect(await ended).toEqual([null, 'SIGKILL']);
	expect(await readdir(sessionDir)).toEqual([]);
	await rm(sessionDir, { recursive: true });
});
