import { readFile } from 'node:fs/promises';
import * as v from 'valibot';

/** Where `vite build` puts the screens of this program. */
export const buildDir = new URL('../../../../build/', import.meta.url);

/** `version.json` as `vite build` writes it: when the screens were built, in milliseconds since the epoch. */
const versionSchema = v.pipe(
	v.string(),
	v.parseJson(),
	v.object({ version: v.pipe(v.string(), v.regex(/^\d{13}$/), v.transform(Number)) })
);

/** When the screens in a build folder were built (milliseconds since the epoch); null where nothing tells. */
export async function readBuildDate(folder: URL): Promise<number | null> {
	const text = await readFile(new URL('client/_app/version.json', folder), 'utf8').catch(() => '');
	const version = v.safeParse(versionSchema, text);
	return version.success ? version.output.version : null;
}

/** A clock from before the program was built is wrong, and with it every opening hour. */
export const isBeforeBuild = (now: number, builtAt: number | null): boolean => builtAt !== null && now < builtAt;
