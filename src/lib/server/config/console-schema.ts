import { isIP } from 'node:net';
import * as v from 'valibot';
import { fields, formed, hostName, list, localizedText, shown, text, whole } from './schema-words.ts';

const filePath = formed(
	/^(\/[^/\0]+)+$/,
	'a whole path to a file, for example /etc/service-point-kiosk/tls/console.pem'
);

const listenAddress = v.pipe(
	text,
	v.check(
		isAddress,
		(issue) =>
			`${shown(issue.input)} is not an address of this machine; allowed: localhost or a number such as 127.0.0.1`
	)
);

function isAddress(host: string): boolean {
	return host === 'localhost' || isIP(host) !== 0;
}

/** An https address; http only where nothing leaves the machine, or the name can never be on the internet (`.test`, RFC 6761). */
const issuer = v.pipe(
	formed(/^https?:\/\/[^\s?#]+$/, 'an address that begins with https://'),
	v.check(
		isSafeIssuer,
		(issue) => `${shown(issue.input)} is not an address that can be trusted; allowed: https://host or https://host/path`
	)
);

function isSafeIssuer(address: string): boolean {
	const url = URL.parse(address);
	if (url === null || url.username !== '' || url.password !== '') return false;
	return url.protocol === 'https:' || isLoopback(url.hostname) || url.hostname.endsWith('.test');
}

/** Whether only this machine can reach it. */
export const isLoopback = (host: string): boolean =>
	host === 'localhost' || host === '::1' || host === '[::1]' || (isIP(host) === 4 && host.startsWith('127.'));

/** `console` of `kiosk.yaml`: where staff and administrators log in. */
export const consoleSchema = v.pipe(
	fields({
		host: v.optional(listenAddress, '127.0.0.1'),
		port: v.optional(whole('the port', 0, 65535, ' (0: any free one)'), 4711),
		hostNames: v.optional(list(hostName), []),
		tls: v.optional(fields({ certificate: filePath, key: filePath })),
		openId: v.optional(
			fields({
				name: localizedText,
				issuer,
				clientId: text,
				clientSecretFile: filePath,
				roleClaim: text,
				administratorValue: text,
				staffValue: text
			})
		)
	}),
	v.forward(
		v.check(
			({ host, tls, hostNames }) => !isAddress(host) || isLoopback(host) || (tls !== undefined && hostNames.length > 0),
			'others can reach this address, and passwords must not cross the network in the open; add tls with certificate and key, and hostNames with the names that people type, or listen on 127.0.0.1'
		),
		['host']
	)
);
export type ConsoleConfiguration = v.InferOutput<typeof consoleSchema>;
