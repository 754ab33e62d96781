/** A word on a page and where it stands, in pixels from the upper left. */
export interface Word {
	readonly text: string;
	readonly left: number;
	readonly top: number;
	readonly width: number;
	readonly height: number;
}

/** Reads the words of a page image (OCR). Slow: seconds a page; works in the background and can be cut off. */
export interface TextReader {
	/** The words in reading order; empty where nothing can be read, or where the reading failed. Rejects only on abort. */
	read(jpeg: Uint8Array, resolutionDpi: number, signal: AbortSignal): Promise<readonly Word[]>;
}
