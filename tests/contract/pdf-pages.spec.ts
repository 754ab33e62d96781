import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PdfPage } from '../../src/lib/ports/documents.ts';
import { pagesToPdf } from '../../src/lib/server/adapters/pdf/pages-to-pdf.ts';
import { run } from '../../src/lib/server/process/run.ts';
import type { Rotation } from '../../src/lib/domain/paper.ts';

const options = { title: 'Päätös ŋ 2', language: 'fi', createdAt: new Date('2026-11-22T10:00:00Z') };
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

let folder: string;
beforeAll(async () => void (folder = await mkdtemp('/dev/shm/kiosk-pdf-test-')));
afterAll(() => rm(folder, { recursive: true }));

/** An A6 page at 100 dpi with its upper left quarter black. */
async function page(components: 1 | 3 | 4, rotation: Rotation = 0): Promise<PdfPage> {
	const [width, height] = [413, 583];
	const mark = { create: { width: 200, height: 200, channels: 3 as const, background: '#000' } };
	const painted = await sharp({ create: { width, height, channels: 3, background: '#fff' } })
		.composite([{ input: await sharp(mark).png().toBuffer(), left: 0, top: 0 }])
		.png()
		.toBuffer();
	const space = components === 1 ? 'b-w' : components === 3 ? 'srgb' : 'cmyk';
	const bytes = await sharp(painted).toColourspace(space).jpeg({ quality: 85 }).toBuffer();
	const picture = { kind: 'jpeg' as const, bytes, widthPx: width, heightPx: height, resolutionDpi: 100 };
	return { picture, rotation, words: [] };
}

async function output(argv: readonly [string, ...string[]]): Promise<Buffer> {
	const outcome = await run(argv, { timeoutMs: 20_000 });
	if (outcome.ended !== 'exited' || outcome.code !== 0) throw new Error(`${argv[0]}: ${outcome.stderr}`);
	return outcome.stdout;
}

async function stored(name: string, pages: readonly PdfPage[], told = options): Promise<string> {
	const path = join(folder, name);
	await writeFile(path, pagesToPdf(pages, told));
	return path;
}

describe('a PDF of page images', () => {
	it('holds grey and colour JPEGs byte for byte, and independent tools find nothing wrong with it', async () => {
		const pages = [await page(1), await page(3, 90)];
		const path = await stored('bytes.pdf', pages);
		const check = (await output(['qpdf', '--check', path])).toString();
		await output(['pdfimages', '-j', path, join(folder, 'image')]);
		const images = (await readdir(folder)).filter((name) => name.startsWith('image')).sort();
		expect(check).toContain('No syntax or stream encoding errors found');
		expect(await Promise.all(images.map(async (name) => sha256(await readFile(join(folder, name)))))).toEqual(
			pages.map(({ picture }) => sha256(picture.bytes))
		);
	});

	it('tells its title, language, page sizes and turns', async () => {
		const path = await stored('facts.pdf', [await page(1), await page(3, 270)]);
		const info = (await output(['pdfinfo', '-f', '1', '-l', '2', '-enc', 'UTF-8', path])).toString();
		expect(info).toMatch(/^Title: +Päätös ŋ 2$/m);
		expect(info).toMatch(/^Page +1 size: +297\.36 x 419\.76 pts/m);
		expect(info).toMatch(/^Page +1 rot: +0$/m);
		expect(info).toMatch(/^Page +2 rot: +270$/m);
	});

	it.each([
		{ rotation: 0, corner: 'upper left' },
		{ rotation: 90, corner: 'upper right' },
		{ rotation: 180, corner: 'lower right' },
		{ rotation: 270, corner: 'lower left' }
	] as const)(
		'shows a page turned by $rotation with its black quarter at the $corner',
		async ({ rotation, corner }) => {
			const path = await stored('turned.pdf', [await page(3, rotation)]);
			const png = await output(['pdftoppm', '-png', '-r', '50', '-singlefile', path]);
			const { data, info } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true });
			const dark = (x: number, y: number) => (data[y * info.width + x] ?? 255) < 128;
			const [right, bottom] = [info.width - 20, info.height - 20];
			const corners = {
				'upper left': [20, 20],
				'upper right': [right, 20],
				'lower right': [right, bottom],
				'lower left': [20, bottom]
			};
			const seen = Object.entries(corners).filter(([, [x, y]]) => dark(x ?? 0, y ?? 0));
			expect(seen.map(([name]) => name)).toEqual([corner]);
		}
	);

	it('carries a CMYK JPEG as colour with its colours right', async () => {
		const path = await stored('cmyk.pdf', [await page(4)]);
		const png = await output(['pdftoppm', '-png', '-r', '50', '-singlefile', path]);
		const { data, info } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true });
		expect((await output(['pdfimages', '-list', path])).toString()).toMatch(/ rgb +3 +8 +jpeg /);
		expect([(data[20 * info.width + 20] ?? 255) < 80, (data.at(-20) ?? 0) > 220]).toEqual([true, true]);
	});

	it('refuses no pages and bytes that are no JPEG', async () => {
		const { picture, ...rest } = await page(1);
		const nonsense = { ...rest, picture: { ...picture, bytes: new TextEncoder().encode('PK nothing to see') } };
		await expect(Array.fromAsync(pagesToPdf([], options))).rejects.toThrow(TypeError);
		await expect(Array.fromAsync(pagesToPdf([nonsense], options))).rejects.toThrow(TypeError);
	});
});
