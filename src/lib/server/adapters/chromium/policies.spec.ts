import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { portalPolicy, screenPolicy } from './policies.ts';

const template = (name: string) =>
	JSON.parse(
		readFileSync(new URL(`../../../../../kiosk-config/host/chromium/${name}-policy.json`, import.meta.url), 'utf8')
	) as Record<string, unknown>;

describe('policies', () => {
	it('let the portal visit its hosts only, exactly, by https and through the relay', () => {
		const policy = portalPolicy({ URLBlocklist: ['*'] }, { hosts: ['portal.test', 'bank.test'] });
		expect(policy).toEqual({
			URLBlocklist: ['*'],
			URLAllowlist: ['https://.portal.test', 'https://.bank.test'],
			ProxySettings: {
				ProxyMode: 'fixed_servers',
				ProxyServer: 'http://127.0.0.1:3128',
				ProxyBypassList: '<-loopback>'
			}
		});
	});

	it('let the customer screen visit our own listener only', () => {
		expect(screenPolicy({ URLBlocklist: ['*'] }, 'http://127.0.0.1:4711')).toEqual({
			URLBlocklist: ['*'],
			URLAllowlist: ['http://.127.0.0.1:4711'],
			ProxySettings: {
				ProxyMode: 'fixed_servers',
				ProxyServer: 'http://127.0.0.1:9',
				ProxyBypassList: '<-loopback>;127.0.0.1:4711'
			}
		});
	});

	it.each(['portal', 'screen'])(
		'of the %s block every scheme that "*" does not cover, and every file dialog',
		(name) => {
			const { URLBlocklist, AllowFileSelectionDialogs, PrintingEnabled, URLAllowlist, ProxySettings } = template(name);
			expect({ URLBlocklist, AllowFileSelectionDialogs, PrintingEnabled, URLAllowlist, ProxySettings }).toEqual({
				URLBlocklist: [
					...['*', 'devtools://*', 'view-source:*', 'chrome://*', 'chrome-untrusted://*'],
					...['file://*', 'javascript://*', 'data:*']
				],
				AllowFileSelectionDialogs: false,
				PrintingEnabled: false,
				URLAllowlist: undefined,
				ProxySettings: undefined
			});
		}
	);
});
