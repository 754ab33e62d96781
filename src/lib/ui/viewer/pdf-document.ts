import { AnnotationMode, getDocument, GlobalWorkerOptions, VerbosityLevel } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerUrl;

/** pdf.js's own data files (character maps, stand-in fonts, picture decoders) by name, each fetched only when a document needs it. */
const dataFiles: Readonly<Record<string, string>> = {
	...import.meta.glob<string>('../../../../node_modules/pdfjs-dist/wasm/*.{wasm,js}', {
		query: '?url',
		import: 'default',
		eager: true
	}),
	...import.meta.glob<string>('../../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', {
		query: '?url',
		import: 'default',
		eager: true
	})
};
const addressByName = new Map(
	Object.entries(dataFiles).map(([path, address]) => [path.slice(path.lastIndexOf('/') + 1), address])
);

class OwnDataFiles {
	async fetch({ filename }: { kind: string; filename: string }): Promise<Uint8Array> {
		const address = addressByName.get(filename);
		if (address === undefined) throw new Error('not a data file of the viewer');
		const response = await fetch(address);
		if (!response.ok) throw new Error('data file of the viewer is missing');
		return new Uint8Array(await response.arrayBuffer());
	}
}

/** A page is never drawn with more pixels than this; a 600 dpi photo zoomed in would not fit in memory. */
const maxCanvasPixels = 16_000_000;
/** A picture inside a document with more is not drawn: A3 at 600 dpi has fewer, a hostile one would take all memory. */
const maxImagePixels = 100_000_000;

export interface OpenDocument {
	readonly pageCount: number;
	/** Draws a page (from 1) so that it fits the box at zoom 1, and sizes the canvas. Rejects when the signal aborts. */
	draw(
		canvas: HTMLCanvasElement,
		page: number,
		box: { width: number; height: number },
		zoom: number,
		signal: AbortSignal
	): Promise<void>;
	close(): void;
}

/**
 * Opens a PDF of the kiosk for looking only. pdf.js runs scripts, follows links and fills forms in layers of its own beside the
 * page; none of them is made here, and this version evaluates no code. What stands in form fields is drawn as it prints.
 * Nothing is loaded from outside. Of a long document only the parts are fetched that a page needs, where the server answers
 * ranges. Rejects when it is no readable PDF.
 */
export async function openDocument(url: string): Promise<OpenDocument> {
	const task = getDocument({
		url,
		enableXfa: false,
		maxImageSize: maxImagePixels,
		stopAtErrors: false,
		disableAutoFetch: true,
		disableStream: true,
		useWorkerFetch: false,
		useSystemFonts: false,
		BinaryDataFactory: OwnDataFiles,
		// Only tell pdf.js that such files exist; OwnDataFiles knows where.
		wasmUrl: '/',
		standardFontDataUrl: '/',
		verbosity: VerbosityLevel.ERRORS
	});
	const pdf = await task.promise;

	return {
		pageCount: pdf.numPages,
		async draw(canvas, pageNumber, box, zoom, signal) {
			const page = await pdf.getPage(pageNumber);
			signal.throwIfAborted();
			const natural = page.getViewport({ scale: 1 });
			const fit = Math.min(box.width / natural.width, box.height / natural.height);
			const cssScale = fit * zoom;
			const density = Math.min(
				window.devicePixelRatio,
				Math.sqrt(maxCanvasPixels / (natural.width * natural.height)) / cssScale
			);
			const viewport = page.getViewport({ scale: cssScale * density });
			// Drawn aside first, so that the page on screen does not flash white.
			const fresh = document.createElement('canvas');
			fresh.width = Math.floor(viewport.width);
			fresh.height = Math.floor(viewport.height);
			const drawing = page.render({ canvas: fresh, viewport, annotationMode: AnnotationMode.ENABLE });
			const stop = () => drawing.cancel();
			signal.addEventListener('abort', stop, { once: true });
			try {
				await drawing.promise;
			} finally {
				signal.removeEventListener('abort', stop);
				page.cleanup();
			}
			signal.throwIfAborted();
			canvas.width = fresh.width;
			canvas.height = fresh.height;
			canvas.style.width = `${Math.floor(natural.width * cssScale)}px`;
			canvas.style.height = `${Math.floor(natural.height * cssScale)}px`;
			canvas.getContext('2d')?.drawImage(fresh, 0, 0);
		},
		close: () => void task.destroy()
	};
}
