import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import type { ScanSettings } from '../../../domain/scan-settings.ts';
import type { StackKind } from './control.ts';

const folder = new URL('../../../../../static/sample-pages/', import.meta.url);

/** A sheet: what is on it, and how it lies where it does not lie as it should. */
interface SampleSheet {
	readonly file: 'letter' | 'certificate' | 'blank' | 'payslip' | 'receipt' | 'note';
	readonly lies?: {
		readonly tiltDegrees: number;
		/** Of the paper, in millimetres from the corner of the scan area. */
		readonly area: readonly [x: number, y: number, width: number, height: number];
		/** What the scanner sees beside the paper. */
		readonly lid: string;
	};
}

/** Each begins with the letter and the certificate. `mixed`: the stack of a nervous person. */
const stacks: Readonly<Record<StackKind, readonly [SampleSheet, ...SampleSheet[]]>> = {
	letters: [{ file: 'letter' }, { file: 'certificate' }],
	mixed: [
		{ file: 'letter' },
		{ file: 'certificate' },
		{ file: 'blank' },
		{ file: 'payslip', lies: { tiltDegrees: 2.6, area: [0, 0, 210, 297], lid: '#c4c4c0' } },
		{ file: 'receipt', lies: { tiltDegrees: -1.2, area: [20, 14, 80, 112], lid: '#1d1d1f' } },
		{ file: 'note' }
	]
};

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

/** Made-up papers of the stack that is chosen at the time, each drawn once and then remembered (the last few). */
export function samplePages(stack: () => StackKind): PageSource {
	const drawn = new Map<string, Promise<Uint8Array>>();
	return (number, settings) => {
		const sheets = stacks[stack()];
		const sheet = sheets[(number - 1) % sheets.length] ?? sheets[0];
		const key = `${sheet.file} ${number} ${settings.resolutionDpi} ${settings.colour}`;
		const page = drawn.get(key) ?? draw(sheet, number, settings);
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

async function draw(
	{ file, lies }: SampleSheet,
	number: number,
	{ resolutionDpi, colour }: ScanSettings
): Promise<Uint8Array> {
	const template = (await readFile(new URL(`${file}.svg`, folder), 'utf8')).replaceAll('PAGE', String(number));
	const scale = Math.min(resolutionDpi, drawnDpi) / 300;
	const width = Math.round(a4.width * scale);
	const height = Math.round(a4.height * scale);
	const content = template.slice(template.indexOf('>') + 1, template.lastIndexOf('</svg>'));
	const attributes = template.slice('<svg'.length, template.indexOf('>'));
	// No paper lies quite straight.
	const tiltDegrees = lies?.tiltDegrees ?? (number % 2 === 0 ? -0.25 : 0.35);
	const [x, y, paperWidth, paperHeight] = lies?.area ?? [];
	const sheetItself = lies
		? `<rect x="${x}" y="${y}" width="${paperWidth}" height="${paperHeight}" fill="${paper}"/>`
		: '';
	const sheet = `<svg width="${width}" height="${height}" ${attributes}>
		<defs><linearGradient id="lid"><stop offset="0" stop-color="#000" stop-opacity="0.10"/><stop offset="0.03" stop-color="#000" stop-opacity="0"/></linearGradient></defs>
		<rect width="210" height="297" fill="${lies?.lid ?? paper}"/>
		<g transform="rotate(${tiltDegrees} 105 148)">${sheetItself}${content}</g>
		<rect width="210" height="297" fill="url(#lid)"/></svg>`;
	const picture = sharp(Buffer.from(sheet)).flatten({ background: paper });
	if (resolutionDpi > drawnDpi) {
		picture.resize(Math.round((a4.width * resolutionDpi) / 300), Math.round((a4.height * resolutionDpi) / 300));
	}
	return (colour ? picture : picture.greyscale().toColourspace('b-w')).jpeg({ quality: 80 }).toBuffer();
}
