import { createHash } from 'node:crypto';

/** Writes the objects of one PDF 1.7 in order and knows where each begins (ISO 32000-1 7.5). What was taken is no longer held. */
export class PdfFile {
	#pieces: Uint8Array[] = [];
	readonly #offsets: number[] = [];
	readonly #hash = createHash('sha256');
	#length = 0;

	constructor() {
		// The four bytes above 127 tell every transport that this is binary (7.5.2).
		this.#write('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n');
	}

	/** The number of an object that is written later. */
	reserve(): number {
		return this.#offsets.push(0);
	}

	object(id: number, body: string): void {
		this.#begin(id);
		this.#write(`${body}\nendobj\n`);
	}

	stream(id: number, entries: string, bytes: Uint8Array): void {
		this.#begin(id);
		this.#write(`<<${entries}/Length ${bytes.length}>>\nstream\n`);
		this.#write(bytes);
		this.#write('\nendstream\nendobj\n');
	}

	/** The end of the file. Its identifier follows from its bytes, so that the same content is the same file. */
	finish(catalog: number, info: number): void {
		const start = this.#length;
		const rows = this.#offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
		const size = this.#offsets.length + 1;
		const id = `<${this.#hash.copy().digest('hex').slice(0, 32)}>`;
		this.#write(
			`xref\n0 ${size}\n0000000000 65535 f \n${rows}` +
				`trailer\n<</Size ${size}/Root ${catalog} 0 R/Info ${info} 0 R/ID[${id}${id}]>>\nstartxref\n${start}\n%%EOF\n`
		);
	}

	/** What was written since it was last taken. */
	take(): Uint8Array[] {
		const pieces = this.#pieces;
		this.#pieces = [];
		return pieces;
	}

	#begin(id: number): void {
		this.#offsets[id - 1] = this.#length;
		this.#write(`${id} 0 obj\n`);
	}

	#write(piece: string | Uint8Array): void {
		const bytes = typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece;
		this.#pieces.push(bytes);
		this.#hash.update(bytes);
		this.#length += bytes.length;
	}
}

/** UTF-16 with its mark, in hexadecimal: every character is safe inside (ISO 32000-1 7.9.2.2). */
export const textString = (text: string): string =>
	`<FEFF${Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()}>`;

/** A moment of UTC (ISO 32000-1 7.9.4). */
export const pdfDate = (date: Date): string => `D:${date.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)}Z`;
