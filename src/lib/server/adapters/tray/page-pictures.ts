import type { Loss } from '../../../domain/fit-ladder.ts';
import { bilevelBytes, type PageFindings, type PaperPage } from '../../../domain/paper.ts';
import { failed, ok, type Result } from '../../../domain/result.ts';
import type { Documents, PageLook, PagePicture } from '../../../ports/documents.ts';
import type { TrayFault } from '../../../ports/tray.ts';
import type { HeldBytes, TrayStore } from './tray-store.ts';

/** The picture of a page, in memory until it is disposed of. */
export interface HeldPicture extends Disposable {
	readonly picture: PagePicture;
}

/** How a page is to look, by what was found on it and what the customer chose. */
export const lookOf = ({ findings, rotation, straightened, cropped, lightness }: PaperPage): PageLook => ({
	rotation,
	straightenDegrees: straightened ? (findings?.leaningDegrees ?? 0) : 0,
	crop: cropped ? (findings?.paperBox ?? null) : null,
	lightness
});

/** A page whose picture cannot be read has nothing to be found. */
const nothingFound: PageFindings = { maybeEmpty: false, leaningDegrees: 0, paperBox: null, bilevelBytes: null };

/** The pictures of scanned pages, one at a time in memory: as they came, as they are to look, or in black and white. */
export class PagePictures {
	readonly #store: TrayStore;
	readonly #documents: Documents;
	/** What the black and white files show, by page. */
	readonly #bilevel = new Map<string, Omit<PagePicture, 'bytes'>>();

	constructor(store: TrayStore, documents: Documents) {
		this.#store = store;
		this.#documents = documents;
	}

	/** Looks at a page; its picture in black and white is kept where there is room. Null: the session has ended. */
	async examine(page: PaperPage, signal: AbortSignal): Promise<PageFindings | null> {
		const examined = await this.#examined(page);
		if (signal.aborted) return null;
		if (!examined.ok) return nothingFound;
		const { findings, bilevel } = examined.value;
		if (bilevel !== null && this.#store.hasRoomFor(bilevel.bytes.length)) {
			const { bytes, ...shows } = bilevel;
			const file = await this.#store.derive(bilevelKey(page), () => [bytes]);
			if (file !== null) this.#bilevel.set(page.image.id, shows);
		}
		return signal.aborted ? null : findings;
	}

	/** The page as it goes into a PDF, with that loss; to be disposed of. */
	async take(page: PaperPage, loss: Loss | null): Promise<Result<HeldPicture, TrayFault>> {
		if (bilevelBytes(page) === null) return this.draw(page, loss);
		const file = this.#store.derived(bilevelKey(page));
		const shows = this.#bilevel.get(page.image.id);
		const held = file && shows ? await this.#store.read(file.id) : null;
		if (held && shows)
			return ok({ picture: { ...shows, bytes: held.bytes }, [Symbol.dispose]: () => held[Symbol.dispose]() });
		// Its room was needed.
		const again = await this.#examined(page);
		if (!again.ok) return again;
		const { bilevel } = again.value;
		return bilevel === null ? this.draw(page, loss) : ok({ picture: bilevel, [Symbol.dispose]: () => {} });
	}

	/** The page with all its shades; to be disposed of. */
	async draw(page: PaperPage, loss: Loss | null): Promise<Result<HeldPicture, TrayFault>> {
		const original = await this.#store.read(page.image.id);
		if (original === null) return failed('damaged');
		const drawn = await this.#documents.draw(pictureOf(page, original), lookOf(page), loss);
		if (drawn.ok && drawn.value.bytes === original.bytes)
			return ok({ picture: drawn.value, [Symbol.dispose]: () => original[Symbol.dispose]() });
		original[Symbol.dispose]();
		return drawn.ok ? ok({ picture: drawn.value, [Symbol.dispose]: () => {} }) : drawn;
	}

	clear(): void {
		this.#bilevel.clear();
	}

	get size(): number {
		return this.#bilevel.size;
	}

	async #examined(page: PaperPage): ReturnType<Documents['examine']> {
		using original = await this.#store.read(page.image.id);
		return original === null
			? failed('damaged')
			: await this.#documents.examine(pictureOf(page, original), page.image.preset);
	}
}

const pictureOf = ({ image }: PaperPage, { bytes }: HeldBytes): PagePicture => {
	const { widthPx, heightPx, resolutionDpi } = image;
	return { kind: 'jpeg', bytes, widthPx, heightPx, resolutionDpi };
};

const bilevelKey = ({ image }: PaperPage): string => `bilevel ${image.id}`;
