import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createPortalCapsule } from '../../../src/lib/server/adapters/chromium/portal-capsule.ts';
import type { PolicyTemplate } from '../../../src/lib/server/adapters/chromium/policies.ts';
import { startEgressProxy } from '../../../src/lib/server/adapters/egress/egress-proxy.ts';
import { startOrigins } from './origins.ts';
import { startXScreen } from './x-screen.ts';

export const hostConfigDir = fileURLToPath(new URL('../../../kiosk-config/host', import.meta.url));
export const policyTemplate = (name: 'portal' | 'screen'): PolicyTemplate =>
	JSON.parse(readFileSync(`${hostConfigDir}/chromium/${name}-policy.json`, 'utf8')) as PolicyTemplate;

/** Of all files together that one file input is given. */
export const maxUploadBytes = 1_000_000;

/** A real capsule on an X server of its own, its hosts served from loopback. `close` wipes first. */
export async function makeCapsule(hosts: readonly string[] = ['portal.test']) {
	const [sessionDir, screen, origins] = await Promise.all([
		mkdtemp('/dev/shm/portal-contract-'),
		startXScreen(),
		startOrigins()
	]);
	const refused: string[] = [];
	const egress = await startEgressProxy({
		socketPath: `${sessionDir}/egress.sock`,
		allowedHosts: hosts,
		demoTable: origins.addresses,
		onRefused: (host) => refused.push(host)
	});
	const portal = createPortalCapsule({
		sessionDir,
		screen: () => ({ display: screen.display, workArea: screen.size }),
		egress,
		hosts,
		policyTemplate: policyTemplate('portal'),
		hostConfigDir,
		certificateAuthority: origins.certificateAuthority,
		// What is tried is what happens, not how fast: two test workers share these cores.
		limits: { maxDownloadBytes: 1_000_000, maxUploadBytes, startMs: 40_000, killMs: 9_000 }
	});
	return {
		portal,
		screen,
		origins,
		egress,
		refused,
		sessionDir,
		close: async () => {
			await portal.wipe(AbortSignal.timeout(10_000));
			await Promise.all([egress.close(), origins.close(), screen.close()]);
			await rm(sessionDir, { recursive: true, force: true });
		}
	};
}
