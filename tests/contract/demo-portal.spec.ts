import { createHash, X509Certificate } from 'node:crypto';
import { Agent, request } from 'node:https';
import type { IncomingHttpHeaders } from 'node:http';
import { connect } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
	demoHosts,
	startDemoPortal,
	type DemoHost,
	type DemoPortal
} from '../../src/lib/server/simulated/demo-portal/demo-portal.ts';

const uploadLimitBytes = 200_000;
const pdf = (sizeBytes: number) => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(sizeBytes - 9, 'x')]);
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

let clock = Date.parse('2027-03-01T09:00:00+02:00');
let demo: DemoPortal;
beforeAll(async () => {
	demo = await startDemoPortal({ uploadLimitBytes, decisionMarker: 'MARKER-4711', now: () => clock });
});
afterAll(() => demo.close());

interface Answer {
	readonly status: number;
	readonly headers: IncomingHttpHeaders;
	readonly body: Buffer;
	readonly text: string;
}

/** A visitor who trusts the demo's authority only, keeps cookies per host, and follows nothing by itself. */
function visitor() {
	const cookies = new Map<string, Map<string, string>>();
	const send = (
		address: string,
		init: { headers?: Record<string, string>; body?: Uint8Array } = {}
	): Promise<Answer> => {
		const { hostname, pathname, search } = new URL(address);
		const table = demo.hosts[hostname as DemoHost];
		const jar = cookies.get(hostname) ?? new Map<string, string>();
		cookies.set(hostname, jar);
		return new Promise((resolve, reject) => {
			const outgoing = request(
				{
					agent: new Agent(),
					ca: demo.certificateAuthorityPem,
					host: table.address,
					port: table.port,
					servername: hostname,
					method: init.body === undefined ? 'GET' : 'POST',
					path: pathname + search,
					headers: {
						host: hostname,
						cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
						...init.headers
					}
				},
				(incoming) => {
					for (const line of incoming.headers['set-cookie'] ?? []) {
						const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
						if (line.includes('Max-Age=0')) jar.delete(name);
						else jar.set(name, value);
					}
					const chunks: Buffer[] = [];
					incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
					incoming.on('error', reject);
					incoming.on('end', () => {
						const body = Buffer.concat(chunks);
						resolve({
							status: incoming.statusCode ?? 0,
							headers: incoming.headers,
							body,
							text: body.toString('utf8')
						});
					});
				}
			);
			outgoing.on('error', reject);
			outgoing.end(init.body);
		});
	};
	const post = (address: string, fields: Record<string, string>) =>
		send(address, {
			headers: { 'content-type': 'application/x-www-form-urlencoded' },
			body: Buffer.from(new URLSearchParams(fields).toString())
		});
	const upload = async (...files: readonly File[]) => {
		const form = new FormData();
		for (const file of files) form.append('more', file);
		const encoded = new Response(form);
		return send('https://portal.test/attachments', {
			headers: { 'content-type': encoded.headers.get('content-type') ?? '' },
			body: new Uint8Array(await encoded.arrayBuffer())
		});
	};
	return { send, post, upload };
}

async function identify(customer = visitor()) {
	const begun = await customer.post('https://portal.test/login', {});
	const bankPage = await customer.send(begun.headers.location ?? '');
	const state = new URL(begun.headers.location ?? '').searchParams.get('state') ?? '';
	const confirmed = await customer.post('https://bank.test/confirm', { state, userId: '12345678' });
	return { customer, begun, bankPage, returnAddress: confirmed.headers.location ?? '' };
}

async function loggedIn() {
	const { customer, returnAddress } = await identify();
	await customer.send(returnAddress);
	return customer;
}

describe('logging in to the demo portal', () => {
	it('goes through the bank and back with a code, and makes a log-in that logging out ends', async () => {
		const before = demo.logInsAlive();
		const { customer, begun, bankPage, returnAddress } = await identify();
		const returned = await customer.send(returnAddress);
		const home = await customer.send('https://portal.test/');
		const during = demo.logInsAlive();
		const left = await customer.send(demo.logOutUrl);
		const afterwards = await customer.send('https://portal.test/decision');
		expect({
			begun: [begun.status, new URL(begun.headers.location ?? '').origin],
			bank: [bankPage.status, bankPage.text.includes('Käyttäjätunnus')],
			back: new URL(returnAddress).origin + new URL(returnAddress).pathname,
			returned: [returned.status, returned.headers.location],
			home: home.text.includes('Hei, Esimerkki Asiakas'),
			left: [left.status, left.headers.location],
			afterwards: [afterwards.status, afterwards.headers.location],
			alive: [during - before, demo.logInsAlive() - before]
		}).toEqual({
			begun: [303, 'https://bank.test'],
			bank: [200, true],
			back: 'https://portal.test/login/return',
			returned: [303, '/'],
			home: true,
			left: [303, '/?logged-out'],
			afterwards: [303, '/'],
			alive: [1, 0]
		});
	});

	it('refuses a code that was used, that is too old, or that another browser asked for', async () => {
		const used = await identify();
		await used.customer.send(used.returnAddress);
		const begunAgain = await used.customer.post('https://portal.test/login', {});
		const newState = new URL(begunAgain.headers.location ?? '').searchParams.get('state') ?? '';
		const oldCode = new URL(used.returnAddress).searchParams.get('code') ?? '';
		const again = await used.customer.send(
			`https://portal.test/login/return?${new URLSearchParams({ code: oldCode, state: newState }).toString()}`
		);
		const stolen = await visitor().send((await identify()).returnAddress);
		const late = await identify();
		clock += 2 * 60_000;
		const tooLate = await late.customer.send(late.returnAddress);
		expect([again, stolen, tooLate].map((answer) => answer.headers.location)).toEqual([
			'/?log-in-failed',
			'/?log-in-failed',
			'/?log-in-failed'
		]);
	});

	it('ends a log-in that nobody used for half an hour', async () => {
		const customer = await loggedIn();
		clock += 30 * 60_000;
		expect((await customer.send('https://portal.test/messages')).headers.location).toBe('/');
	});

	it('asks for the user ID again when none was written', async () => {
		const answer = await visitor().post('https://bank.test/confirm', { state: 'x', userId: ' ' });
		expect([answer.status, answer.text.includes('Kirjoita käyttäjätunnus.')]).toEqual([400, true]);
	});

	it('shows nothing private to a stranger', async () => {
		const stranger = visitor();
		const paths = ['attachments', 'decision', 'decision/paatos.pdf', 'messages'];
		const answers = await Promise.all(paths.map((path) => stranger.send(`https://portal.test/${path}`)));
		const upload = await stranger.upload(new File([pdf(100)], 'a.pdf'));
		expect([...answers, upload].map(({ status, headers }) => [status, headers.location])).toEqual(
			Array(5).fill([303, '/'])
		);
	});
});

describe('sending an attachment', () => {
	it('echoes the name, the size and the SHA-256 of each file that came', async () => {
		const customer = await loggedIn();
		const already = demo.received().length;
		const lease = pdf(150_000);
		const photo = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(500)]);
		const answer = await customer.upload(new File([lease], 'Päätös öå <b>.pdf'), new File([photo], 'kuva.jpg'));
		const page = await customer.send('https://portal.test/attachments?sent');
		expect({ answer: [answer.status, answer.headers.location], received: demo.received().slice(already) }).toEqual({
			answer: [303, '/attachments?sent'],
			received: [
				{ name: 'Päätös öå <b>.pdf', sizeBytes: 150_000, sha256: sha256(lease) },
				{ name: 'kuva.jpg', sizeBytes: 504, sha256: sha256(photo) }
			]
		});
		for (const text of ['Päätös öå &lt;b&gt;.pdf', '150 kt', '(150000 B)', sha256(lease), sha256(photo)]) {
			expect(page.text).toContain(text);
		}
	});

	it.each([
		['a file over the limit', () => [new File([pdf(uploadLimitBytes + 1)], 'a.pdf')], 413, 'liian suuri'],
		[
			'files that are too big together',
			() => [1, 2].map((n) => new File([pdf(110_000)], `${n}.pdf`)),
			413,
			'liian suuri'
		],
		['a file far over the limit', () => [new File([pdf(40 * uploadLimitBytes)], 'a.pdf')], 413, 'liian suuri'],
		['a text that calls itself a PDF', () => [new File(['hello'], 'a.pdf')], 415, 'Vain PDF- ja JPEG'],
		['nothing', () => [], 400, 'Valitse ensin tiedosto.'],
		['an empty file input', () => [new File([], '')], 400, 'Valitse ensin tiedosto.']
	])('says what is wrong with %s, and takes nothing', async (_what, files, status, text) => {
		const customer = await loggedIn();
		const already = demo.received().length;
		const answer = await customer.upload(...files());
		expect([answer.status, answer.text.includes(text), demo.received().length - already]).toEqual([status, true, 0]);
	});
});

describe('the decision', () => {
	it('comes as a download, or for showing in the page, as the same two-page PDF with the marker in it', async () => {
		const customer = await loggedIn();
		const download = await customer.send('https://portal.test/decision/paatos.pdf');
		const inline = await customer.send('https://portal.test/decision/paatos.pdf?inline');
		expect({
			headers: [download, inline].map(({ headers }) => [
				headers['content-type'],
				headers['content-disposition'],
				headers['cache-control']
			]),
			same: [download, inline].map(({ body }) => sha256(body)),
			marker: download.body.includes('MARKER-4711'),
			pages: download.body.toString('latin1').match(/\/Type \/Page\b/g)?.length
		}).toEqual({
			headers: [
				['application/pdf', 'attachment; filename="paatos.pdf"', 'no-store'],
				['application/pdf', 'inline; filename="paatos.pdf"', 'no-store']
			],
			same: [sha256(demo.decision), sha256(demo.decision)],
			marker: true,
			pages: 2
		});
	});
});

describe('what a browser is told', () => {
	it('forbids framing, foreign code and keeping on every page', async () => {
		const customer = await loggedIn();
		const pages = ['', 'attachments', 'decision', 'messages', 'help', 'remember', 'no-such-page', 'trap'];
		const answers = await Promise.all(pages.map((page) => customer.send(`https://portal.test/${page}`)));
		const told = ({ headers }: Answer) => ({
			frame: headers['x-frame-options'],
			policy: headers['content-security-policy'],
			keep: headers['cache-control'],
			sniff: headers['x-content-type-options']
		});
		expect(answers.map(told)).toEqual(
			pages.map(() => ({
				frame: 'DENY',
				policy:
					"default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self' https://bank.test; base-uri 'none'; frame-ancestors 'none'",
				keep: 'no-store',
				sniff: 'nosniff'
			}))
		);
		expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200, 404, 200]);
	});

	it('gives every cookie to itself only, by https only, and to no script', async () => {
		const { customer, begun, bankPage, returnAddress } = await identify();
		const returned = await customer.send(returnAddress);
		const remembered = await customer.send('https://portal.test/remember?value=CANARY%20%C3%A4');
		const cookies = [begun, bankPage, returned, remembered].flatMap(({ headers }) => headers['set-cookie'] ?? []);
		const shape = cookies.map((line) => line.replace(/=[^;]*/, '=VALUE'));
		const strict = 'Path=/; Secure; HttpOnly; SameSite=Lax';
		expect(shape).toEqual([
			`__Host-portal-state=VALUE; ${strict}`,
			`__Host-bank-visit=VALUE; ${strict}`,
			`__Host-portal-state=VALUE; ${strict}; Max-Age=0`,
			`__Host-portal-log-in=VALUE; ${strict}`,
			`__Host-portal-remembered=VALUE; ${strict}; Max-Age=31536000`
		]);
		expect(remembered.text).toContain('<strong data-remember>CANARY ä</strong>');
	});

	it.each([
		['sv-FI,sv;q=0.9,en;q=0.8', 'sv', 'Logga in'],
		['de, en;q=0.5, fi;q=0.2', 'en', 'Log in'],
		['de', 'fi', 'Kirjaudu sisään']
	])('answers Accept-Language %s in %s', async (wish, language, button) => {
		const answer = await visitor().send('https://portal.test/', { headers: { 'accept-language': wish } });
		expect([answer.headers['content-language'], answer.text.includes(`>${button}</button>`)]).toEqual([language, true]);
	});

	it('serves every style, script and icon that its pages name', async () => {
		const customer = await loggedIn();
		const paths = ['', 'decision', 'remember?value=a', 'trap/dialogs', 'trap/leaving', 'trap/hang', 'trap/pop-ups'];
		const pages = await Promise.all(
			[...paths, 'trap/outside'].map((path) => customer.send(`https://portal.test/${path}`))
		);
		const names = new Set(
			pages.flatMap(({ text }) =>
				[...text.matchAll(/(?:src|href)="(\/[a-z-]+\.(?:css|js|svg))"/g)].map(([, name]) => name)
			)
		);
		const answers = await Promise.all([...names].map((name) => customer.send(`https://portal.test${name}`)));
		expect([names.size, new Set(answers.map(({ status }) => status))]).toEqual([9, new Set([200])]);
	});
});

describe('the hosts', () => {
	it('count their requests each on its own, and answer to no other name', async () => {
		const before = demoHosts.map((host) => demo.requests(host));
		await visitor().send('https://evil.test/anything');
		const foreign = await visitor().send('https://evil.test/', { headers: { host: 'portal.test' } });
		expect({
			status: foreign.status,
			more: demoHosts.map((host, index) => demo.requests(host) - (before[index] ?? 0))
		}).toEqual({
			status: 421,
			more: [0, 0, 2, 0]
		});
	});

	const verdict = (host: DemoHost, servername: string, ca: string | undefined) =>
		new Promise<string>((resolve) => {
			const { address, port } = demo.hosts[host];
			const socket = connect({ host: address, port, servername, ...(ca === undefined ? {} : { ca }) }, () => {
				socket.destroy();
				resolve('trusted');
			});
			socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
		});

	it('prove their own names to whoever trusts the authority, and nothing else', async () => {
		const ca = demo.certificateAuthorityPem;
		expect({
			own: await Promise.all(demoHosts.map((host) => verdict(host, host, ca))),
			another: await verdict('evil.test', 'portal.test', ca),
			untrusted: await verdict('portal.test', 'portal.test', undefined)
		}).toEqual({
			own: ['trusted', 'trusted', 'trusted', 'trusted'],
			another: 'ERR_TLS_CERT_ALTNAME_INVALID',
			untrusted: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'
		});
	});

	it('have certificates as Chromium wants them: the name as SAN, for servers, P-256, for days', async () => {
		const certificate = await new Promise<X509Certificate>((resolve, reject) => {
			const { address, port } = demo.hosts['bank.test'];
			const socket = connect({ host: address, port, servername: 'bank.test', ca: demo.certificateAuthorityPem }, () => {
				resolve(new X509Certificate(socket.getPeerCertificate().raw));
				socket.destroy();
			});
			socket.on('error', reject);
		});
		const days = (Date.parse(certificate.validTo) - Date.parse(certificate.validFrom)) / 86_400_000;
		expect({
			names: certificate.subjectAltName,
			uses: certificate.keyUsage,
			authority: certificate.ca,
			curve: certificate.publicKey.asymmetricKeyDetails?.namedCurve,
			days
		}).toEqual({
			names: 'DNS:bank.test',
			uses: ['1.3.6.1.5.5.7.3.1'],
			authority: false,
			curve: 'prime256v1',
			days: 2
		});
	});
});
