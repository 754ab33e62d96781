import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { changed, changesVariable, type Change } from './changes.ts';

/** Loaded before the kiosk's own program by tests only: hands it some of its sources changed. The program knows nothing of it. */
const changes = (JSON.parse(process.env[changesVariable] ?? '[]') as readonly Change[]).map((change) => ({
	...change,
	url: pathToFileURL(resolve(change.file)).href
}));

registerHooks({
	load(url, context, nextLoad) {
		const loaded = nextLoad(url, context);
		const wanted = changes.filter((change) => change.url === url);
		if (wanted.length === 0 || !loaded.source) return loaded;
		const source = Buffer.from(loaded.source as Uint8Array).toString('utf8');
		return { ...loaded, source: wanted.reduce(changed, source) };
	}
});
