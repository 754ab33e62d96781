import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { PortalEvent } from '../../../ports/portal.ts';
import type { CdpSession } from './cdp-pipe.ts';
import { followDownloads } from './portal-downloads.ts';

it('tells of a download that failed where the inbox cannot be read or emptied, and does not break', async () => {
	const folder = mkdtempSync('/dev/shm/inbox-');
	onTestFinished(() => rmSync(folder, { recursive: true }));
	const inbox = join(folder, 'a-file');
	writeFileSync(inbox, '');
	const listeners = new Map<string, (parameters: never) => void>();
	const browser: CdpSession = {
		sessionId: undefined,
		send: () => new Promise(() => {}),
		on: (event, listener) => {
			listeners.set(event, listener);
			return () => {};
		}
	};
	const told = Promise.withResolvers<PortalEvent>();
	void followDownloads(browser, { inbox, inboxInside: '/inbox', maxBytes: 1000, onEvent: told.resolve });
	const guid = 'aaaaaaaa-1111';
	listeners.get('Browser.downloadWillBegin')?.({ guid, suggestedFilename: 'a.pdf' } as never);
	listeners.get('Browser.downloadProgress')?.({ guid, state: 'completed' } as never);
	expect(await told.promise).toEqual({ type: 'download failed', reason: 'cancelled' });
});
