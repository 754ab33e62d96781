import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Wipeable } from '../../ports/wipeable.ts';

/**
 * The last look over the visit's folder: whatever no other step owned goes, and nothing but empty folders may be left. Folders are
 * looked into without following links.
 */
export const temporaryFiles = (visitDir: string): Wipeable => ({
	async wipe() {
		const startedAt = performance.now();
		for (const { path } of await filesBelow(visitDir)) await rm(path, { force: true });
		const left = await filesBelow(visitDir);
		await mkdir(visitDir, { recursive: true, mode: 0o700 });
		return {
			step: 'temporary-files',
			proven: left.length === 0,
			lookedAt: ["files, links and sockets below the visit's folder"],
			found: left.length === 0 ? [] : [`${left.length} files`],
			durationMs: performance.now() - startedAt
		};
	}
});

async function filesBelow(folder: string): Promise<readonly { path: string }[]> {
	const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
		if (error.code === 'ENOENT') return [];
		throw error;
	});
	const found = await Promise.all(
		entries.map((entry) => {
			const path = join(folder, entry.name);
			return entry.isDirectory() ? filesBelow(path) : [{ path }];
		})
	);
	return found.flat();
}
