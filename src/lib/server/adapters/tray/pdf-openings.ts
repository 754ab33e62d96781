import type { DerivedFile } from './tray-store.ts';

const rememberedOpenings = 8;

/** Which PDF each viewer began to read: a reader by parts must never get the parts of two. */
export class PdfOpenings {
	readonly #files = new Map<string, DerivedFile>();

	find(paperId: string, opening: string | null): DerivedFile | null {
		return opening === null ? null : (this.#files.get(`${paperId} ${opening}`) ?? null);
	}

	remember(paperId: string, opening: string | null, file: DerivedFile): void {
		if (opening === null) return;
		this.#files.set(`${paperId} ${opening}`, file);
		const [oldest] = this.#files.keys();
		if (this.#files.size > rememberedOpenings && oldest !== undefined) this.#files.delete(oldest);
	}

	clear(): void {
		this.#files.clear();
	}

	get size(): number {
		return this.#files.size;
	}
}
