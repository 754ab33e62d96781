import { constants } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { PortalEvent } from '../../../ports/portal.ts';
import type { CdpSession } from './cdp-pipe.ts';

export interface DownloadOptions {
	/** The inbox as the server sees it. */
	readonly inbox: string;
	/** The inbox as the browser sees it. */
	readonly inboxInside: string;
	readonly maxBytes: number;
	readonly onEvent: (event: PortalEvent) => void;
}

const guidPattern = /^[0-9A-Fa-f-]{8,64}$/;

/** The folder can be written from inside the capsule: never follow a link there, never wait on a pipe, never read too much. */
const readInboxFile = async (path: string, maxBytes: number): Promise<Uint8Array | undefined> => {
	const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK | constants.O_NOCTTY);
	try {
		const { size } = await file.stat().then((stat) => (stat.isFile() ? stat : { size: Infinity }));
		if (size > maxBytes) return undefined;
		const bytes = Buffer.alloc(size);
		let filled = 0;
		while (filled < size) {
			const { bytesRead } = await file.read(bytes, filled, size - filled, filled);
			if (bytesRead === 0) return undefined;
			filled += bytesRead;
		}
		return bytes;
	} finally {
		await file.close();
	}
};

/** What cannot be removed now goes with the whole inbox when the visit is wiped. */
const remove = (path: string) => rm(path, { force: true, recursive: true }).catch(() => {});

/** Every download of every page lands in the inbox under a name that Chromium makes up, is read once, and is deleted there. */
export async function followDownloads(browser: CdpSession, options: DownloadOptions): Promise<void> {
	const { inbox, inboxInside, maxBytes, onEvent } = options;
	const names = new Map<string, string>();
	const tooBig = new Set<string>();

	const take = async (guid: string, name: string) => {
		const path = join(inbox, guid);
		const bytes = await readInboxFile(path, maxBytes).catch(() => null);
		await remove(path);
		if (bytes) onEvent({ type: 'download finished', name, bytes });
		else onEvent({ type: 'download failed', reason: bytes === null ? 'cancelled' : 'too-big' });
	};

	browser.on('Browser.downloadWillBegin', ({ guid, suggestedFilename }) => {
		if (guidPattern.test(guid)) names.set(guid, suggestedFilename);
	});
	browser.on('Browser.downloadProgress', ({ guid, state, receivedBytes, totalBytes }) => {
		const name = names.get(guid);
		if (name === undefined) return;
		if (state === 'inProgress') {
			if (Math.max(receivedBytes, totalBytes) > maxBytes && !tooBig.has(guid)) {
				tooBig.add(guid);
				browser.send('Browser.cancelDownload', { guid }).catch(() => {});
			}
			return;
		}
		names.delete(guid);
		if (state === 'completed') return void take(guid, name);
		void remove(join(inbox, guid));
		onEvent({ type: 'download failed', reason: tooBig.delete(guid) ? 'too-big' : 'cancelled' });
	});
	await browser.send('Browser.setDownloadBehavior', {
		behavior: 'allowAndName',
		downloadPath: inboxInside,
		eventsEnabled: true
	});
}
