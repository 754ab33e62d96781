import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { makeStateDir, stateDirOf } from './state-dir.ts';

it.each([
	[{ STATE_DIRECTORY: '/var/lib/kiosk' }, '/var/lib/kiosk'],
	[{ STATE_DIRECTORY: '/var/lib/one:/var/lib/two', XDG_STATE_HOME: '/x' }, '/var/lib/one'],
	[{ XDG_STATE_HOME: '/x' }, '/x/service-point-kiosk'],
	[{ XDG_STATE_HOME: 'relative' }, '/home/a/.local/state/service-point-kiosk'],
	[{ STATE_DIRECTORY: '', XDG_STATE_HOME: '' }, '/home/a/.local/state/service-point-kiosk'],
	[{}, '/home/a/.local/state/service-point-kiosk']
])('what outlives a restart lies with systemd, else with the user: %o', (places, folder) => {
	expect(stateDirOf(places, '/home/a')).toBe(folder);
});

it('is closed to others, and a folder that cannot be made is told', async () => {
	const root = await mkdtemp(join(tmpdir(), 'kiosk-state-'));
	onTestFinished(() => rm(root, { recursive: true }));
	const folder = join(root, 'a', 'b');
	expect(await makeStateDir(folder)).toBe(true);
	expect((await stat(folder)).mode & 0o777).toBe(0o700);
	expect(await makeStateDir(folder)).toBe(true);
	await writeFile(join(root, 'file'), '');
	expect(await makeStateDir(join(root, 'file', 'state'))).toBe(false);
});
