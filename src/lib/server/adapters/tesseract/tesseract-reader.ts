import type { TextReader } from '../../../ports/text-reader.ts';
import { inCapsule, type CapsuleLimits } from '../../process/capsule.ts';
import { run } from '../../process/run.ts';
import { readWords } from './words.ts';

/** The languages of the papers here, as tesseract names them, the likeliest first. */
export const readerLanguages = ['fin', 'swe', 'eng'] as const;

export interface TesseractLimits extends CapsuleLimits {
	/** Wall clock for one page. */
	readonly timeoutMs: number;
	readonly maxOutputBytes: number;
}

/** A page of A4 at 300 dpi takes 3 to 6 seconds and 300 MB; the photograph of a whole A3 sheet takes more. */
const tesseractLimits: TesseractLimits = {
	timeoutMs: 60_000,
	cpuSeconds: 60,
	addressSpaceBytes: 1024 ** 3,
	maxOutputBytes: 8 * 1024 * 1024
};

export interface TesseractOptions {
	/** As tesseract names them, the likeliest first. */
	readonly languages: readonly [string, ...string[]];
	readonly limits?: TesseractLimits;
}

/** Reads pages by tesseract, enclosed like the readers of foreign documents and yielding to everything else on the machine. */
export function createTesseractReader({ languages, limits = tesseractLimits }: TesseractOptions): TextReader {
	return {
		async read(jpeg, resolutionDpi, signal) {
			const dpi = String(Math.round(resolutionDpi));
			const tesseract = ['tesseract', '-', '-', '-l', languages.join('+'), '--dpi', dpi, 'tsv'] as const;
			// With several threads it takes four times as long.
			const enclosed = inCapsule([...tesseract], limits, { OMP_THREAD_LIMIT: '1' });
			const { timeoutMs, maxOutputBytes } = limits;
			const outcome = await run(['nice', '-n', '15', ...enclosed], { timeoutMs, signal, stdin: jpeg, maxOutputBytes });
			if (outcome.ended === 'aborted') throw signal.reason;
			return outcome.ended === 'exited' && outcome.code === 0 ? readWords(outcome.stdout.toString('utf8')) : [];
		}
	};
}

/** The Debian packages that reading pages in these languages lacks; a tesseract that cannot be run at all lacks every one. */
export async function missingReaderPackages(
	languages: readonly string[],
	signal: AbortSignal
): Promise<readonly string[]> {
	const { cpuSeconds, addressSpaceBytes } = tesseractLimits;
	const asked = inCapsule(['tesseract', '--list-langs'], { cpuSeconds, addressSpaceBytes });
	const outcome = await run(asked, { timeoutMs: 10_000, signal });
	const packagesFor = (missing: readonly string[]) => missing.map((language) => `tesseract-ocr-${language}`);
	if (outcome.ended !== 'exited' || outcome.code !== 0) return ['tesseract-ocr', ...packagesFor(languages)];
	const there = new Set(outcome.stdout.toString('utf8').split('\n'));
	return packagesFor(languages.filter((language) => !there.has(language)));
}
