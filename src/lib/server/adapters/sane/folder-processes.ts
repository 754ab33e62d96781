import { readdir, readlink } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';

/** The processes whose working folder lies in `folder`: ours by construction, also those of a server that crashed. */
async function processesIn(folder: string): Promise<readonly number[]> {
	const ids = (await readdir('/proc')).map(Number).filter((id) => Number.isInteger(id) && id !== process.pid);
	const lies = await Promise.all(
		ids.map(async (id) => {
			const at = await readlink(`/proc/${id}/cwd`).catch(() => '');
			return at === folder || at === `${folder} (deleted)` || at.startsWith(`${folder}/`);
		})
	);
	return ids.filter((_, index) => lies[index]);
}

const looks = 20;
const lookEveryMs = 25;

/** Kills every process whose working folder lies in `folder` and looks until they are gone. Resolves to how many are left. */
export async function killAllIn(folder: string): Promise<number> {
	for (let look = 0; ; look++) {
		const left = await processesIn(folder);
		if (left.length === 0 || look === looks) return left.length;
		for (const id of left) {
			try {
				process.kill(id, 'SIGKILL');
			} catch {
				// It ended in between.
			}
		}
		await delay(lookEveryMs);
	}
}
