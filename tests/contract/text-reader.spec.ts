import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { drawnPage, letterContent } from '../fixtures/drawn-pages.ts';
import {
	createTesseractReader,
	missingReaderPackages,
	readerLanguages
} from '../../src/lib/server/adapters/tesseract/tesseract-reader.ts';
import { pagesToPdf } from '../../src/lib/server/adapters/pdf/pages-to-pdf.ts';
import { run } from '../../src/lib/server/process/run.ts';

const languages = readerLanguages;
const never = new AbortController().signal;

/** Programs anywhere on this machine that read a page at this resolution; the test's own by a resolution that nobody else has. */
async function readersAt(resolutionDpi: number): Promise<number> {
	const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
	const lines = await Promise.all(ids.map((id) => readFile(`/proc/${id}/cmdline`, 'utf8').catch(() => '')));
	return lines.filter((line) => line.startsWith('tesseract\0') && line.includes(`\0${resolutionDpi}\0`)).length;
}

describe('the words of a scanned letter', () => {
	it('are read, and found by whoever searches the PDF', async () => {
		const picture = await drawnPage({ content: await letterContent(), dpi: 200 });
		const words = await createTesseractReader({ languages }).read(picture.bytes, 200, never);
		const options = { title: 'Paper 1', language: 'fi', createdAt: new Date(0) };
		const pdf = Buffer.concat(await Array.fromAsync(pagesToPdf([{ picture, rotation: 0, words }], options)));
		const outcome = await run(['pdftotext', '-layout', '-', '-'], { timeoutMs: 20_000, stdin: pdf });
		const found = outcome.ended === 'exited' ? outcome.stdout.toString('utf8') : '';
		const title = words.find(({ text }) => text === 'ESIMERKKIKIRJE');
		expect(found).toMatch(/Vuokrasopimuksen +muutos/);
		expect(found).toMatch(/lähettää, +tulostaa +ja +poistaa/);
		expect(found).toMatch(/Vesimaksu, +1 +henkilö/);
		// In the SVG its baseline begins at 22, 26 mm; its J reaches below.
		const [left, bottom] = [title?.left ?? 0, (title?.top ?? 0) + (title?.height ?? 0)].map((px) => (px / 200) * 25.4);
		expect([Math.abs((left ?? 0) - 22) < 1, Math.abs((bottom ?? 0) - 26) < 1]).toEqual([true, true]);
	});

	it('are not waited for once the session ends', async () => {
		const { bytes } = await drawnPage({ content: await letterContent(), dpi: 200 });
		const session = new AbortController();
		const reading = createTesseractReader({ languages }).read(bytes, 197, session.signal);
		await expect.poll(() => readersAt(197), { timeout: 10_000 }).toBe(1);
		session.abort(new Error('session over'));
		await expect(reading).rejects.toThrow('session over');
		await expect.poll(() => readersAt(197), { timeout: 2000 }).toBe(0);
	});

	it('are none where the picture is broken or the language is missing, and doctor is told which', async () => {
		const { bytes } = await drawnPage({ content: '' });
		expect(await createTesseractReader({ languages }).read(bytes.subarray(0, 100), 100, never)).toEqual([]);
		expect(await createTesseractReader({ languages: ['xyz'] }).read(bytes, 100, never)).toEqual([]);
		expect(await missingReaderPackages(languages, never)).toEqual([]);
		expect(await missingReaderPackages(['fin', 'xyz'], never)).toEqual(['tesseract-ocr-xyz']);
	});
});
