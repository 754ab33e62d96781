import { X509Certificate } from 'node:crypto';

/** A Chromium policy file, name to value (chromeenterprise.google/policies). */
export type PolicyTemplate = Readonly<Record<string, unknown>>;

/** The relay inside the capsule, the portal's only proxy. */
export const capsuleProxyPort = 3128;

/** The leading dot means "this host and no sub-domain" in Chromium's URL filter format. */
const exactOrigin = (host: string) => `https://.${host}`;

export interface PortalPolicyOptions {
	/** Hosts that a page or frame may be of. */
	readonly hosts: readonly string[];
	/** PEM of a private authority that is trusted inside the capsule only (demo and tests). */
	readonly certificateAuthority?: string;
}

/** The template with what depends on the configured portal: who may be visited, and through which door. */
export const portalPolicy = (template: PolicyTemplate, options: PortalPolicyOptions): PolicyTemplate => ({
	...template,
	URLAllowlist: options.hosts.map(exactOrigin),
	ProxySettings: {
		ProxyMode: 'fixed_servers',
		ProxyServer: `http://127.0.0.1:${String(capsuleProxyPort)}`,
		ProxyBypassList: '<-loopback>'
	},
	...(options.certificateAuthority === undefined
		? {}
		: { CACertificates: [new X509Certificate(options.certificateAuthority).raw.toString('base64')] })
});

/** The template for the customer screen: our own listener and nothing else, everything else sent to a proxy that is nowhere. */
export const screenPolicy = (template: PolicyTemplate, origin: string): PolicyTemplate => {
	const { protocol, host } = new URL(origin);
	return {
		...template,
		URLAllowlist: [`${protocol}//.${host}`],
		ProxySettings: {
			ProxyMode: 'fixed_servers',
			ProxyServer: 'http://127.0.0.1:9',
			ProxyBypassList: `<-loopback>;${host}`
		}
	};
};
