import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { temporaryFiles } from './temporary-files.ts';

let folder = '';
beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'kiosk-temporary-'))));
afterEach(() => rm(folder, { recursive: true }));

const wipe = (visitDir: string) => temporaryFiles(visitDir).wipe(new AbortController().signal);

it('removes what no other step owns, without following a link out of the folder', async () => {
	const visitDir = join(folder, 'visit');
	await mkdir(join(visitDir, 'deep', 'er'), { recursive: true });
	await writeFile(join(visitDir, 'deep', 'er', 'left-over.pdf'), 'canary');
	await mkdir(join(folder, 'elsewhere'));
	await writeFile(join(folder, 'elsewhere', 'not-ours'), 'stays');
	await symlink(join(folder, 'elsewhere'), join(visitDir, 'link'));
	expect(await wipe(visitDir)).toMatchObject({ step: 'temporary-files', proven: true, found: [] });
	expect(await readdir(join(visitDir, 'deep', 'er'))).toEqual([]);
	expect(await readdir(visitDir)).toEqual(['deep']);
	expect(await readdir(join(folder, 'elsewhere'))).toEqual(['not-ours']);
});

it('proves a folder that never came to be', async () => {
	expect(await wipe(join(folder, 'none'))).toMatchObject({ proven: true });
});
