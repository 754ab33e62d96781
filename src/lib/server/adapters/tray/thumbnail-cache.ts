import type { Result } from '../../../domain/result.ts';
import type { TrayFault } from '../../../ports/tray.ts';

type Thumbnail = Result<Uint8Array, TrayFault>;

/** Keeps the latest thumbnails within a bound; each is made once, and few at a time. */
export class ThumbnailCache {
	readonly #maxBytes: number;
	readonly #atOnce: number;
	readonly #made = new Map<string, Uint8Array>();
	readonly #making = new Map<string, Promise<Thumbnail>>();
	readonly #waiting: (() => void)[] = [];
	#running = 0;
	#bytes = 0;
	#epoch = 0;

	constructor({ maxBytes, atOnce }: { maxBytes: number; atOnce: number }) {
		this.#maxBytes = maxBytes;
		this.#atOnce = atOnce;
	}

	/** The picture of a file, `variant` telling which of its pages or turns. */
	get(fileId: string, variant: string, make: () => Promise<Thumbnail>): Promise<Thumbnail> {
		const key = `${fileId} ${variant}`;
		const made = this.#made.get(key);
		if (made !== undefined) {
			this.#made.delete(key);
			this.#made.set(key, made);
			return Promise.resolve({ ok: true, value: made });
		}
		const running = this.#making.get(key);
		if (running !== undefined) return running;
		const epoch = this.#epoch;
		const making = this.#inTurn(make)
			.then((thumbnail) => {
				if (epoch === this.#epoch && thumbnail.ok) this.#keep(key, thumbnail.value);
				return thumbnail;
			})
			.finally(() => {
				if (epoch === this.#epoch) this.#making.delete(key);
			});
		this.#making.set(key, making);
		return making;
	}

	/** Resolves when none is being made. */
	async idle(): Promise<void> {
		while (this.#making.size > 0) await Promise.allSettled(this.#making.values());
	}

	/** Forgets everything; what is still being made is not kept. */
	clear(): void {
		this.#epoch += 1;
		this.#made.clear();
		this.#making.clear();
		this.#bytes = 0;
	}

	get size(): number {
		return this.#made.size + this.#making.size;
	}

	#keep(key: string, bytes: Uint8Array): void {
		this.#made.set(key, bytes);
		this.#bytes += bytes.length;
		for (const [oldest, { length }] of this.#made) {
			if (this.#bytes <= this.#maxBytes) return;
			this.#made.delete(oldest);
			this.#bytes -= length;
		}
	}

	async #inTurn(make: () => Promise<Thumbnail>): Promise<Thumbnail> {
		if (this.#running >= this.#atOnce) await new Promise<void>((start) => this.#waiting.push(start));
		else this.#running += 1;
		try {
			return await make();
		} finally {
			const next = this.#waiting.shift();
			if (next === undefined) this.#running -= 1;
			else next();
		}
	}
}
