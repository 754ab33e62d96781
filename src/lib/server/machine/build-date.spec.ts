import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { isBeforeBuild, readBuildDate } from './build-date.ts';

const buildDateOf = async (version: string | null) => {
	const root = await mkdtemp(join(tmpdir(), 'kiosk-build-'));
	onTestFinished(() => rm(root, { recursive: true }));
	await mkdir(join(root, 'client', '_app'), { recursive: true });
	if (version !== null) await writeFile(join(root, 'client', '_app', 'version.json'), version);
	return readBuildDate(pathToFileURL(`${root}/`));
};

it('the date of the build is what Vite wrote', async () => {
	expect(await buildDateOf('{"version":"1795590175119"}')).toBe(1_795_590_175_119);
});

it.each([null, '', '{"version":"1.0"}', '{"version":1795590175119}'])(
	'a build that tells no date makes no clock wrong: %s',
	async (version) => {
		const builtAt = await buildDateOf(version);
		expect([builtAt, isBeforeBuild(0, builtAt)]).toEqual([null, false]);
	}
);

it('only a clock before the build is wrong', () => {
	expect([999, 1000, 1001].map((now) => isBeforeBuild(now, 1000))).toEqual([true, false, false]);
});
