import type { Result } from '../domain/result.ts';
import type { Wipeable } from './wipeable.ts';

/** Why there is no trusted screen. */
export type DisplayFault = 'not-installed' | 'no-x-server' | 'did-not-start' | 'crashed';

export interface DisplayFaultReport {
	readonly fault: DisplayFault;
	readonly detail: string;
}

/** How safe the customer screen is: `locked` shell (i3, bar that nothing covers), or any `browser` at the printed address. */
export type DisplayLock = 'locked' | 'browser';

/** The customer's screen as a whole. Its own wipe (step `screen`) is the page's history and storage. */
export interface Display extends Wipeable {
	readonly lock: DisplayLock;
	/** The selections of the screen's X server (step `clipboard`). */
	readonly clipboard: Wipeable;
	/** Opens the customer screen at this address (its token inside) over the whole screen. */
	open(url: string, signal: AbortSignal): Promise<Result<void, DisplayFaultReport>>;
	/** The customer screen covers everything (30–100 ms). */
	coverAll(): Promise<void>;
	/** The customer screen shrinks to the bar and the work area shows the portal. */
	showBar(): Promise<void>;
	/** Calls back at each sign that somebody is at keyboard, pointer or touch, over all windows. Returns how to stop. */
	onActivity(listener: () => void): () => void;
	/** Calls back when the screen is lost (browser or window manager died). Returns how to stop. */
	onLost(listener: (report: DisplayFaultReport) => void): () => void;
	close(): Promise<void>;
}
