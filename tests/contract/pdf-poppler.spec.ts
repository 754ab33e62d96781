import { createServer } from 'node:net';
import { once } from 'node:events';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { createDocuments } from '../../src/lib/server/adapters/pdf/documents.ts';
import { readJpegHeader } from '../../src/lib/server/adapters/pdf/jpeg-header.ts';
import { popplerLimits, runPoppler } from '../../src/lib/server/adapters/pdf/poppler.ts';

const blank = { create: { width: 100, height: 100, channels: 3 as const, background: '#ffffff' } };
const never = new AbortController().signal;
const nothing = new Uint8Array();

describe('a program that reads a foreign PDF', () => {
	it('sees only the programs of the system, fonts and an empty /tmp', async () => {
		const outcome = await runPoppler(
			['find', '/', '/tmp', '/etc', '/var/cache', '-maxdepth', '1'],
			nothing,
			popplerLimits,
			never
		);
		const paths = outcome.ended === 'exited' ? outcome.stdout.toString().trim().split('\n') : [];
		expect([...new Set(paths)].sort()).toEqual([
			'/',
			'/dev',
			'/etc',
			'/etc/fonts',
			'/lib',
			'/lib64',
			'/tmp',
			'/usr',
			'/var',
			'/var/cache',
			'/var/cache/fontconfig'
		]);
	});

	it('is another user, without the environment of the kiosk', async () => {
		const outcome = await runPoppler(['env'], nothing, popplerLimits, never);
		const user = await runPoppler(['id', '-u'], nothing, popplerLimits, never);
		const text = (run: typeof outcome) =>
			run.ended === 'exited' ? run.stdout.toString().trim().split('\n').sort() : [];
		expect(text(outcome)).toEqual(['LC_ALL=C.UTF-8', 'PATH=/usr/bin', 'PWD=/']);
		expect(text(user)).toEqual(['1000']);
	});

	it('reaches no server on this machine', async () => {
		const server = createServer((socket) => socket.end()).listen(0, '127.0.0.1');
		await once(server, 'listening');
		const address = server.address();
		const port = typeof address === 'object' ? address?.port : undefined;
		const connect = ['bash', '-c', `exec 3<>/dev/tcp/127.0.0.1/${port}`] as const;
		const outcome = await runPoppler([...connect], nothing, popplerLimits, never);
		const { promise: closed, resolve } = Promise.withResolvers<void>();
		server.close(() => resolve());
		await closed;
		expect(outcome).toMatchObject({ ended: 'exited', code: 1, stderr: expect.stringContaining('Connection refused') });
	});

	it.each([
		{ what: 'talks without end', argv: ['yes'], limits: { maxOutputBytes: 1000 }, ended: 'too-much-output' },
		{ what: 'never comes back', argv: ['sleep', '1000'], limits: { timeoutMs: 200 }, ended: 'timed-out' },
		{
			what: 'computes without end',
			argv: ['bash', '-c', 'while :; do :; done'],
			limits: { cpuSeconds: 1 },
			ended: 'exited'
		}
	] as const)('is ended when it $what', async ({ argv, limits, ended }) => {
		const outcome = await runPoppler([...argv], nothing, { ...popplerLimits, ...limits }, never);
		expect(outcome).toMatchObject(ended === 'exited' ? { ended, code: 137 } : { ended });
	});

	it('draws a page as wide as a street no wider than a thumbnail may be', async () => {
		const street = Buffer.from(
			`%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n` +
				`3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 14400 100]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF`
		);
		const drawn = await createDocuments().pdfThumbnail(street, 0, never);
		expect(drawn.ok && readJpegHeader(drawn.value)).toMatchObject({ widthPx: 1200, heightPx: 8 });
	});

	it('is damaged when it wants more memory than it may have', async () => {
		const limits = { ...popplerLimits, addressSpaceBytes: 16 * 1024 * 1024 };
		const made = { title: 't', language: 'fi', createdAt: new Date(0) };
		const pdf = await createDocuments().imageToPdf(await sharp(blank).jpeg().toBuffer(), made);
		if (!pdf.ok) throw new Error(pdf.fault);
		expect(await createDocuments({ limits }).inspect(pdf.value, never)).toEqual({ ok: false, fault: 'damaged' });
		expect((await createDocuments().inspect(pdf.value, never)).ok).toBe(true);
	});
});
