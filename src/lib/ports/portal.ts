import type { Result } from '../domain/result.ts';
import type { Wipeable } from './wipeable.ts';

/** Why there is no portal (any more). */
export const portalFaults = ['not-installed', 'did-not-start', 'crashed', 'not-reachable'] as const;
export type PortalFault = (typeof portalFaults)[number];

/** A fault and, for the technician only, what was seen. Never holds an address with a path. */
export interface PortalFaultReport {
	readonly fault: PortalFault;
	readonly detail: string;
}

/** What a file input of the page asks for (HTML `accept` and `multiple`). */
export interface FileChooser {
	readonly id: string;
	/** Media types and extensions as the page wrote them, lower-cased; empty: anything. */
	readonly accept: readonly string[];
	readonly multiple: boolean;
}

/** A document that is handed to a file input: the name the portal will see, and its bytes. */
export interface HandedFile {
	readonly name: string;
	readonly bytes: Uint8Array;
}

/** What the portal tells. Nothing here holds a path or a query of an address. */
export type PortalEvent =
	/** Which host the page on top is of, and how many pages are open. */
	| { type: 'place changed'; host: string; pagesOpen: number }
	| { type: 'file chooser opened'; chooser: FileChooser }
	/** A page's file input went away (navigation, page closed) before it was answered. */
	| { type: 'file chooser gone'; chooserId: string }
	| { type: 'download finished'; name: string; bytes: Uint8Array }
	| { type: 'download failed'; reason: 'too-big' | 'cancelled' | 'refused-type' }
	/** The page (window.print) or the customer asked for paper; the page as a PDF. */
	| { type: 'page captured'; bytes: Uint8Array }
	/** The customer followed a link to a host that is not on the list; only the host is told. */
	| { type: 'navigation refused'; host: string }
	| { type: 'ended'; report: PortalFaultReport };

export interface PortalOpening {
	/** Where the portal starts; its host is on the allow-list. */
	readonly startUrl: string;
	/** The only hosts that this browser may reach, of whatever kind; left out: those of the portal. */
	readonly hosts?: readonly string[];
	/** BCP 47; the browser's Accept-Language. */
	readonly language: string;
	readonly onEvent: (event: PortalEvent) => void;
}

/** Why files did not reach a file input. */
export type FileChooserFault = 'too-big' | 'gone';

/** One disposable browser of one session. */
export interface OpenPortal {
	/** Lets the page be seen in the work area. */
	show(): Promise<Result<void, PortalFaultReport>>;
	/** Takes it off the screen at once; the page lives on. */
	hide(): Promise<void>;
	/**
	 * Hands files to a file input, or cancels it (empty list). `too-big`: together they are more than the portal takes in one
	 * submission; none was handed over and the input is answered as by a cancel. `gone`: the portal, the page or its input
	 * is not there (any more), or is answered already; nothing changes.
	 */
	answerFileChooser(chooserId: string, files: readonly HandedFile[]): Promise<Result<void, FileChooserFault>>;
	/** One step back in the page's history; nothing at the first page. */
	back(): Promise<void>;
	/** Closes the page on top when another lies below it. */
	closePage(): Promise<void>;
	/** Makes a PDF of the page on top; arrives as `page captured`. */
	capturePage(): Promise<void>;
}

export interface Portal extends Wipeable {
	/** Starts the capsule hidden, the start page loading, so that showing it takes no waiting. One at a time: one that is still open is ended first. */
	warm(opening: PortalOpening, signal: AbortSignal): Promise<Result<OpenPortal, PortalFaultReport>>;
}
