import type { Guide, GuideStep } from '../domain/channels/guide.ts';
import type { HoursRule } from '../domain/hours/schedule.ts';
import type { Language, LocalizedText } from '../domain/language.ts';
import type { Compression, Paper } from '../domain/paper.ts';
import type { PaperEdit } from '../domain/paper-edits.ts';
import type { WipeProof, WipeStepName } from '../domain/wipe.ts';
import type { DisplayLock } from '../ports/display.ts';
import type { FileChooser, PortalFault } from '../ports/portal.ts';
import type { PageSize } from '../domain/printing/fit-to-a4.ts';
import type { PrintColour, PrinterAttributes, PrinterNote, PrintFault, PrintSides } from '../ports/printer.ts';
import type { ScanFault, ScannerCapabilities, ScanSource } from '../ports/scanner.ts';
import type { TrayFault } from '../ports/tray.ts';

/** What a screen shows: flat, whole, serialisable; sent again after each change. All times in milliseconds since the epoch. */
export interface SessionView {
	/** Grows with each change; lets a screen drop what arrives late. */
	readonly sequence: number;
	/** The kiosk's clock when this was made; a screen counts down from it, never from its own clock. */
	readonly now: number;
	readonly point: PointView;
	/** What a person trying the program must know: no lock-down, simulated devices, opened outside the hours. */
	readonly trial: TrialView;
	readonly state: StateView;
}

export interface PointView {
	readonly name: LocalizedText;
	readonly address: { readonly street: string; readonly city: string };
	readonly timeZone: string;
	/** The name of the portal, e.g. OmaKela, MittFPA. */
	readonly portalName: LocalizedText;
}

export interface TrialView {
	readonly lock: DisplayLock;
	readonly ignoresHours: boolean;
	readonly simulatedScanner: boolean;
	readonly simulatedPrinter: boolean;
}

export type StateView =
	| { readonly name: 'starting' }
	| { readonly name: 'wiping'; readonly proven: readonly WipeStepName[]; readonly steps: readonly WipeStepName[] }
	| {
			readonly name: 'closed';
			readonly hours: ClosedHoursView;
			readonly others: readonly OtherComputerView[];
	  }
	| {
			readonly name: 'ready';
			readonly language: Language | null;
			readonly limitMs: number;
			readonly closesAt: number | null;
			readonly scannerTrouble: ScannerTrouble | null;
			readonly printerHealth: PrinterHealth | null;
	  }
	| VisitView
	| {
			readonly name: 'outOfOrder';
			readonly reason: OutOfOrderReason;
			readonly proofs: readonly WipeProof[];
			readonly others: readonly OtherComputerView[];
	  };

export type OutOfOrderReason = 'wipe-not-proven' | 'wipe-failed' | 'unsafe-storage' | 'screen-lost' | 'clock-wrong';

/** What the house knows to be wrong with the scanner; `other-device`: what answers is not the scanner that was configured. */
export type ScannerTrouble = ScanFault | 'other-device';

/** How the printer is, as the house last found it, whether or not somebody prints. */
export interface PrinterHealth {
	readonly state: 'ok' | PrintFault;
	readonly notes: readonly PrinterNote[];
}

/** Another customer computer of the same point, by the name on its label. */
export interface OtherComputerView {
	readonly name: string;
	/** `unknown`: it does not answer, or not as it should. */
	readonly state: ComputerState | 'unknown';
}

export const computerStates = ['free', 'inUse', 'closed', 'wiping', 'outOfOrder'] as const;
export type ComputerState = (typeof computerStates)[number];

/** Why a computer is closed: a rule of the opening hours, or staff. */
export type ClosedBecause = { readonly kind: 'hours'; readonly rule: HoursRule } | { readonly kind: 'by hand' };

/** Whether a service answers this minute, and what comes next. */
export interface ServiceHoursView {
	readonly openNow: boolean;
	/** When it closes; null while closed, or when it never does. */
	readonly until: number | null;
	/** When it opens next; null while open, or when no opening is known. */
	readonly nextOpen: number | null;
}

export interface OtherPointView extends ServiceHoursView {
	readonly id: string;
	readonly name: LocalizedText;
	readonly address: { readonly street: string; readonly city: string };
}

export interface ClosedHoursView {
	readonly why: ClosedBecause;
	readonly nextOpen: number | null;
	/** The other points: those that are open now first, then those that open first; the nearer one where that is the same. */
	readonly nearest: readonly OtherPointView[];
	/** Null where the point has no phone hours. */
	readonly phone: ServiceHoursView | null;
	/** The QR codes at `/api/take-along/ID`, and the address that each leads to. */
	readonly takeAlong: readonly { readonly id: string; readonly address: string }[];
}

/** One customer's visit. */
export interface VisitView {
	readonly name: 'inSession';
	readonly language: Language;
	readonly startedAt: number;
	readonly screen: ScreenView;
	readonly presence: { readonly state: 'present' } | { readonly state: 'asked'; readonly answerBy: number };
	readonly time: TimeView;
	readonly portal: PortalView;
	/** The channel whose site the portal's browser is for, with its name; null: the portal itself. */
	readonly site: SiteView | null;
	/** A page waits for an attachment, also while the customer is at another screen; `enter portal` leads back to it. */
	readonly attachWaits: boolean;
	readonly scanning: ScanningView;
	readonly printing: PrintingView;
	/** Null: nobody has looked. */
	readonly printerHealth: PrinterHealth | null;
	/** What the visit may still print, from the configuration; null: no limit. */
	readonly printLimits: { readonly sidesLeft: number | null; readonly copiesPerPrint: number | null };
	readonly help: 'none' | 'called' | 'coming';
	readonly papers: readonly Paper[];
	/** What "undo" would take back; null: nothing. */
	readonly undoable: PaperEdit['type'] | null;
	/** One thing to tell that is no screen of its own; stays until dismissed or replaced. */
	readonly notice: NoticeView | null;
}

/** What lies on the screen. `portal` leaves only the bar to us; `attach` is our tray answering the page's file input. */
export type ScreenView =
	| { readonly name: 'home' }
	| { readonly name: 'scan' }
	| { readonly name: 'papers' }
	| { readonly name: 'channels' }
	| { readonly name: 'paper'; readonly paperId: string }
	| { readonly name: 'print'; readonly paperId: string }
	| { readonly name: 'portal' }
	| {
			readonly name: 'attach';
			readonly chooser: FileChooser;
			/** The page takes no bigger file. */
			readonly maxBytes: number;
			/** A paper that is made smaller for it; null: one is chosen. */
			readonly fit: FitView | null;
	  }
	/** One channel; `cameFrom` is where back leads. */
	| { readonly name: 'channel'; readonly channelId: string; readonly cameFrom: 'channels' | 'guide' }
	/** Which question or advice the answers so far have led to; its words are in the `ChannelsOffer`. */
	| { readonly name: 'guide'; readonly step: GuideStep; readonly answered: number }
	/** "OmaKela will be closed." `opens` null: it is the portal that opens. */
	| { readonly name: 'confirm leaving'; readonly opens: SiteView | null }
	/** "End your visit? Everything is deleted." */
	| { readonly name: 'confirm end' };

/** How a paper is made to fit a page that asks for it. */
export type FitView =
	/** `total` 0: not known yet. */
	| { readonly state: 'fitting'; readonly paperId: string; readonly done: number; readonly total: number }
	/** The paper is the smaller one already; it was so large before. */
	| {
			readonly state: 'fitted';
			readonly paperId: string;
			readonly bytesBefore: number;
			readonly compression: Compression;
	  }
	/** So many of its first pages would fit. */
	| { readonly state: 'cannot fit'; readonly paperId: string; readonly pagesThatFit: number }
	| { readonly state: 'failed'; readonly paperId: string; readonly fault: TrayFault };

/** A channel that has the portal's browser, by its name. */
export interface SiteView {
	readonly channelId: string;
	readonly name: LocalizedText;
}

export interface TimeView {
	readonly state: 'running' | 'ending soon' | 'grace';
	/** When the visit ends by itself: session limit or closing time, whichever is first, never earlier than told; in grace its end. */
	readonly endsAt: number;
	readonly because: 'limit' | 'closing';
	/** The last warning that was reached, in minutes before the end. */
	readonly warnedMinutes: number | null;
}

export type PortalView =
	| { readonly state: 'none' }
	| { readonly state: 'warming'; readonly wanted: boolean }
	| {
			readonly state: 'warm' | 'shown' | 'hidden';
			readonly placeName: LocalizedText | null;
			readonly pagesOpen: number;
	  }
	| { readonly state: 'failed'; readonly fault: PortalFault };

export type ScanningView =
	| { readonly state: 'idle' }
	/** `takesLong`: longer than a customer waits without a word. */
	| { readonly state: 'starting'; readonly takesLong: boolean }
	/** Begins by itself when paper lies in the feeder, or on `continue scan`; `unknown`: only so, since the device cannot tell. */
	| {
			readonly state: 'waiting for paper';
			readonly feeder: 'empty' | 'loaded' | 'unknown';
			readonly paperId: string | null;
			readonly pagesReceived: number;
	  }
	| { readonly state: 'taking pages'; readonly paperId: string; readonly pagesReceived: number }
	| {
			readonly state: 'done';
			readonly source: ScanSource;
			readonly paperId: string;
			readonly pagesReceived: number;
			readonly sheets: number;
	  }
	/** `over`: the device says that it is well again. `continue scan` goes on into the same paper, also before that. */
	| {
			readonly state: 'failed';
			readonly fault: ScanFault;
			readonly over: boolean;
			readonly feeder: 'empty' | 'loaded' | 'unknown';
			readonly source: ScanSource;
			readonly paperId: string | null;
			readonly pagesReceived: number;
	  };

export type PrintingView =
	| { readonly state: 'idle' }
	| {
			/**
			 * As it goes: `asking` the printer whether it takes the print; the document is being `sending`; the printer has all of it (`sent`);
			 * it is `printing`, or `waiting` for somebody to mend it, which clears by itself. The rest is final: `done` says that the printer
			 * has let the last page go, `cancelled` that the customer took it back.
			 */
			readonly state: 'asking' | 'sending' | 'sent' | 'printing' | 'waiting' | 'done' | 'failed' | 'cancelled';
			readonly paperId: string;
			readonly copies: number;
			readonly sheets: number;
			readonly impressionsCompleted: number;
			readonly impressions: number;
			readonly fault: PrintFault | null;
	  };

export type NoticeView =
	| { readonly kind: 'paper arrived'; readonly paperId: string }
	| {
			readonly kind: 'download refused';
			readonly reason: Exclude<TrayFault, 'not-found' | 'full'> | 'cancelled' | 'tray-full';
	  }
	| { readonly kind: 'navigation refused'; readonly host: string }
	| { readonly kind: 'portal ended' }
	| {
			readonly kind: 'paper could not be used';
			readonly reason: TrayFault;
	  };

/** What the scan and print screens may offer; asked from the devices, not part of the stream. */
export interface DeviceOffer {
	readonly scanner: Pick<ScannerCapabilities, 'sources' | 'duplex'> | { readonly fault: ScanFault };
	readonly printer:
		| Pick<PrinterAttributes, 'sides' | 'colours' | 'maxCopies' | 'pageRanges' | 'scaling'>
		| { readonly fault: PrintFault };
}

/** The pages of a paper as they would be printed, asked when a print is prepared, not part of the stream. */
export interface PagesToPrint {
	readonly pages: readonly PageToPrint[];
}
export interface PageToPrint extends PageSize {
	/** Its word in the address of its thumbnail. */
	readonly id: string;
}

/** Every channel as it is at this moment, and the guide to them; asked from the kiosk, not part of the stream. */
export interface ChannelsOffer {
	readonly channels: readonly ChannelOffer[];
	readonly guide: Guide | null;
	/** When this was true, and when the first of the open marks changes. Milliseconds since the epoch. */
	readonly at: number;
	readonly changesAt: number | null;
}

export interface ChannelOffer {
	readonly id: string;
	readonly name: LocalizedText;
	/** One line for the list. */
	readonly summary: LocalizedText;
	readonly purpose: LocalizedText;
	readonly goodToKnow: readonly LocalizedText[];
	readonly hours: ChannelHours;
	/** BCP 47; empty: they vary. */
	readonly languages: readonly ChannelLanguage[];
	readonly cost: LocalizedText | null;
	readonly url: string | null;
	readonly postalAddress: string | null;
	/** Whether its site opens in the locked portal, as the portal itself or in a browser of its own. */
	readonly opens: 'portal' | 'site' | null;
}

/** Languages in which a channel serves; more than the screen itself speaks. */
export type ChannelLanguage = Language | 'se' | 'smn' | 'sms';

export type ChannelHours =
	| { readonly kind: 'always' }
	/** They vary from place to place. */
	| { readonly kind: 'varies' }
	| {
			readonly kind: 'scheduled';
			readonly open: boolean;
			/** When it closes; null while closed, or when it never does. */
			readonly closesAt: number | null;
			readonly nextOpen: number | null;
			/** Of the seven days from today on, those on which it opens; minutes of the local day, past midnight above 1440. */
			readonly days: readonly ChannelDay[];
	  };

export interface ChannelDay {
	/** ISO 8601: Monday is 1. */
	readonly weekday: number;
	readonly intervals: readonly { readonly startMinute: number; readonly endMinute: number }[];
}

export type { PrintColour, PrintSides, ScanFault };
