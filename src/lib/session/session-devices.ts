import type { Guide } from '../domain/channels/guide.ts';
import type { Language, LocalizedText } from '../domain/language.ts';
import type { PrintLimits } from '../domain/printing/print-limits.ts';
import type { WipeProof, WipeRecord } from '../domain/wipe.ts';
import type { SteadyClock } from '../ports/clock.ts';
import type { Portal } from '../ports/portal.ts';
import type { Printer } from '../ports/printer.ts';
import type { Scanner } from '../ports/scanner.ts';
import type { Tray } from '../ports/tray.ts';
import type { OutOfOrderReason } from './session-view.ts';

/** Every delay and limit of a visit. All in milliseconds or bytes; from the configuration, never literals in the machine. */
export interface SessionLimits {
	/** A visit ends after this, unless closing time comes first. */
	readonly visitMs: number;
	/** Minutes before the end at which the customer is warned, longest first. */
	readonly warnMinutes: readonly number[];
	/** After closing time a running visit may go on for this long. */
	readonly graceMs: number;
	/** Nobody at the machine for this long: it asks. */
	readonly idleMs: number;
	/** Time to answer the question; at least 20 s (WCAG 2.2.1, EN 301 549 9.2.2.1). */
	readonly answerMs: number;
	/** The welcome page without a press for this long: back to the languages. */
	readonly introMs: number;
	/** A wipe that takes longer has failed. */
	readonly wipeMs: number;
	/** The portal takes no bigger file. */
	readonly uploadBytes: number;
	readonly print: PrintLimits;
}

/** Whether the computer is open for customers. */
export interface OpeningHours {
	readonly open: boolean;
	/** When it closes; null while closed, or when it never does. Milliseconds since the epoch. */
	readonly closesAt: number | null;
	/** When it opens next; null when open, or when no opening is known. */
	readonly nextOpen: number | null;
}

/** Everything the session needs from the world. Tests give simulated ones. */
export interface SessionDevices {
	readonly scanner: Scanner;
	readonly printer: Printer;
	readonly portal: Portal;
	readonly tray: Tray;
	readonly clock: SteadyClock;
	/** Looks whether the machine may serve at all (storage in memory …); runs once at the start. */
	prepare(signal: AbortSignal): Promise<OutOfOrderReason | null>;
	/** Covers the screen, wipes everything, proves it. `onProof` tells each step as it is done. */
	wipe(reason: WipeRecord['reason'], onProof: (proof: WipeProof) => void, signal: AbortSignal): Promise<WipeRecord>;
	/** Where the portal starts in this language. */
	portalStartUrl(language: Language): string;
	/** What the bar calls a host: "OmaKela", "Suomi.fi-tunnistus"; null for a host without a name of its own. */
	placeName(host: string): LocalizedText | null;
	/** The channels that there are, by id. */
	hasChannel(channelId: string): boolean;
	/** Where a channel's site is: one of its own, or the portal itself; null where it has none that opens here. */
	channelSite(channelId: string): ChannelSite | 'portal' | null;
	/** Null: none is configured. */
	guide(): Guide | null;
}

/** A channel's site in the locked portal, with the only hosts that it may reach. */
export interface ChannelSite {
	readonly startUrl: string;
	readonly hosts: readonly string[];
}
