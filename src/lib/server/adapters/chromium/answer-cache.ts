import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { homeInside } from './bubblewrap.ts';

const cacheFolder = join(homeInside, 'profile/Default/Cache/Cache_Data');
const entryName = /^[0-9a-f]{16}_[0-9a-z]+$/;
/** Chromium's simple cache, net/disk_cache/simple/simple_entry_format.h: magic (8 bytes), version, length of the key, its hash, padding. */
const magic = 0xfcfb6d1ba7725c30n;
const headBytes = 24;
const longestKey = 2000;

/**
 * Looks through the files of a browser's cache of HTTP answers, in its own mount namespace: true when every one is of an address below
 * `/_app/immutable/` of this origin. False where anything else lies there, and where it cannot be read.
 */
export function holdsOnlyBuild(pid: number, origin: string): boolean {
	const folder = join('/proc', String(pid), 'root', cacheFolder);
	try {
		return readdirSync(folder)
			.filter((name) => name !== 'index' && name !== 'index-dir')
			.every((name) => entryName.test(name) && addressOf(join(folder, name))?.startsWith(`${origin}/_app/immutable/`));
	} catch {
		return false;
	}
}

/** The key ends with the address; what stands before it parts the cache by site. */
function addressOf(file: string): string | undefined {
	const head = Buffer.alloc(headBytes + longestKey);
	const descriptor = openSync(file, 'r');
	try {
		const length = readSync(descriptor, head);
		if (length < headBytes || head.readBigUInt64LE() !== magic) return undefined;
		const keyEnd = headBytes + head.readUInt32LE(12);
		return keyEnd > length ? undefined : head.toString('latin1', headBytes, keyEnd).split(' ').at(-1);
	} finally {
		closeSync(descriptor);
	}
}
