import { randomUUID } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { createServer as createPlainServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Small https origins with a private authority: everything that a portal page can try, and servers that only count who called. */
export interface Origins {
	readonly certificateAuthority: string;
	readonly addresses: ReadonlyMap<string, { address: string; port: number }>;
	/** Each file that portal.test got, in order. */
	readonly received: readonly { name: string; bytes: Buffer }[];
	/** Requests that reached evil.test or the canary server on loopback. */
	readonly intrusions: readonly string[];
	/** `Cookie` and `Accept-Language` headers of the last start page, and what its script saw. */
	readonly seen: { cookie: string; language: string; reported: string };
	readonly canaryPort: number;
	/** What the page plants in cookie and storage; different in every run. */
	readonly canary: string;
	close(): Promise<void>;
}

const openssl = (folder: string, ...argv: string[]) => execFileSync('openssl', argv, { cwd: folder, stdio: 'pipe' });

const certificates = () => {
	const folder = mkdtempSync(join(tmpdir(), 'portal-origins-'));
	try {
		const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
		openssl(folder, 'req', '-x509', ...key, '-keyout', 'ca.key', '-out', 'ca.pem', '-subj', '/CN=Test authority');
		openssl(folder, 'req', ...key.slice(0, 5), '-keyout', 'key.pem', '-out', 'request.pem', '-subj', '/CN=portal.test');
		writeFileSync(join(folder, 'names'), 'subjectAltName=DNS:portal.test,DNS:bank.test,DNS:evil.test\n');
		openssl(
			folder,
			...['x509', '-req', '-in', 'request.pem', '-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial'],
			...['-days', '2', '-extfile', 'names', '-out', 'cert.pem']
		);
		const read = (name: string) => readFileSync(join(folder, name), 'utf8');
		return { authority: read('ca.pem'), key: read('key.pem'), cert: read('cert.pem') };
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
};

const page = (body: string) =>
	`<!doctype html><html lang="en"><meta charset="utf-8"><title>Portal</title>${body}</html>`;
/** Each control is a bar of its own that a click anywhere at its height finds. */
const bar = 'display:block;width:100%;height:40px;margin:0;border:0;background:#0a0;color:#fff;font:20px sans-serif';

const startPage = (canaryPort: number, canary: string) =>
	page(`<body style="margin:0;background:#0000ff;overflow:hidden">
<input id="file" type="file" name="file" accept=".pdf,Image/PNG" style="${bar}">
<a href="/decision.pdf" style="${bar}">decision</a>
<button onclick="print()" style="${bar}">print</button>
<a href="/second" target="_blank" style="${bar}">second</a>
<a href="https://evil.test/secret?token=1" style="${bar}">evil</a>
<button onclick="probe()" style="${bar}">probe</button>
<button onclick="plant()" style="${bar}">plant</button>
<input name="field" style="${bar}">
<button onclick="open('https://evil.test/pop', '', 'popup,width=300,height=300')" style="${bar}">evil page</button>
<a href="/big.bin" style="${bar}">big</a>
<button onclick="addEventListener('beforeunload', (event) => event.preventDefault()); for(;;) alert('no')" style="${bar}">alerts</button>
<button onclick="for(;;);" style="${bar}">hang</button>
<script>
const report = (what) => fetch('/report', { method: 'POST', body: JSON.stringify(what) });
document.getElementById('file').addEventListener('change', async (event) => {
	for (const file of event.target.files) await fetch('/upload', { method: 'POST', headers: { 'x-name': encodeURIComponent(file.name) }, body: file });
});
addEventListener('load', () => report({ webdriver: navigator.webdriver, stored: localStorage.getItem('canary'), print: print.name, guard: 'kioskPrintAsked' in window }));
function plant() {
	document.cookie = 'canary=${canary}; max-age=9999; secure';
	localStorage.setItem('canary', '${canary}');
	report('planted');
}
async function probe() {
	const tries = ['https://evil.test/fetch', 'http://127.0.0.1:${String(canaryPort)}/', 'http://localhost:${String(canaryPort)}/',
		'http://0.0.0.0:${String(canaryPort)}/', 'http://[::1]:${String(canaryPort)}/', 'http://2130706433:${String(canaryPort)}/', 'https://portal.test.:443/'];
	const outcomes = await Promise.all(tries.map((url) => fetch(url, { mode: 'no-cors' }).then(() => 'reached', () => 'failed')));
	new Image().src = 'https://evil.test/image';
	const socket = new WebSocket('wss://evil.test/socket');
	socket.onerror = () => report({ outcomes });
}
</script></body>`);

const onePagePdf = Buffer.from(
	'%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj ' +
		'3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n'
);
/** The middle of each control of the start page, in pixels from its top. */
export const controls = {
	file: 20,
	decision: 60,
	print: 100,
	second: 140,
	evil: 180,
	probe: 220,
	plant: 260,
	field: 300,
	evilPage: 340,
	big: 380,
	alerts: 420,
	hang: 460,
	empty: 600
} as const;

/** What the decision link gives. */
export const decisionBytes: Uint8Array = onePagePdf;

/** Starts everything on loopback ports that the system chooses. */
export async function startOrigins(): Promise<Origins> {
	const { authority, key, cert } = certificates();
	const received: { name: string; bytes: Buffer }[] = [];
	const intrusions: string[] = [];
	const canary = `canary-${randomUUID()}`;
	const seen = { cookie: '', language: '', reported: '' };
	const trap = createPlainServer((request, response) => {
		intrusions.push('loopback');
		response.end();
	});
	trap.on('connection', () => intrusions.push('loopback connection'));
	const listen = (server: { listen(port: number, host: string, done: () => void): unknown; address(): unknown }) =>
		new Promise<number>((resolve) =>
			server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
		);
	const canaryPort = await listen(trap);

	const portal: RequestListener = (request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const body = Buffer.concat(chunks);
			const html = (text: string) => response.setHeader('content-type', 'text/html').end(text);
			switch (request.url) {
				case '/':
					seen.cookie = request.headers.cookie ?? '';
					seen.language = request.headers['accept-language'] ?? '';
					return html(startPage(canaryPort, canary));
				case '/big.bin':
					return response.setHeader('content-type', 'application/octet-stream').end(Buffer.alloc(3_000_000));
				case '/framed':
					return html(
						page(
							`<body style="margin:0"><iframe src="https://bank.test/" style="width:100%;height:700px;border:0"></iframe>`
						)
					);
				case '/never-loaded':
					return html(
						page(
							`<body style="margin:0;background:#ff0000"><img src="/hangs" alt=""><script>if (sessionStorage.once) document.body.style.background = '#0000ff'; else fetch('/report').then(() => { sessionStorage.once = 1; location = 'https://evil.test/'; })</script>`
						)
					);
				case '/hangs':
					return;
				case '/second':
					return html(page(`<body style="margin:0;background:#ff0000"><p>second</p></body>`));
				case '/decision.pdf':
					return response.setHeader('content-type', 'application/pdf').end(onePagePdf);
				case '/upload':
					received.push({
						name: decodeURIComponent(String(request.headers['x-name'])),
						bytes: body
					});
					return response.end();
				case '/report':
					seen.reported = body.toString();
					return response.end();
				default:
					return response.writeHead(404).end();
			}
		});
	};
	const evil: RequestListener = (_request, response) => {
		intrusions.push('evil');
		response.end();
	};
	/** A page of the portal's with a file input in a frame of another origin, as a bank or an upload service would do it. */
	const bank: RequestListener = (_request, response) => {
		response.setHeader('content-type', 'text/html').end(
			page(`<body style="margin:0"><input type="file" multiple style="${bar};height:400px">
<button style="${bar}" onclick="print()">print</button>`)
		);
	};
	const servers = [portal, evil, bank].map((answer) => createServer({ key, cert }, answer));
	servers[1]?.on('connection', () => intrusions.push('evil connection'));
	const ports = await Promise.all(servers.map(listen));
	return {
		certificateAuthority: authority,
		addresses: new Map([
			...['portal.test', 'evil.test', 'bank.test'].map(
				(host, index) => [host, { address: '127.0.0.1', port: ports[index] ?? 0 }] as const
			)
		]),
		received,
		intrusions,
		seen,
		canaryPort,
		canary,
		close: async () => {
			await Promise.all(
				[...servers, trap].map((server) => {
					server.closeAllConnections();
					return new Promise((resolve) => server.close(resolve));
				})
			);
		}
	};
}
