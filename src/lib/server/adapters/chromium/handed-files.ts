import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { HandedFile } from '../../../ports/portal.ts';

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

/** Lays files into a folder of their own, each under its own name. Returns their paths below the folder, in order. */
export async function layOut(outbox: string, folder: string, files: readonly HandedFile[]): Promise<readonly string[]> {
	const paths: string[] = [];
	for (const [index, file] of files.entries()) {
		const place = join(folder, String(index));
		await mkdir(join(outbox, place), { recursive: true, mode: 0o700 });
		const path = join(place, safeFileName(file.name));
		await writeFile(join(outbox, path), file.bytes, { mode: 0o400, flag: 'wx' });
		paths.push(path);
	}
	return paths;
}
