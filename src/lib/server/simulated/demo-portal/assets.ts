import { readFile } from 'node:fs/promises';
import type { SiteAnswer } from './site.ts';

const mediaTypes = {
	'demo.css': 'text/css; charset=utf-8',
	'icon.svg': 'image/svg+xml',
	'print-button.js': 'text/javascript; charset=utf-8',
	'remember.js': 'text/javascript; charset=utf-8',
	'trap-dialogs.js': 'text/javascript; charset=utf-8',
	'trap-hang.js': 'text/javascript; charset=utf-8',
	'trap-leaving.js': 'text/javascript; charset=utf-8',
	'trap-outside.js': 'text/javascript; charset=utf-8',
	'trap-pop-ups.js': 'text/javascript; charset=utf-8'
} as const;

/** Files that the pages load, by path. */
export type Assets = ReadonlyMap<string, SiteAnswer>;

/** Reads the style, the icon and the scripts from the folder beside this file. */
export async function readAssets(): Promise<Assets> {
	const answers = Object.entries(mediaTypes).map(async ([name, mediaType]) => {
		const body = await readFile(new URL(`./assets/${name}`, import.meta.url));
		const headers = { 'content-type': mediaType, 'cache-control': 'max-age=3600', 'x-content-type-options': 'nosniff' };
		return [`/${name}`, { status: 200, headers, body }] as const;
	});
	return new Map(await Promise.all(answers));
}
