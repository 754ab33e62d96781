import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import sharp from 'sharp';
import * as v from 'valibot';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PdfPage } from '../../src/lib/ports/documents.ts';
import { toGroup4 } from '../../src/lib/server/adapters/pdf/group4.ts';
import { pagesToPdf } from '../../src/lib/server/adapters/pdf/pages-to-pdf.ts';
import { run } from '../../src/lib/server/process/run.ts';

const options = { title: 'Päätös & <ŋ> 2', language: 'fi', createdAt: new Date('2026-11-22T10:00:00Z') };
const size = { widthPx: 827, heightPx: 1169, resolutionDpi: 100 };
const words = [
	{ text: 'Päätös', left: 100, top: 100, width: 200, height: 40 },
	{ text: 'Žižkovöntie', left: 350, top: 100, width: 300, height: 40 },
	{ text: 'äiti(\\)', left: 100, top: 600, width: 150, height: 30 }
];

let folder: string;
let pages: PdfPage[];
beforeAll(async () => {
	folder = await mkdtemp('/dev/shm/kiosk-archive-test-');
	const mark = { create: { width: 200, height: 200, channels: 3 as const, background: '#000' } };
	const blank = { create: { width: 827, height: 1169, channels: 3 as const, background: '#fff' } };
	const painted = await sharp(blank)
		.composite([{ input: mark, left: 0, top: 0 }])
		.removeAlpha()
		.png()
		.toBuffer();
	const jpeg = async (space: string) => ({
		kind: 'jpeg' as const,
		bytes: await sharp(painted).toColourspace(space).jpeg().toBuffer(),
		...size
	});
	const bilevel = await toGroup4(sharp(painted).greyscale(), 128, 100);
	const pictures = [await jpeg('b-w'), await jpeg('srgb'), bilevel];
	pages = pictures.map((picture) => ({ picture, rotation: 0, words }));
});
afterAll(() => rm(folder, { recursive: true }));

async function output(argv: readonly [string, ...string[]]): Promise<Buffer> {
	const outcome = await run(argv, { timeoutMs: 20_000 });
	if (outcome.ended !== 'exited' || outcome.code !== 0) throw new Error(`${argv[0]}: ${outcome.stderr}`);
	return outcome.stdout;
}

const entries = v.record(v.string(), v.unknown());
const objects = v.record(
	v.string(),
	v.union([v.object({ stream: v.object({ dict: entries, data: v.string() }) }), v.object({ value: v.unknown() })])
);

/** What qpdf reads in a file, its streams decoded. */
async function read(path: string) {
	const json = await output(['qpdf', '--json=2', '--json-stream-data=inline', '--decode-level=generalized', path]);
	const { qpdf } = v.parse(v.object({ qpdf: v.tuple([v.unknown(), objects]) }), JSON.parse(json.toString()));
	const all = Object.values(qpdf[1]);
	const streams = all
		.filter((object) => 'stream' in object)
		.map(({ stream }) => ({ ...stream, bytes: Buffer.from(stream.data, 'base64') }));
	const values = all.filter((object) => 'value' in object).map(({ value }) => value);
	const dictionaries = [...values, ...streams.map(({ dict }) => dict)].filter((value) => v.is(entries, value));
	const { trailer: end } = qpdf[1];
	const trailer = v.parse(entries, end && 'value' in end ? end.value : undefined);
	const follow = (reference: unknown) => {
		const found = qpdf[1][`obj:${String(reference)}`];
		return found && 'stream' in found ? found.stream.dict : found?.value;
	};
	return { streams, dictionaries, trailer, follow, strings: values.flatMap(texts), raw: await readFile(path) };
}

const texts = (value: unknown): string[] =>
	typeof value === 'string'
		? [value]
		: typeof value === 'object' && value !== null
			? Object.values(value).flatMap(texts)
			: [];

/** Names what keeps a file from being a PDF/A-2b, as far as pages of pictures and unseen text go (ISO 19005-2, clause 6). */
async function archiveFaults(path: string): Promise<string[]> {
	const { streams, dictionaries, trailer, follow, strings, raw } = await read(path);
	const catalog = v.parse(entries, follow(trailer['/Root']));
	const info = v.parse(entries, follow(trailer['/Info']) ?? {});
	const ofType = (type: string) => dictionaries.filter((dictionary) => dictionary['/Type'] === type);
	const metadata = streams.find(({ dict }) => dict['/Subtype'] === '/XML');
	const xmp = metadata?.bytes.toString('utf8') ?? '';
	const within = (element: string) => new RegExp(`<${element}>(?:<[^>]*>)*([^<]*)`).exec(xmp)?.[1];
	const intent = v.safeParse(v.tuple([entries]), catalog['/OutputIntents']);
	const profileReference = intent.success ? intent.output[0]['/DestOutputProfile'] : undefined;
	const profile = streams.find(({ dict }) => dict === follow(profileReference))?.bytes ?? Buffer.alloc(40);
	const images = dictionaries.filter((dictionary) => dictionary['/Subtype'] === '/Image');
	const contents = ofType('/Page').map((page) => streams.find(({ dict }) => dict === follow(page['/Contents'])));
	const shownText = (text: string) => / Tj|TJ/.test(text) && !/^BT 3 Tr\n(?!.* Tr\b)[^]*\nET$/m.test(text);
	const title = String(info['/Title']).replace(/^u:/, '');
	const date = /^u:D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/;
	const moment = String(info['/CreationDate']).replace(date, '$1-$2-$3T$4:$5:$6Z');
	const unescaped = within('dc:title')?.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
	const forbidden = [
		'/AA',
		'/OpenAction',
		'/JavaScript',
		'/EmbeddedFiles',
		'/AcroForm',
		'/Alternates',
		'/OPI',
		'/F',
		'/FFilter'
	];
	const rules: Record<string, boolean> = {
		'6.1.2 header': /^%PDF-1\.[0-7]\n%[\x80-\xff]{4}/.test(raw.subarray(0, 20).toString('latin1')),
		'6.1.3 identifier': Array.isArray(trailer['/ID']) && trailer['/ID'].length === 2,
		'6.1.3 no encryption': !('/Encrypt' in trailer),
		'6.1.3 nothing after the end': /%%EOF\n$/.test(raw.subarray(-6).toString('latin1')),
		'6.1.7 filters': !dictionaries.some(({ '/Filter': filter }) =>
			texts(filter).some((name) => /LZW|Crypt/.test(name))
		),
		'6.1.13 limits': strings.every((text) => text.length < 32_767),
		'6.1.13 page sides': ofType('/Page').every(({ '/MediaBox': box }) =>
			v.is(v.strictTuple([v.literal(0), v.literal(0), side, side]), box)
		),
		'6.2.3 output intent': intent.success && intent.output[0]['/S'] === '/GTS_PDFA1',
		'6.2.3 profile': profile.toString('latin1', 12, 20) === 'mntrRGB ' && (profile[8] ?? 9) <= 4,
		'6.2.4 colours': images.every(({ '/ColorSpace': space }) => space === '/DeviceGray' || space === '/DeviceRGB'),
		'6.2.8 interpolation': images.every(({ '/Interpolate': interpolate }) => interpolate !== true),
		'6.2.11 fonts': contents.every((content) => content !== undefined && !shownText(content.bytes.toString('latin1'))),
		'6.5 actions and files': !dictionaries.some((dictionary) => forbidden.some((name) => name in dictionary)),
		'6.6.2 metadata':
			metadata !== undefined && /^<\?xpacket begin="\uFEFF" id="\w+"\?>/.test(xmp) && !('/Filter' in metadata.dict),
		'6.6.3 title': title === unescaped,
		'6.6.3 date': moment === within('xmp:CreateDate'),
		'6.6.4 version': within('pdfaid:part') === '2' && within('pdfaid:conformance') === 'B'
	};
	return Object.keys(rules).filter((rule) => !rules[rule]);
}

const side = v.pipe(v.number(), v.minValue(3), v.maxValue(14_400));

async function stored(name: string, given: Iterable<PdfPage>): Promise<string> {
	const path = join(folder, name);
	await writeFile(path, pagesToPdf(given, options));
	return path;
}

describe('a PDF that is to be read in fifty years', () => {
	it('keeps what PDF/A-2b asks of it, with grey, coloured and black and white pages and words', async () => {
		const path = await stored('archive.pdf', pages);
		expect(await archiveFaults(path)).toEqual([]);
		expect((await output(['qpdf', '--check', path])).toString()).toContain('No syntax or stream encoding errors found');
	});

	it('is told from a PDF that asks nothing of itself', async () => {
		expect(await archiveFaults('tests/fixtures/printer/two-pages.pdf')).toEqual([
			'6.2.3 output intent',
			'6.2.3 profile',
			'6.2.11 fonts',
			'6.6.2 metadata',
			'6.6.3 title',
			'6.6.3 date',
			'6.6.4 version'
		]);
	});

	it('is the same file every time it is made, and another for another title', async () => {
		const made = async (title: string) =>
			Buffer.concat(await Array.fromAsync(pagesToPdf(pages, { ...options, title })));
		const first = await made('Paper 2');
		expect((await made('Paper 2')).equals(first)).toBe(true);
		expect((await made('Paper 3')).equals(first)).toBe(false);
	});

	it('gives each page out before it takes the next', async () => {
		const events: string[] = [];
		const given = function* () {
			for (const [index, page] of pages.entries()) {
				events.push(`page ${index} taken`);
				yield page;
			}
		};
		for await (const piece of pagesToPdf(given(), options)) {
			const index = pages.findIndex(({ picture }) => picture.bytes === piece);
			if (index >= 0) events.push(`page ${index} given`);
		}
		expect(events).toEqual([0, 1, 2].flatMap((index) => [`page ${index} taken`, `page ${index} given`]));
	});

	it('shows a black and white page black where it was black', async () => {
		const path = await stored('bilevel.pdf', pages.slice(2));
		const png = await output(['pdftoppm', '-png', '-r', '50', '-singlefile', path]);
		const { data, info } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true });
		expect((await output(['pdfimages', '-list', path])).toString()).toMatch(/ 827 +1169 +gray +1 +1 +ccitt /);
		expect([data[20 * info.width + 20], data.at(-20)]).toEqual([0, 255]);
	});

	it('has its words where they stand on the picture, seen by nobody', async () => {
		const path = await stored('words.pdf', pages.slice(0, 1));
		const boxes = (await output(['pdftotext', '-bbox', path, '-'])).toString();
		const found = [
			...boxes.matchAll(/xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*)<\/word>/g)
		].map(([, left, top, right, bottom, text]) => {
			const [x = 0, y = 0, x2 = 0, y2 = 0] = [left, top, right, bottom].map((points) => (Number(points) / 72) * 100);
			return { text, left: Math.round(x), right: Math.round(x2), middle: (y + y2) / 2 };
		});
		const expected = words.map(({ text, left, width, top, height }) => ({
			text,
			left,
			right: left + width,
			middle: expect.closeTo(top + height / 2, -1)
		}));
		expect(found).toHaveLength(words.length);
		expect(found).toEqual(expect.arrayContaining(expected));
		const png = async (name: string, given: PdfPage[]) =>
			output(['pdftoppm', '-png', '-r', '50', '-singlefile', await stored(name, given)]);
		const wordless = pages.slice(0, 1).map((page) => ({ ...page, words: [] }));
		expect((await png('seen.pdf', pages.slice(0, 1))).equals(await png('unseen.pdf', wordless))).toBe(true);
	});
});
