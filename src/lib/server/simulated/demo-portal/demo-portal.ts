import { readAssets } from './assets.ts';
import { bankSite } from './bank-site.ts';
import { channelsSite } from './channels-site.ts';
import { makeDemoCertificates, type DemoCertificates } from './certificates.ts';
import { decisionPdf } from './decision-pdf.ts';
import { evilSite } from './evil-site.ts';
import { createHostilePage, type HostilePage } from './hostile-page.ts';
import { createLogIns } from './log-ins.ts';
import { portalSite } from './portal-site.ts';
import { serveSite } from './serve-site.ts';
import type { Site, SiteRequest } from './site.ts';
import { demoTexts } from './texts.ts';
import type { ReceivedFile } from './uploads.ts';

/** The names that exist only in the demo and in tests. */
export const demoHosts = ['portal.test', 'bank.test', 'evil.test', 'kela.test'] as const;
export type DemoHost = (typeof demoHosts)[number];

/** Where the channels' own sites are in the demo; each has a page of its own there. */
export const demoChannelHost = 'kela.test';

export interface DemoPortalOptions {
	/** Made at the start when left out; several portals of one test run may share them. */
	readonly certificates?: DemoCertificates;
	/** Milliseconds since the epoch; log-ins and one-time codes age by it. */
	readonly now?: () => number;
	/** All files of one submission together; 10 000 000 when left out. */
	readonly uploadLimitBytes?: number;
	/** Text that stands in the decision, to find its copies by (ASCII). */
	readonly decisionMarker?: string;
}

/** A portal, its bank, the channels' sites and a place that nobody may reach, on loopback. */
export interface DemoPortal {
	/** Where each name is really served: the egress proxy's table for the demo. */
	readonly hosts: Readonly<Record<DemoHost, { readonly address: '127.0.0.1'; readonly port: number }>>;
	readonly startUrl: string;
	/** Ends the log-in of whoever opens it. */
	readonly logOutUrl: string;
	/** The page of a channel that is not the portal. */
	channelUrl(channelId: string): string;
	/** PEM; whoever visits must trust it. */
	readonly certificateAuthorityPem: string;
	/** Exactly what `paatos.pdf` holds. */
	readonly decision: Uint8Array;
	/** Every file that was taken in, oldest first. */
	received(): readonly ReceivedFile[];
	/** How many requests a host has had since the start. */
	requests(host: DemoHost): number;
	/** `https://portal.test/hostile`. */
	readonly hostilePage: HostilePage;
	/** How many customers are logged in now. */
	logInsAlive(): number;
	/** Ends every connection and the listeners. */
	close(): Promise<void>;
}

/** Starts the demo portal on ports that the system chooses. Throws when openssl is missing or no port can be had. */
export async function startDemoPortal(options: DemoPortalOptions = {}): Promise<DemoPortal> {
	const { now = Date.now, uploadLimitBytes = 10_000_000, decisionMarker = 'ESITTELY' } = options;
	const issuedAt = new Date(now());
	const [certificates, assets, decision] = await Promise.all([
		options.certificates ?? makeDemoCertificates(demoHosts),
		readAssets(),
		decisionPdf(decisionMarker, issuedAt)
	]);
	const logIns = createLogIns(now);
	const received: ReceivedFile[] = [];
	const textsFor = (request: SiteRequest) => demoTexts(request.language, uploadLimitBytes, issuedAt);
	const hostilePage = createHostilePage();
	const startUrl = 'https://portal.test/';
	const sites: Readonly<Record<DemoHost, Site>> = {
		'portal.test': portalSite({
			assets,
			logIns,
			textsFor,
			uploadLimitBytes,
			decision,
			bankUrl: 'https://bank.test/login',
			onReceived: (files) => received.push(...files),
			hostilePage
		}),
		'bank.test': bankSite({ assets, logIns, textsFor, returnTo: `${startUrl}login/return` }),
		'evil.test': evilSite(assets),
		'kela.test': channelsSite({ assets, textsFor })
	};
	const serve = (host: DemoHost) => {
		const certificate = certificates.hosts[host];
		if (certificate === undefined) throw new Error(`no certificate for ${host}`);
		return serveSite(host, certificate, sites[host]);
	};
	const [portal, bank, evil, channels] = await Promise.all([
		serve('portal.test'),
		serve('bank.test'),
		serve('evil.test'),
		serve(demoChannelHost)
	]);
	const served = { 'portal.test': portal, 'bank.test': bank, 'evil.test': evil, [demoChannelHost]: channels };
	const at = (host: DemoHost) => ({ address: '127.0.0.1', port: served[host].port }) as const;
	return {
		hosts: {
			'portal.test': at('portal.test'),
			'bank.test': at('bank.test'),
			'evil.test': at('evil.test'),
			[demoChannelHost]: at(demoChannelHost)
		},
		startUrl,
		logOutUrl: `${startUrl}logout`,
		channelUrl: (channelId) => `https://${demoChannelHost}/${channelId}`,
		certificateAuthorityPem: certificates.certificateAuthorityPem,
		decision,
		received: () => [...received],
		requests: (host) => served[host].requests(),
		hostilePage,
		logInsAlive: () => logIns.alive(),
		close: async () => {
			await Promise.all(Object.values(served).map((site) => site.close()));
		}
	};
}
