import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { storageSafety } from './storage-safety.ts';

let root: string;
beforeEach(async () => {
	root = `${await mkdtemp(join(tmpdir(), 'kiosk-root-'))}/`;
});
afterEach(() => rm(root, { recursive: true, force: true }));

const put = async (path: string, content: string) => {
	await mkdir(dirname(join(root, path)), { recursive: true });
	await writeFile(join(root, path), content);
};

it('swap that a powered-off disk would still hold is named; zram and encrypted swap are not', async () => {
	await put(
		'proc/swaps',
		[
			'Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority',
			'/dev/dm-1                               partition\t1000\t\t0\t\t-2',
			'/dev/dm-2                               partition\t1000\t\t0\t\t-3',
			'/dev/zram0                              partition\t1000\t\t0\t\t100',
			'/swapfile                               file\t\t1000\t\t0\t\t-4',
			''
		].join('\n')
	);
	await put('sys/block/dm-1/dm/uuid', 'CRYPT-PLAIN-swap\n');
	await put('sys/block/dm-2/dm/uuid', 'LVM-abc\n');
	expect(await storageSafety('/dev/shm/not-yet/there', root)).toEqual({
		onTmpfs: true,
		plainSwap: ['/dev/dm-2', '/swapfile']
	});
});

it('a session folder that is not on tmpfs is noticed, also before it exists', async () => {
	expect(await storageSafety('/proc/not-yet/there', root)).toEqual({ onTmpfs: false, plainSwap: [] });
});
