import { randomUUID } from 'node:crypto';
import { open, realpath, rename, rm, stat, unlink } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { failed, ok, type Result } from '../../domain/result.ts';
import type { SavedFile } from '../../ports/config-history.ts';

/**
 * Puts each file's `after` in its place: all of them, or none. Each is whole at every moment, keeps its mode and (where that is
 * allowed) its owner, and is on the disk when this is done. Fails with the file that could not be written.
 */
export async function writeFiles(dir: string, files: readonly SavedFile[]): Promise<Result<null, string>> {
	const prepared: { readonly file: SavedFile; readonly target: string; readonly temporary: string | null }[] = [];
	const replaced: SavedFile[] = [];
	let current = '';
	try {
		for (const file of files) {
			current = file.path;
			const written = join(dir, file.path);
			const target = await realpath(written).catch(() => written);
			prepared.push({ file, target, temporary: file.after === null ? null : await writeBeside(target, file.after) });
		}
		for (const { file, target, temporary } of prepared) {
			current = file.path;
			await (temporary === null ? unlink(target) : rename(temporary, target));
			replaced.push(file);
		}
		for (const folder of new Set(prepared.map(({ target }) => dirname(target)))) await syncFolder(folder);
		return ok(null);
	} catch {
		for (const { temporary } of prepared) if (temporary !== null) await rm(temporary, { force: true });
		for (const { path, before, after } of replaced) await writeFiles(dir, [{ path, before: after, after: before }]);
		return failed(current);
	}
}

/** The name must not end in `.yaml`: the folder's readers take such a file for a service point. */
async function writeBeside(target: string, text: string): Promise<string> {
	const temporary = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`);
	const was = await stat(target).catch(() => null);
	const file = await open(temporary, 'wx', was === null ? 0o644 : 0o600);
	try {
		await file.writeFile(text);
		if (was !== null) {
			await file
				.chown(was.uid, was.gid)
				.catch(() => file.chown(-1, was.gid))
				.catch(() => {});
			await file.chmod(was.mode & 0o7777);
		}
		await file.sync();
	} catch (error) {
		await rm(temporary, { force: true });
		throw error;
	} finally {
		await file.close();
	}
	return temporary;
}

async function syncFolder(folder: string): Promise<void> {
	const handle = await open(folder, 'r');
	try {
		await handle.sync();
	} finally {
		await handle.close();
	}
}
