import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadConfiguration } from './configuration.ts';
import { watchConfiguration, type ConfigurationWatch, type Delay } from './watch-configuration.ts';

const immediately: Delay = (run) => {
	run();
	return () => {};
};
let dir: string;
let watched: ConfigurationWatch;
let told: string[];
let heard: () => void;

/** Resolves when something was told that the test waits for. */
const until = async (isThere: () => boolean) => {
	while (!isThere()) await new Promise<void>((resolve) => (heard = resolve));
};

beforeEach(async () => {
	dir = await mkdtemp(join(tmpdir(), 'kiosk-config-'));
	await cp('kiosk-config', dir, { recursive: true });
	const initial = await loadConfiguration(dir);
	if (!initial.ok) throw new Error('the shipped configuration is not right');
	told = [];
	heard = () => {};
	const tell = (what: string) => {
		told.push(what);
		heard();
	};
	watched = watchConfiguration(
		dir,
		initial.value,
		{
			onChange: ({ kiosk }) => tell(`limit ${kiosk.session.limitMinutes}`),
			onProblems: ([problem]) => tell(`problem in line ${problem?.line}`)
		},
		immediately
	);
});
afterEach(async () => {
	watched.stop();
	for (const folder of [dir, `${dir}-away`]) await rm(folder, { recursive: true, force: true });
});

const writeLimit = async (limit: string) => {
	const path = join(dir, 'kiosk.yaml');
	const content = (await readFile(path, 'utf8')).replace(/limitMinutes: \S+/, `limitMinutes: ${limit}`);
	await writeFile(`${path}.new`, content);
	await rename(`${path}.new`, path);
};

it('a saved change comes into force by itself', async () => {
	await writeLimit('45');
	await until(() => told.includes('limit 45'));
	expect(watched.current().kiosk.session.limitMinutes).toBe(45);
});

it('a mistake is told and the last good configuration stays in force, until it is mended', async () => {
	await writeLimit('none');
	await until(() => told.includes('problem in line 8'));
	expect(watched.current().kiosk.session.limitMinutes).toBe(60);
	await writeLimit('30');
	await until(() => told.includes('limit 30'));
	expect(watched.current().kiosk.session.limitMinutes).toBe(30);
});

it('a folder that is gone takes nothing away, and is read again on request when it is back', async () => {
	await rename(dir, `${dir}-away`);
	await watched.reload();
	expect(told.at(-1)).toBe('problem in line 1');
	expect(watched.current().servicePoint.id).toBe('tornio');
	await rename(`${dir}-away`, dir);
	await watched.reload();
	expect(told.at(-1)).toBe('limit 60');
});

it('nothing is told after stop', async () => {
	watched.stop();
	await watched.reload();
	expect(told).toEqual([]);
});
