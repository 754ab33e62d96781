import { createHash } from 'node:crypto';
import { isUtf8 } from 'node:buffer';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The texts of the files that the console can change, by path below the folder. */
export type FolderTexts = ReadonlyMap<string, string>;

const singleFiles = ['kiosk.yaml', 'channels.yaml', 'portal-hosts.yaml'];
const pointsFolder = 'service-points';

export const pathOfPoint = (id: string): string => `${pointsFolder}/${id}.yaml`;
export const defaultsPath = pathOfPoint('defaults');

/** Ids of the points that have a file, with `defaults` where that is there. */
export const pointsOf = (paths: Iterable<string>): readonly string[] =>
	[...paths]
		.filter((path) => path.startsWith(`${pointsFolder}/`))
		.map((path) => path.slice(pointsFolder.length + 1, -5));

/** Reads the folder. A file that cannot be read as text is left out; `loadConfiguration` tells what is wrong with it. */
export async function readFolder(dir: string): Promise<FolderTexts> {
	const names = await readdir(join(dir, pointsFolder)).catch((): string[] => []);
	const points = names.filter((name) => name.endsWith('.yaml')).map((name) => `${pointsFolder}/${name}`);
	const texts = await Promise.all([...singleFiles, ...points.toSorted()].map((path) => readText(dir, path)));
	return new Map(texts.flatMap(({ path, text }) => (text === null ? [] : [[path, text]])));
}

async function readText(dir: string, path: string): Promise<{ readonly path: string; readonly text: string | null }> {
	const content = await readFile(join(dir, path)).catch(() => null);
	return { path, text: content !== null && isUtf8(content) ? content.toString('utf8') : null };
}

/** Says of each file which content it had, so that a later save is refused only for what it would overwrite. */
export const revisionOf = (texts: FolderTexts): string =>
	[...texts].map(([path, text]) => `${path}=${digestOf(text)}`).join(' ');

/** Which of these files are other ones now than at that revision. */
export function changedSince(revision: string, texts: FolderTexts, paths: readonly string[]): readonly string[] {
	const known = new Set(revision.split(' '));
	const wasThere = (path: string) => [...known].some((entry) => entry.startsWith(`${path}=`));
	return paths.filter((path) => {
		const text = texts.get(path);
		return text === undefined ? wasThere(path) : !known.has(`${path}=${digestOf(text)}`);
	});
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 16);
