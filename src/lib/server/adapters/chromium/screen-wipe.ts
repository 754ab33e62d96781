import type { WipeProof } from '../../../domain/wipe.ts';
import type { CdpSession } from './cdp-pipe.ts';

export interface ScreenWipeOptions {
	readonly page: CdpSession;
	/** Whether the browser's cache of answers holds nothing but files of our build; these may stay, and make the reload 70 ms shorter. */
	readonly cacheIsClean: () => boolean;
	/** Where the customer screen begins anew; the same origin for life. */
	readonly startUrl: string;
	/** The one cookie that stays: what lets this screen speak to our server at all. */
	readonly accessCookie: string;
	readonly timeoutMs: number;
}

const lookedAt = [
	'pages to go back to',
	'local and session storage',
	'databases, stored answers, service workers',
	"the browser's cache of answers",
	'cookies of our host for any path, other than the access cookie'
];

const count = (amount: number, what: string) => (amount > 0 ? [`${String(amount)} ${what}`] : []);

/** Loads the customer screen anew, empties everything a page can leave in a browser, and reads each back. */
export async function wipeScreen(options: ScreenWipeOptions): Promise<WipeProof> {
	const { page, cacheIsClean, startUrl, accessCookie, timeoutMs } = options;
	const startedAt = performance.now();
	const { origin, hostname } = new URL(startUrl);
	const proof = (found: readonly string[]): WipeProof => ({
		step: 'screen',
		proven: found.length === 0,
		lookedAt,
		found,
		durationMs: performance.now() - startedAt
	});
	const storages = [true, false].map((isLocalStorage) => ({ securityOrigin: origin, isLocalStorage }));
	// Network.getCookies gives those of one address only, so that a cookie for another path would be overlooked.
	const otherCookies = async () =>
		(await page.send('Storage.getCookies')).cookies.filter(
			({ name, domain, path }) =>
				[hostname, `.${hostname}`].includes(domain) && !(name === accessCookie && path === '/')
		);

	/** Loads that have come to their content. The page before may still be on its way when we begin. */
	const contentOf = new Set<string>();
	const loaded = Promise.withResolvers<boolean>();
	let awaited: string | undefined;
	const check = () => {
		if (awaited !== undefined && contentOf.has(awaited)) loaded.resolve(true);
	};
	const stop = page.on('Page.lifecycleEvent', ({ name, loaderId }) => {
		if (name === 'DOMContentLoaded') contentOf.add(loaderId);
		check();
	});
	const timer = setTimeout(() => loaded.resolve(false), timeoutMs);
	try {
		// Before the new page brings files that are not yet whole.
		const cacheMayStay = cacheIsClean();
		const { errorText, loaderId } = await page.send('Page.navigate', { url: startUrl }, timeoutMs);
		awaited = loaderId;
		check();
		if (errorText !== undefined || !(await loaded.promise)) return proof(['1 page that did not load anew']);
		for (const { name, domain, path } of await otherCookies())
			await page.send('Network.deleteCookies', { name, domain, path });
		await Promise.all([
			page.send('Page.resetNavigationHistory'),
			...(cacheMayStay ? [] : [page.send('Network.clearBrowserCache')]),
			page.send('Storage.clearDataForOrigin', {
				origin,
				storageTypes: 'file_systems,indexeddb,local_storage,service_workers,cache_storage,shader_cache,shared_storage'
			}),
			...storages.map((storageId) => page.send('DOMStorage.clear', { storageId }))
		]);
		const [history, usage, cookies, ...items] = await Promise.all([
			page.send('Page.getNavigationHistory'),
			page.send('Storage.getUsageAndQuota', { origin }),
			otherCookies(),
			...storages.map((storageId) => page.send('DOMStorage.getDOMStorageItems', { storageId }))
		]);
		return proof([
			...count(history.entries.length - 1, 'pages to go back to'),
			...count(items.flatMap(({ entries }) => entries).length, 'storage entries'),
			...count(usage.usage, 'bytes of stored data'),
			...count(cookies.length, 'cookies')
		]);
	} catch {
		return proof(['1 browser that does not answer']);
	} finally {
		clearTimeout(timer);
		stop();
	}
}
