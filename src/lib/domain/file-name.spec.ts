import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanPaperName, fileNameOfPaper, paperNameOfFile } from './file-name.ts';

describe('a name that comes from outside', () => {
	it.each([
		['Päätös öå.pdf', 'Päätös öå'],
		['Čáihni ŋ.JPG', 'Čáihni ŋ'],
		['../../etc/passwd', 'passwd'],
		['C:\\Windows\\system32\\Liite.pdf', 'Liite'],
		['/absolute/Liite 1.png', 'Liite 1'],
		['invoice\u202Efdp.exe', 'invoicefdp.exe'],
		['a\u0000b\r\nc\u200Bd.pdf', 'abcd'],
		['  .hidden.pdf  ', 'hidden'],
		['decision.pdf\u202E', 'decision'],
		['Pa\u0308a\u0308to\u0308s.pdf', 'Päätös'],
		['what? "this" <that>|*:.pdf', 'what- -this- -that----'],
		['\uD800lone.pdf', 'lone'],
		['x'.repeat(100), 'x'.repeat(60)]
	])('%j is kept as %j', (raw, name) => {
		expect(paperNameOfFile(raw)).toBe(name);
	});

	it.each(['', '   ', '.', '..', '../..', '.pdf', '///', '\u202E\u200B', '---'])('%j gives no name at all', (raw) => {
		expect(paperNameOfFile(raw)).toBeNull();
	});

	it('keeps a slash that a customer types as a dash instead of losing half of the name', () => {
		expect(cleanPaperName('Liite 1/2')).toBe('Liite 1-2');
	});

	it('is always one safe path segment, whatever the characters', () => {
		const hostile = fc.string({
			unit: fc.constantFrom(...'/\\.: äöŋ\u202E\u0000\n\u0308\uD83D\uDE00*a'),
			maxLength: 200
		});
		fc.assert(
			fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), hostile), (raw) => {
				const file = fileNameOfPaper(raw, 'application/pdf');
				expect(file).toMatch(/^[^./\\ ][^/\\\p{Cc}\p{Cf}\p{Cs}]*\.pdf$/u);
				expect(Buffer.byteLength(file)).toBeLessThanOrEqual(245);
				const name = cleanPaperName(raw);
				if (name !== null) expect(cleanPaperName(name)).toBe(name);
			}),
			{ numRuns: 500 }
		);
	});
});
