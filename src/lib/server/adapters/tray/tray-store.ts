import { letGo, type PaperFiles } from './paper-files.ts';

/** A file that can be made again from what was taken in. */
export interface DerivedFile {
	readonly id: string;
	readonly sizeBytes: number;
}

/** Bytes of a file that lie in memory. */
export interface HeldBytes extends Disposable {
	readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface StoreOptions {
	readonly files: PaperFiles;
	readonly maxBytes: number;
	readonly newId: () => string;
	/** The ids of what lies in the tray now. */
	readonly shown: () => ReadonlySet<string>;
	/** Gives up the oldest undo and tells the ids that nobody needs any more; null: there is none. */
	readonly forgetOldest: () => readonly string[] | null;
}

/**
 * The bytes of one session within a bound. When room is needed, first what can be made again goes, the longest unused before the others,
 * then what only an undo would need.
 */
export class TrayStore {
	readonly #options: StoreOptions;
	/** Another map for each session: who still holds the old one belongs to a session that is over, and its file went with the folder. */
	#kept = new Map<string, number>();
	/** By what they show, the longest unused first. */
	readonly #derived = new Map<string, DerivedFile>();
	#usedBytes = 0;

	constructor(options: StoreOptions) {
		this.#options = options;
	}

	/** Takes bytes in. False when there is no room whatever goes, or when the session ended meanwhile. */
	async keep(id: string, bytes: Uint8Array): Promise<boolean> {
		const { files, maxBytes } = this.#options;
		const session = this.#kept;
		while (session === this.#kept && this.#shownBytes() + bytes.length <= maxBytes) {
			if (this.#usedBytes + bytes.length <= maxBytes) {
				this.#usedBytes += bytes.length;
				const written = await files.write(id, [bytes]);
				if (session !== this.#kept) return false;
				if (written !== null) {
					session.set(id, bytes.length);
					return true;
				}
				this.#usedBytes -= bytes.length;
			}
			if (!this.#makeRoom()) return false;
		}
		return false;
	}

	/**
	 * Makes a file that shows what `key` says. Null when the disk has no room, or when the session ended meanwhile. It may go beyond the
	 * bound: a full tray can still be printed.
	 */
	async derive(
		key: string,
		pieces: () => Iterable<Uint8Array> | AsyncIterable<Uint8Array>
	): Promise<DerivedFile | null> {
		const { files, maxBytes, newId } = this.#options;
		const session = this.#kept;
		while (session === this.#kept) {
			const id = newId();
			const sizeBytes = await files.write(id, pieces());
			if (session !== this.#kept) return null;
			if (sizeBytes !== null) {
				this.drop(key);
				const made = { id, sizeBytes };
				this.#derived.set(key, made);
				this.#usedBytes += sizeBytes;
				for (const [oldest] of this.#derived) if (this.#usedBytes > maxBytes && oldest !== key) this.drop(oldest);
				return made;
			}
			if (!this.#makeRoom()) return null;
		}
		return null;
	}

	/** What was made for this key, if it is still there. */
	derived(key: string): DerivedFile | null {
		const made = this.#derived.get(key);
		if (made === undefined) return null;
		this.#derived.delete(key);
		this.#derived.set(key, made);
		return made;
	}

	/** Whether so many bytes more need nothing to go. */
	hasRoomFor(bytes: number): boolean {
		return this.#usedBytes + bytes <= this.#options.maxBytes;
	}

	/** Removes what was made for this key. */
	drop(key: string): void {
		const made = this.#derived.get(key);
		if (made === undefined) return;
		this.#derived.delete(key);
		this.#delete(made.id);
	}

	/** Removes what was taken in and nobody needs any more. */
	release(ids: Iterable<string>): void {
		for (const id of ids) if (this.#kept.delete(id)) this.#delete(id);
	}

	/** The bytes of a file, in memory until they are disposed of. Null when the file is gone. */
	async read(id: string): Promise<HeldBytes | null> {
		const bytes = await this.#options.files.read(id);
		return bytes === null ? null : { bytes, [Symbol.dispose]: () => letGo(bytes) };
	}

	/** Begins a new session; the folder itself goes by the wipe. */
	clear(): void {
		this.#kept = new Map();
		this.#derived.clear();
		this.#usedBytes = 0;
	}

	/** How many files it knows of. */
	get size(): number {
		return this.#kept.size + this.#derived.size;
	}

	#shownBytes(): number {
		let bytes = 0;
		for (const id of this.#options.shown()) bytes += this.#kept.get(id) ?? 0;
		return bytes;
	}

	#makeRoom(): boolean {
		const [unused] = this.#derived.keys();
		if (unused !== undefined) {
			this.drop(unused);
			return true;
		}
		const unneeded = this.#options.forgetOldest();
		if (unneeded === null) return false;
		this.release(unneeded);
		return true;
	}

	/** What cannot be removed still takes its room; the wipe tells. */
	#delete(id: string): void {
		this.#usedBytes -= this.#options.files.delete(id) ?? 0;
	}
}
