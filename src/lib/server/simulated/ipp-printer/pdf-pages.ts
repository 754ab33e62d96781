import { inflateSync } from 'node:zlib';

const pageObject = /^\/Type\s*\/Page(?![A-Za-z])/;
const objectStream = /^\/Type\s*\/ObjStm[\s\S]{0,400}?stream\r?\n/;

const inflated = (bytes: Buffer): Buffer => {
	try {
		return inflateSync(bytes, { maxOutputLength: 16 * 1024 * 1024 });
	} catch {
		return Buffer.alloc(0);
	}
};

/** What stands from each `/Type` on, and where. A regular expression over the whole of a long scan takes as long as sending it. */
function* typesIn(bytes: Buffer) {
	for (let at = bytes.indexOf('/Type'); at >= 0; at = bytes.indexOf('/Type', at + 5)) {
		yield { at, text: bytes.toString('latin1', at, at + 500) };
	}
}

/** How many pages a PDF has, counted by its page objects as a printer would need them; undefined for anything else. */
export function countPdfPages(document: Uint8Array): number | undefined {
	const bytes = Buffer.from(document.buffer, document.byteOffset, document.byteLength);
	if (bytes.toString('latin1', 0, 5) !== '%PDF-') return undefined;
	return pageObjectsIn(bytes) || undefined;
}

function pageObjectsIn(bytes: Buffer): number {
	let pages = 0;
	for (const { at, text } of typesIn(bytes)) {
		if (pageObject.test(text)) pages += 1;
		const start = objectStream.exec(text)?.[0].length;
		if (start !== undefined)
			pages += pageObjectsIn(inflated(bytes.subarray(at + start, bytes.indexOf('endstream', at))));
	}
	return pages;
}
