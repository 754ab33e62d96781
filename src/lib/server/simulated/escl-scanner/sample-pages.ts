import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import type { ScanSettings } from '../../../domain/scan-settings.ts';

const folder = new URL('../../../../../static/sample-pages/', import.meta.url);
const fileNames = ['letter.svg', 'certificate.svg'] as const;

/** A4 in three hundredths of an inch, the unit of eSCL regions. */
export const a4 = { width: 2480, height: 3508 } as const;

/** Drawn at this resolution at most; finer scans are enlarged (a 600 dpi drawing would take 140 MB for nothing to see). */
const drawnDpi = 300;
const paper = '#fbfaf6';
const rememberedPages = 24;

/** Where the pages of a simulated scanner come from: page `number` (from 1) at these settings, as a JPEG. */
export type PageSource = (number: number, settings: ScanSettings) => Promise<Uint8Array>;

/** The given JPEGs in turn, whatever is asked for. */
export const givenPages =
	(pages: readonly Uint8Array[]): PageSource =>
	(number) => {
		const page = pages[(number - 1) % pages.length];
		return page ? Promise.resolve(page) : Promise.reject(new Error('A simulated scanner needs at least one page'));
	};

/** Made-up letters on slightly crooked paper, each drawn once and then remembered (the last few). */
export function samplePages(): PageSource {
	const drawn = new Map<string, Promise<Uint8Array>>();
	return (number, settings) => {
		const key = `${number} ${settings.resolutionDpi} ${settings.colour}`;
		const page = drawn.get(key) ?? draw(number, settings);
		drawn.delete(key);
		drawn.set(key, page);
		page.catch(() => drawn.delete(key));
		for (const oldest of drawn.keys()) {
			if (drawn.size <= rememberedPages) break;
			drawn.delete(oldest);
		}
		return page;
	};
}

async function draw(number: number, { resolutionDpi, colour }: ScanSettings): Promise<Uint8Array> {
	const fileName = fileNames[(number - 1) % fileNames.length] ?? fileNames[0];
	const template = (await readFile(new URL(fileName, folder), 'utf8')).replaceAll('PAGE', String(number));
	const scale = Math.min(resolutionDpi, drawnDpi) / 300;
	const width = Math.round(a4.width * scale);
	const height = Math.round(a4.height * scale);
	const content = template.slice(template.indexOf('>') + 1, template.lastIndexOf('</svg>'));
	const attributes = template.slice('<svg'.length, template.indexOf('>'));
	const tiltDegrees = number % 2 === 0 ? -0.25 : 0.35;
	const sheet = `<svg width="${width}" height="${height}" ${attributes}>
		<defs><linearGradient id="lid"><stop offset="0" stop-color="#000" stop-opacity="0.10"/><stop offset="0.03" stop-color="#000" stop-opacity="0"/></linearGradient></defs>
		<rect width="210" height="297" fill="${paper}"/>
		<g transform="rotate(${tiltDegrees} 105 148)">${content}</g>
		<rect width="210" height="297" fill="url(#lid)"/></svg>`;
	const picture = sharp(Buffer.from(sheet)).flatten({ background: paper });
	if (resolutionDpi > drawnDpi) {
		picture.resize(Math.round((a4.width * resolutionDpi) / 300), Math.round((a4.height * resolutionDpi) / 300));
	}
	return (colour ? picture : picture.greyscale().toColourspace('b-w')).jpeg({ quality: 80 }).toBuffer();
}
