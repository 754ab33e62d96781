import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../../process/run.ts';

export interface HostCertificate {
	readonly keyPem: string;
	readonly certificatePem: string;
}

/** A private certificate authority's public part, and one certificate with its key for each host. */
export interface DemoCertificates {
	readonly certificateAuthorityPem: string;
	readonly hosts: Readonly<Record<string, HostCertificate>>;
}

const daysValid = '2';
const opensslTimeoutMs = 20_000;

const authorityExtensions = ['basicConstraints=critical,CA:TRUE,pathlen:0', 'keyUsage=critical,keyCertSign,cRLSign'];
const hostExtensions = (host: string) => [
	'basicConstraints=critical,CA:FALSE',
	'keyUsage=critical,digitalSignature',
	'extendedKeyUsage=serverAuth',
	`subjectAltName=DNS:${host}`
];

/** Its own configuration: the extensions of the machine's openssl.cnf would come on top of ours. */
const configuration = (commonName: string, extensions: readonly string[]) =>
	['[req]', 'prompt=no', 'distinguished_name=name', 'x509_extensions=extensions', '[name]', `CN=${commonName}`]
		.concat('[extensions]', 'subjectKeyIdentifier=hash', extensions)
		.join('\n') + '\n';

async function issue(folder: string, name: string, commonName: string, extensions: readonly string[], signer?: string) {
	const file = (ending: string) => join(folder, `${name}.${ending}`);
	await writeFile(file('cnf'), configuration(commonName, extensions));
	const outcome = await run(
		[
			'openssl',
			...['req', '-x509', '-config', file('cnf'), '-days', daysValid, '-nodes'],
			...['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-keyout', file('key'), '-out', file('pem')],
			...(signer === undefined ? [] : ['-CA', join(folder, `${signer}.pem`), '-CAkey', join(folder, `${signer}.key`)])
		],
		{ timeoutMs: opensslTimeoutMs }
	);
	if (outcome.ended === 'not-started') throw new Error('openssl is missing; install the Debian package "openssl"');
	if (outcome.ended !== 'exited' || outcome.code !== 0) {
		throw new Error(`openssl could not make a certificate (${outcome.ended}): ${outcome.stderr.trim()}`);
	}
	return { keyPem: await readFile(file('key'), 'utf8'), certificatePem: await readFile(file('pem'), 'utf8') };
}

/**
 * Makes a certificate authority of its own and a certificate for each host: EC P-256, serverAuth, the host as
 * subjectAltName, valid for two days. The keys pass through a private folder in memory (/dev/shm) that is removed; the
 * authority's key is forgotten. Throws when openssl is missing or fails.
 */
export async function makeDemoCertificates(hosts: readonly string[]): Promise<DemoCertificates> {
	const folder = await mkdtemp('/dev/shm/kiosk-demo-ca-');
	try {
		const authority = await issue(folder, 'authority', 'Service point kiosk demo authority', authorityExtensions);
		const issued = await Promise.all(
			hosts.map(async (host) => [host, await issue(folder, host, host, hostExtensions(host), 'authority')] as const)
		);
		return { certificateAuthorityPem: authority.certificatePem, hosts: Object.fromEntries(issued) };
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}
