/** Runs something after so many milliseconds; calling what it returns prevents that. */
export type After = (milliseconds: number, run: () => void) => () => void;

export const realAfter: After = (milliseconds, run) => {
	const timer = setTimeout(run, milliseconds);
	return () => clearTimeout(timer);
};

export interface BackgroundOptions {
	readonly after: After;
	/** So long nothing must have happened before it begins or goes on. */
	readonly quietMs: number;
	/** The next piece of work, or null when all is done; asked again after each. */
	readonly next: () => (() => Promise<void>) | null;
	/** Resolves when what goes first is done. */
	readonly goFirst: () => Promise<void>;
	/** Runs the loop so that a wipe knows of it. */
	readonly start: (loop: () => Promise<void>) => void;
}

/** Work that waits until nobody else needs the machine: one piece at a time, only while it is quiet. */
export class BackgroundWork {
	readonly #options: BackgroundOptions;
	/** Set while it is not quiet. */
	#cancelTimer: (() => void) | null = null;
	#running = false;

	constructor(options: BackgroundOptions) {
		this.#options = options;
	}

	/** Something happened: there may be work, but not now. */
	disturb(): void {
		this.stop();
		const { after, quietMs, start } = this.#options;
		this.#cancelTimer = after(quietMs, () => {
			this.#cancelTimer = null;
			if (!this.#running) start(() => this.#work());
		});
	}

	/** Begins nothing more until it is disturbed again. */
	stop(): void {
		this.#cancelTimer?.();
		this.#cancelTimer = null;
	}

	async #work(): Promise<void> {
		const { next, goFirst } = this.#options;
		this.#running = true;
		try {
			for (;;) {
				await goFirst();
				const piece = this.#cancelTimer === null ? next() : null;
				if (piece === null) return;
				await piece();
			}
		} finally {
			this.#running = false;
		}
	}
}
