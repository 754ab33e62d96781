import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostilePdfs, manyPages } from '../fixtures/pdf/hostile-pdfs.ts';
import { createDocuments } from '../../src/lib/server/adapters/pdf/documents.ts';
import { popplerLimits } from '../../src/lib/server/adapters/pdf/poppler.ts';

const never = new AbortController().signal;
/** So that what computes without end does not take the test's time as well. */
const documents = createDocuments({ limits: { ...popplerLimits, timeoutMs: 8000, cpuSeconds: 1 } });

let folder: string;
beforeAll(async () => void (folder = await mkdtemp('/dev/shm/kiosk-hostile-test-')));
afterAll(() => rm(folder, { recursive: true }));

/** Our own processes that still run, by their command lines. */
async function children(): Promise<string[]> {
	const threads = await readdir('/proc/self/task');
	const ids = await Promise.all(
		threads.map((thread) => readFile(`/proc/self/task/${thread}/children`, 'utf8').catch(() => ''))
	);
	const lines = ids.join(' ').split(' ').filter(Boolean);
	const commands = await Promise.all(lines.map((id) => readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')));
	return commands.filter((command) => command.includes('pdf'));
}

async function outcome(pdf: Buffer): Promise<string> {
	const facts = await documents.inspect(pdf, never);
	if (!facts.ok) return facts.fault;
	const thumbnail = await documents.pdfThumbnail(pdf, 0, never);
	if (!thumbnail.ok) return `${facts.value.pageCount} pages, no picture: ${thumbnail.fault}`;
	const { width, height } = await sharp(thumbnail.value).metadata();
	return `shown, ${width} x ${height}`;
}

describe('a hostile PDF', () => {
	it('is shown without doing what it asks for, or refused, and leaves nothing running', async () => {
		let visits = 0;
		const server = createServer((socket) => socket.end(() => (visits += 1))).listen(0, '127.0.0.1');
		await once(server, 'listening');
		const bound = server.address();
		const address = `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}/x`;
		const touched = join(folder, 'touched');
		const pdfs = hostilePdfs(touched, address);
		const outcomes: Record<string, string> = {};
		let [slowestMs, grownBytes] = [0, 0];
		for (const [what, pdf] of Object.entries(pdfs)) {
			const [began, before] = [performance.now(), process.memoryUsage().rss];
			outcomes[what] = await outcome(pdf);
			slowestMs = Math.max(slowestMs, performance.now() - began);
			grownBytes = Math.max(grownBytes, process.memoryUsage().rss - before - pdf.length);
		}
		server.close();
		expect(outcomes).toEqual({
			'JavaScript at opening': 'shown, 400 x 400',
			'a program that it starts': 'shown, 400 x 400',
			'links to elsewhere': 'shown, 400 x 400',
			'a picture that lies elsewhere': 'shown, 400 x 400',
			'an XFA form': 'shown, 400 x 400',
			'a file inside': 'shown, 400 x 400',
			'a font of noise': 'shown, 400 x 400',
			'a letter that is drawn with itself': 'shown, 400 x 400',
			'lists within lists': 'damaged',
			'pages that are their own parents': '2 pages, no picture: damaged',
			'an object within itself': 'damaged',
			'streams that unpack to sixty gigabytes': '1 pages, no picture: damaged',
			'a picture of ten thousand million pixels': '1 pages, no picture: damaged',
			'drawings within drawings': '1 pages, no picture: damaged',
			'a pattern without end': '1 pages, no picture: damaged',
			'a page as wide as a street': 'shown, 1200 x 8',
			'a page without end': 'shown, 1 x 400'
		});
		expect([existsSync(touched), visits, await children()]).toEqual([false, 0, []]);
		expect(slowestMs).toBeLessThan(17_000);
		expect(grownBytes).toBeLessThan(32 * 1024 * 1024);
	});
});

describe('a PDF that is not for everybody', () => {
	it('is refused as locked where it asks for a password, and shown where only its owner has one', async () => {
		const plain = join(folder, 'plain.pdf');
		await writeFile(plain, manyPages(2));
		const locked = async (userPassword: string) => {
			const path = join(folder, `locked-${userPassword}.pdf`);
			execFileSync('qpdf', ['--encrypt', userPassword, 'owner', '256', '--print=none', '--', plain, path]);
			return documents.inspect(await readFile(path), never);
		};
		expect([await locked('secret'), await locked('')]).toEqual([
			{ ok: false, fault: 'password-protected' },
			{ ok: true, value: { mediaType: 'application/pdf', pageCount: 2 } }
		]);
		const cut = (await readFile(plain)).subarray(0, 30);
		expect(await documents.inspect(cut, never)).toEqual({ ok: false, fault: 'damaged' });
	});
});

describe('a PDF of a thousand pages', () => {
	it('is counted and its first and last page drawn within the limits', async () => {
		const pdf = manyPages(1000);
		const pages = await Promise.all([0, 999].map((index) => documents.pdfThumbnail(pdf, index, never)));
		const ink = await Promise.all(
			pages.map(async (page) => (page.ok ? (await sharp(page.value).greyscale().stats()).channels[0]?.mean : undefined))
		);
		expect(await documents.inspect(pdf, never)).toEqual({
			ok: true,
			value: { mediaType: 'application/pdf', pageCount: 1000 }
		});
		// "1000" has more ink than "1".
		expect([(ink[0] ?? 0) < 255, (ink[1] ?? 255) < (ink[0] ?? 0)]).toEqual([true, true]);
	});
});
