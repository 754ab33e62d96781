import { join } from 'node:path';
import type { LocalizedText } from '../../domain/language.ts';
import { failed } from '../../domain/result.ts';
import type { Portal } from '../../ports/portal.ts';
import { createPortalCapsule, type PortalScreen } from '../adapters/chromium/portal-capsule.ts';
import { startEgressProxy } from '../adapters/egress/egress-proxy.ts';
import type { ChannelSite } from '../../session/session-devices.ts';
import type { Configuration } from '../config/configuration.ts';
import { opensInPortal } from '../config/channels-schema.ts';
import { isPortal } from '../machine/channels-offer.ts';
import { demoChannelHost, type DemoPortal } from '../simulated/demo-portal/demo-portal.ts';
import { readJson } from './screen.ts';

/** The portal with what the session must know of it. */
export interface PortalPlace {
	readonly portal: Portal;
	readonly startUrl: string;
	placeName(host: string): LocalizedText | null;
	/** Connections opened per host; nothing else about the traffic is known. */
	counts(): ReadonlyMap<string, number>;
	close(): Promise<void>;
}

export interface PortalPlaceOptions {
	readonly configuration: Configuration;
	readonly visitDir: string;
	readonly machineDir: string;
	readonly hostConfigDir: string;
	readonly screen: () => PortalScreen | null;
	/** Plays the portal and its bank instead of the configured one. */
	readonly demo: DemoPortal | null;
}

const megabyte = 1024 * 1024;

const demoBank: LocalizedText = { fi: 'Esittelypankki', sv: 'Demobanken', en: 'Demo bank' };

/** The capsule behind its egress proxy. One list of hosts makes the browser's policy, the proxy's list and the bar's names. */
export async function composePortal(options: PortalPlaceOptions): Promise<PortalPlace> {
	const { configuration, visitDir, machineDir, hostConfigDir, demo } = options;
	const { portal: settings } = configuration.kiosk;
	const names = new Map<string, LocalizedText>(
		demo
			? [
					['portal.test', settings.name],
					['bank.test', demoBank]
				]
			: configuration.portalHosts.map(({ host, label }) => [host, label])
	);
	const pageHosts = demo
		? [...names.keys()]
		: configuration.portalHosts.filter(({ role }) => role !== 'asset').map(({ host }) => host);
	const egress = await startEgressProxy({
		socketPath: join(machineDir, 'egress.sock'),
		allowedHosts: [...names.keys()],
		...(demo ? { demoTable: new Map(Object.entries(demo.hosts)) } : {})
	});
	const portal = createPortalCapsule({
		sessionDir: visitDir,
		screen: options.screen,
		egress,
		hosts: pageHosts,
		policyTemplate: await readJson(join(hostConfigDir, 'chromium', 'portal-policy.json')),
		hostConfigDir,
		limits: {
			maxUploadBytes: settings.uploadLimitMb * megabyte,
			maxDownloadBytes: settings.downloadLimitMb * megabyte
		},
		...(demo ? { certificateAuthority: demo.certificateAuthorityPem } : {})
	});
	return {
		portal,
		startUrl: demo ? demo.startUrl : settings.startUrl,
		placeName: (host) => names.get(host) ?? null,
		counts: () => egress.counts(),
		close: () => egress.close()
	};
}

/** Where a channel's site is, in the demo a page of the demo's; null where it has none that opens here. */
export function channelSiteOf(
	{ channels, kiosk }: Configuration,
	demo: DemoPortal | null,
	channelId: string
): ChannelSite | 'portal' | null {
	const channel = channels.find(({ id }) => id === channelId);
	if (channel?.url === undefined || !opensInPortal(channel)) return null;
	if (isPortal(channel, kiosk.portal.startUrl)) return 'portal';
	if (demo) return { startUrl: demo.channelUrl(channelId), hosts: [demoChannelHost] };
	return { startUrl: channel.url, hosts: channel.allowedHosts };
}

/** Where no locked screen is, a foreign page has no place: it would see the person's own browser and desktop. */
export const absentPortal: Portal = {
	warm: async () => failed({ fault: 'not-installed', detail: 'no locked screen' }),
	wipe: async () => ({
		step: 'portal',
		proven: true,
		lookedAt: ['nothing: without a locked screen no portal is ever opened'],
		found: [],
		durationMs: 0
	})
};
