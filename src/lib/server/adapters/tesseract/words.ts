import * as v from 'valibot';
import type { Word } from '../../../ports/text-reader.ts';

/** The rows for words, below those for pages, blocks, paragraphs and lines. */
const wordLevel = '5';
/** Below this many of a hundred, what was read is mostly specks and lines. */
const leastConfidence = 30;

const count = v.pipe(v.string(), v.regex(/^\d{1,6}$/), v.transform(Number));
const confidence = v.pipe(v.string(), v.regex(/^\d{1,3}(\.\d+)?$/), v.transform(Number), v.minValue(leastConfidence));
const place = v.string();

/** A row of tesseract's TSV: level, page, block, paragraph, line, word, left, top, width, height, confidence, text. */
const wordRow = v.pipe(
	v.string(),
	v.transform((line) => line.split('\t')),
	v.strictTuple([
		v.literal(wordLevel),
		place,
		place,
		place,
		place,
		place,
		count,
		count,
		count,
		count,
		confidence,
		v.pipe(v.string(), v.trim(), v.nonEmpty())
	]),
	v.transform(([, , , , , , left, top, width, height, , text]): Word => ({ text, left, top, width, height }))
);

/** The words of tesseract's TSV in reading order; what is no word, or hardly read as one, is left out. */
export const readWords = (tsv: string): Word[] =>
	tsv.split('\n').flatMap((line) => {
		const row = v.safeParse(wordRow, line);
		return row.success ? [row.output] : [];
	});
