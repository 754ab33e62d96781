import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { onTestFinished } from 'vitest';
import type { Result } from '../../src/lib/domain/result.ts';
import type { Documents } from '../../src/lib/ports/documents.ts';
import type { ScannedPage } from '../../src/lib/ports/scanner.ts';
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
}

/** A tray in a session folder of its own on tmpfs, removed after the test. */
export function openTray(
	limits: Partial<TrayLimits> = {},
	documents: Documents = createDocuments(),
	directory?: string
): TestTray {
	const session = mkdtempSync('/dev/shm/kiosk-tray-test-');
	onTestFinished(() => rmSync(session, { recursive: true }));
	const folder = directory ?? join(session, 'tray');
	const tray = createTray({
		directory: folder,
		limits: { ...roomy, ...limits },
		documents,
		clock: { now: () => 1_795_341_600_000 },
		newId: () => randomBytes(8).toString('hex'),
		neutralName: (number) => `Paperi ${number}`,
		language: () => 'fi'
	});
	return { tray, session, folder };
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

/** The happy value; anything else fails the test with the fault's name. */
export function value<Value>(result: Result<Value, string>): Value {
	if (!result.ok) throw new Error(`unexpected fault: ${result.fault}`);
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
