import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { onTestFinished } from 'vitest';
import type { Compression, Paper, ScannedPaper } from '../../src/lib/domain/paper.ts';
import { ok, type Result } from '../../src/lib/domain/result.ts';
import type { ScanPreset } from '../../src/lib/domain/scan-settings.ts';
import type { Documents, PageLook, PagePicture } from '../../src/lib/ports/documents.ts';
import type { ScannedPage } from '../../src/lib/ports/scanner.ts';
import type { TextReader } from '../../src/lib/ports/text-reader.ts';
import { createDocuments } from '../../src/lib/server/adapters/pdf/documents.ts';
import type { Tray } from '../../src/lib/ports/tray.ts';
import { createTray, type TrayLimits } from '../../src/lib/server/adapters/tray/tmpfs-tray.ts';
import { run } from '../../src/lib/server/process/run.ts';

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
export const never = new AbortController().signal;

export const roomy: TrayLimits = {
	maxBytes: 400_000_000,
	maxPapers: 20,
	maxPagesPerPaper: 200,
	maxDocumentBytes: 30_000_000
};

export interface TestTray {
	readonly tray: Tray;
	/** The session folder; the tray's own folder lies in it. */
	readonly session: string;
	readonly folder: string;
	/** Lets so much time pass that the background work begins, unless something happens again. */
	quiet(): void;
}

export interface TestTrayOptions {
	readonly limits?: Partial<TrayLimits>;
	readonly documents?: Documents;
	readonly directory?: string;
	readonly textReader?: TextReader;
}

/** A tray in a session folder of its own on tmpfs, removed after the test. */
export function openTray(options: TestTrayOptions = {}): TestTray {
	const session = mkdtempSync('/dev/shm/kiosk-tray-test-');
	onTestFinished(() => rmSync(session, { recursive: true }));
	const { directory: folder = join(session, 'tray'), limits, documents = createDocuments(), textReader } = options;
	const waiting = new Set<() => void>();
	const tray = createTray({
		directory: folder,
		limits: { ...roomy, ...limits },
		documents,
		clock: { now: () => 1_795_341_600_000 },
		newId: () => randomBytes(8).toString('hex'),
		neutralName: (number) => `Paperi ${number}`,
		language: () => 'fi',
		after: (_, run) => {
			waiting.add(run);
			return () => void waiting.delete(run);
		},
		...(textReader === undefined ? {} : { textReader })
	});
	const quiet = () => {
		for (const run of waiting) {
			waiting.delete(run);
			run();
		}
	};
	return { tray, session, folder, quiet };
}

/** Takes so many different pages into a new paper. */
export async function scan(tray: Tray, pages: number, preset: ScanPreset = 'colour'): Promise<ScannedPaper> {
	const { id } = tray.beginScan();
	for (let seed = 0; seed < pages; seed += 1) value(await tray.addPage(id, await scannedPage(seed), preset));
	return paperOf(tray, id);
}

/** A scan as it is now. */
export function paperOf(tray: Tray, paperId: string): ScannedPaper {
	const paper = tray.papers().find(({ id }) => id === paperId);
	if (paper?.kind !== 'pages') throw new Error('the scan is not in the tray');
	return paper;
}

export const pageIds = (paper: ScannedPaper): readonly string[] => paper.pages.map(({ image }) => image.id);

/** Resolves when the papers are so, now or after a change. */
export function until(tray: Tray, isSo: (papers: readonly Paper[]) => boolean): Promise<void> {
	return new Promise((resolve) => {
		const look = () => {
			if (!isSo(tray.papers())) return;
			stop();
			resolve();
		};
		const stop = tray.onChange(look);
		look();
	});
}

/** Whether every page of every scan has been looked at. */
export const allSeen = (papers: readonly Paper[]): boolean =>
	papers.every((paper) => paper.kind === 'document' || paper.pages.every(({ findings }) => findings !== null));

/** A picture in black and white as the examination of `documents` could make it; eight by eight pixels, one in two black. */
export const bilevelPicture: PagePicture = {
	kind: 'bilevel',
	bytes: Buffer.from('26a00080100800800100', 'hex'),
	widthPx: 8,
	heightPx: 8,
	resolutionDpi: 2
};

/** The real documents but for what looks at pixels: every page leans and is a text, and a drawn page is as large as `drawnBytes` says. */
export function seeingDocuments(
	drawnBytes: (loss: Omit<Compression, 'sizeBytes'> | null, look: PageLook) => number | null = () => null
): Documents & { readonly looked: PagePicture[] } {
	const looked: PagePicture[] = [];
	return {
		...createDocuments(),
		looked,
		async examine(picture, preset) {
			looked.push({ ...picture, bytes: Uint8Array.from(picture.bytes) });
			const bilevel = preset === 'text' ? bilevelPicture : null;
			const bilevelBytes = bilevel?.bytes.length ?? null;
			return ok({ findings: { maybeEmpty: false, leaningDegrees: 2, paperBox: null, bilevelBytes }, bilevel });
		},
		async draw(picture, look, loss) {
			const size = drawnBytes(loss, look);
			if (size === null) return ok(picture);
			// A JPEG reader stops at its end mark; what follows only gives it the wanted size.
			return ok({ ...picture, bytes: Buffer.concat([picture.bytes, Buffer.alloc(size)]).subarray(0, size) });
		}
	};
}

/** A small scanned page, each one different; its upper left corner is black. */
export async function scannedPage(seed = 0): Promise<ScannedPage> {
	const [widthPx, heightPx] = [413, 583];
	const black = { create: { width: 200, height: 200, channels: 3 as const, background: '#000000' } };
	const bytes = await sharp({
		create: { width: widthPx, height: heightPx, channels: 3, background: `rgb(255,255,${250 - seed})` }
	})
		.composite([{ input: black, left: 0, top: 0 }])
		.jpeg({ quality: 85 })
		.toBuffer();
	return { bytes, mediaType: 'image/jpeg', widthPx, heightPx, resolutionDpi: 100 };
}

/** A page of about so many bytes. A JPEG reader stops at its end mark; what follows only makes the page as heavy as a real one. */
export async function heavyPage(extraBytes: number, seed = 0): Promise<ScannedPage> {
	const page = await scannedPage(seed);
	return { ...page, bytes: Buffer.concat([page.bytes, Buffer.alloc(extraBytes)]) };
}

/** The happy value; anything else fails the test with the fault. */
export function value<Value>(result: Result<Value, unknown>): Value {
	if (!result.ok) throw new Error(`unexpected fault: ${JSON.stringify(result.fault)}`);
	return result.value;
}

export async function output(argv: readonly [string, ...string[]], stdin?: Uint8Array): Promise<Buffer> {
	const outcome = await run(argv, { timeoutMs: 20_000, ...(stdin === undefined ? {} : { stdin }) });
	if (outcome.ended !== 'exited' || outcome.code !== 0) throw new Error(`${argv[0]}: ${outcome.stderr}`);
	return outcome.stdout;
}

/** In which corner of a picture the black square lies, and its size. */
export async function seen(picture: Uint8Array): Promise<{ corner: string[]; width: number; height: number }> {
	const { data, info } = await sharp(picture).greyscale().raw().toBuffer({ resolveWithObject: true });
	const { width, height } = info;
	const corners = {
		'upper left': [9, 9],
		'upper right': [width - 9, 9],
		'lower right': [width - 9, height - 9],
		'lower left': [9, height - 9]
	};
	const dark = ([x = 0, y = 0]: readonly number[]) => (data[y * width + x] ?? 255) < 128;
	return { corner: Object.entries(corners).flatMap(([name, at]) => (dark(at) ? [name] : [])), width, height };
}
