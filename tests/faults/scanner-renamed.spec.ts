import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { locatedScanner } from '../../src/lib/server/compose/located-scanner.ts';
import type { LocatedScanner } from '../../src/lib/server/machine/located-scanner.ts';
import { never, takeIn } from '../contract/scanner.contract.ts';
import { smallPage } from './scanner-house/small-pages.ts';

let folder: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'scanner-renamed-'));
	const programs = join(folder, 'programs');
	await mkdir(programs);
	await writeFile(join(folder, 'page'), smallPage(1));
	// A scanimage for the devices in the file `devices`; no SANE backend renames its own.
	await writeFile(
		join(programs, 'scanimage'),
		`#!/bin/sh
if [ "$1" = -f ]; then cat ${folder}/devices; exit 0; fi
device="\${1#--device-name=}"
if ! cut -f 1 ${folder}/devices | grep -qxF "$device"; then
	echo "scanimage: open of device $device failed: Invalid argument" >&2
	exit 1
fi
case "$*" in *' -A'*)
	printf '\\nAll options specific to device \\140%s\\047:\\n    --mode Gray [Gray]\\n    --resolution 300dpi [300]\\n' "$device"
	exit 0
esac
cp ${folder}/page p001.jpg
echo p001.jpg
`
	);
	await chmod(join(programs, 'scanimage'), 0o755);
	vi.stubEnv('PATH', `${programs}:/usr/bin:/bin`);
});
afterEach(async () => {
	vi.unstubAllEnvs();
	await rm(folder, { recursive: true });
});

const list = (...devices: readonly (readonly [device: string, makeAndModel: string])[]) =>
	writeFile(join(folder, 'devices'), devices.map((words) => `${words.join('\t')}\n`).join(''));
const scanner = (device: string, serial?: string) =>
	locatedScanner(
		{ kind: 'sane', device },
		{ model: 'LiDE 100', ...(serial === undefined ? {} : { serial }) },
		join(folder, 'visit')
	);
const scanned = async (from: LocatedScanner) => {
	const { pages, fault } = await takeIn(from, { source: 'flatbed', sides: 'one-sided', preset: 'text' }, never);
	return { pages: pages.length, fault };
};
const place = async (from: LocatedScanner) => {
	const found = await from.locate(never);
	return found?.kind === 'found' ? found.address : found?.kind;
};

it('a USB scanner that has another name after a power cycle is found by its model, and the customer sees a page', async () => {
	await list(['genesys:libusb:001:004', 'Canon LiDE 100']);
	const lide = scanner('genesys:libusb:001:004');
	expect(await scanned(lide)).toEqual({ pages: 1, fault: null });
	// The same device by another backend is not the one that the administrator chose.
	await list(
		['airscan:e0:LiDE', 'Canon LiDE 100'],
		['genesys:libusb:001:007', 'Canon LiDE 210'],
		['genesys:libusb:001:005', 'Canon LiDE 100']
	);
	expect([await scanned(lide), await place(lide)]).toEqual([{ pages: 1, fault: null }, 'genesys:libusb:001:005']);
	await list();
	expect([await scanned(lide), await place(lide)]).toEqual([{ pages: 0, fault: 'offline' }, 'missing']);
	expect((await lide.wipe(never)).proven).toBe(true);
});

it('between two of one model the serial number in the name decides, and without one none is used', async () => {
	await list(['hpaio:/usb/X?serial=CN1', 'HP LiDE 100'], ['hpaio:/usb/X?serial=CN2', 'HP LiDE 100']);
	expect(await place(scanner('hpaio:/usb/gone', 'CN2'))).toBe('hpaio:/usb/X?serial=CN2');
	expect(await place(scanner('hpaio:/usb/gone'))).toBe('several');
	expect(await scanned(scanner('hpaio:/usb/gone'))).toEqual({ pages: 0, fault: 'offline' });
});
