import { readFile, statfs } from 'node:fs/promises';
import { basename, dirname } from 'node:path';

/** What decides whether a visit's data could reach a disk. */
export interface StorageSafety {
	/** Whether the session folder (or, before it exists, the folder it will be made in) is on tmpfs. */
	readonly onTmpfs: boolean;
	/** Swap areas that are neither zram (memory) nor encrypted, as /proc/swaps names them; tmpfs may be paged out to them. */
	readonly plainSwap: readonly string[];
}

/** `f_type` of tmpfs (statfs(2)). */
const tmpfsMagic = 0x01021994;

/** Looks at the session folder and at swap. `root` is where /proc and /sys are; tests give their own. */
export async function storageSafety(sessionDir: string, root = '/'): Promise<StorageSafety> {
	return { onTmpfs: await isOnTmpfs(sessionDir), plainSwap: await plainSwap(root) };
}

async function isOnTmpfs(folder: string): Promise<boolean> {
	try {
		return (await statfs(folder)).type === tmpfsMagic;
	} catch {
		return dirname(folder) === folder ? false : isOnTmpfs(dirname(folder));
	}
}

async function plainSwap(root: string): Promise<readonly string[]> {
	const table = await readFile(`${root}proc/swaps`, 'utf8').catch(() => '');
	const areas = table
		.split('\n')
		.slice(1)
		.map((line) => line.split(/\s+/)[0] ?? '')
		.filter((area) => area !== '' && !area.startsWith('/dev/zram'));
	const encrypted = await Promise.all(areas.map((area) => isEncrypted(area, root)));
	return areas.filter((_, index) => encrypted[index] !== true);
}

/** dm-crypt devices have a uuid that begins with CRYPT- (cryptsetup). A swap file's disk is not followed: it counts as plain. */
async function isEncrypted(area: string, root: string): Promise<boolean> {
	const uuid = await readFile(`${root}sys/block/${basename(area)}/dm/uuid`, 'utf8').catch(() => '');
	return uuid.startsWith('CRYPT-');
}
