import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { failed, ok, type Result } from '../../../domain/result.ts';
import type { FileChooserFault, HandedFile } from '../../../ports/portal.ts';

const maxNameBytes = 120;

/** The given name as one harmless path component; it keeps its extension and its letters. */
export const safeFileName = (name: string): string => {
	const cleaned = name
		.normalize('NFC')
		// eslint's no-control-regex is about accidents; here they are the point.
		.replaceAll(/[\p{Cc}\p{Cf}/\\:]/gu, '_')
		.replace(/^[.\s]+/u, '')
		.trim();
	const [, stem = cleaned, extension = ''] = /^(.+?)(\.[\p{L}\p{N}]{1,8})?$/u.exec(cleaned) ?? [];
	const room = maxNameBytes - Buffer.byteLength(extension);
	let kept = stem;
	while (Buffer.byteLength(kept) > room) kept = [...kept].slice(0, -1).join('');
	return kept === '' ? 'document' : `${kept}${extension}`;
};

/**
 * Lays files into a folder of their own, each under its own name. Gives their paths below the outbox, in order. `gone`: aborted, or there
 * is no outbox (any more); `too-big`: no room.
 */
export async function layOut(
	outbox: string,
	folder: string,
	files: readonly HandedFile[],
	signal: AbortSignal
): Promise<Result<readonly string[], FileChooserFault>> {
	const paths: string[] = [];
	try {
		// Never `recursive`: a wipe takes the outbox away for good.
		await mkdir(join(outbox, folder), { mode: 0o700 });
		for (const [index, file] of files.entries()) {
			signal.throwIfAborted();
			const place = join(folder, String(index));
			await mkdir(join(outbox, place), { mode: 0o700 });
			const path = join(place, safeFileName(file.name));
			await writeFile(join(outbox, path), file.bytes, { mode: 0o400, flag: 'wx', signal });
			paths.push(path);
		}
		signal.throwIfAborted();
		return ok(paths);
	} catch (error) {
		await rm(join(outbox, folder), { recursive: true, force: true });
		if (signal.aborted || codeOf(error) === 'ENOENT') return failed('gone');
		if (['ENOSPC', 'EDQUOT'].includes(codeOf(error))) return failed('too-big');
		throw error;
	}
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');
