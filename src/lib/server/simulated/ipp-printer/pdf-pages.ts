import { inflateSync } from 'node:zlib';

const pageObject = /\/Type\s*\/Page(?![A-Za-z])/g;
const objectStream = /\/Type\s*\/ObjStm[\s\S]{0,400}?stream\r?\n/g;

const inflated = (bytes: Buffer): string => {
	try {
		return inflateSync(bytes, { maxOutputLength: 16 * 1024 * 1024 }).toString('latin1');
	} catch {
		return '';
	}
};

/** How many pages a PDF has, counted by its page objects as a printer would need them; undefined for anything else. */
export function countPdfPages(document: Uint8Array): number | undefined {
	const bytes = Buffer.from(document.buffer, document.byteOffset, document.byteLength);
	const plain = bytes.toString('latin1');
	if (!plain.startsWith('%PDF-')) return undefined;
	const packed = [...plain.matchAll(objectStream)].map((match) =>
		inflated(bytes.subarray(match.index + match[0].length, plain.indexOf('endstream', match.index)))
	);
	const pages = [plain, ...packed].reduce((sum, part) => sum + [...part.matchAll(pageObject)].length, 0);
	return pages === 0 ? undefined : pages;
}
