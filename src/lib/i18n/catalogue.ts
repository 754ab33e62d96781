import type { PaperEdit } from '../domain/paper-edits.ts';
import type { Lightness } from '../domain/paper.ts';
import type { PortalFault } from '../ports/portal.ts';
import type { PrintColour, PrintFault } from '../ports/printer.ts';
import type { ScanFault, ScanPreset, ScanSides, ScanSource } from '../ports/scanner.ts';
import type { TrayFault } from '../ports/tray.ts';
import type { ChannelLanguage, NoticeView } from '../session/session-view.ts';
import type { Advice, StartCatalogue } from './start/start-catalogue.ts';

export type { Advice };

type NoticeOf<Kind extends NoticeView['kind']> = Extract<NoticeView, { kind: Kind }>;

/** How a thing is called and one line that explains it. */
export interface Choice {
	readonly label: string;
	readonly detail: string;
}

/**
 * Every text that a customer can meet, in one language. The other languages have the same shape, so a missing text is a
 * type error. Texts with parameters are functions and take care of plurals themselves.
 */
export interface Catalogue extends StartCatalogue {
	readonly bar: {
		readonly label: string;
		readonly youAreIn: string;
		readonly timeLeft: string;
		readonly closesIn: string;
		readonly finishNow: string;
		readonly minutesLeft: (minutes: number) => string;
		readonly secondsLeft: (seconds: number) => string;
		readonly warning: Readonly<Record<'limit' | 'closing', (minutes: number) => string>>;
		readonly grace: string;
		readonly papers: string;
		readonly returnTo: (portalName: string) => string;
		readonly portalBack: string;
		readonly capturePage: string;
		readonly closePage: string;
		readonly closePageOf: (pagesOpen: number) => string;
		readonly help: string;
		readonly helpCalled: string;
		readonly helpCalledDetail: string;
		readonly helpComing: string;
		readonly end: string;
	};

	readonly home: {
		readonly heading: string;
		readonly enterPortal: (portalName: string) => Choice;
		readonly returnToPortal: (portalName: string) => Choice;
		readonly openingPortal: (portalName: string) => string;
		/** What stands on the portal's tile while it cannot be used; pressing tries again. */
		readonly portalUnavailable: string;
		readonly scan: Choice;
		readonly print: (papers: number) => Choice;
		readonly papers: (count: number) => Choice;
		readonly channels: Choice;
		readonly help: Choice;
		readonly cancelHelp: Choice;
		readonly helpIsComing: Choice;
	};

	readonly scan: {
		readonly heading: string;
		readonly asking: string;
		readonly sourceHeading: string;
		readonly sources: Readonly<Record<ScanSource, Choice>>;
		readonly sidesHeading: string;
		readonly sides: Readonly<Record<ScanSides, Choice>>;
		readonly presetHeading: string;
		readonly presets: Readonly<Record<ScanPreset, Choice>>;
		readonly start: string;
		readonly starting: string;
		readonly startingDetail: string;
		readonly startingSlowly: string;
		/** While the feeder is empty. */
		readonly waiting: {
			readonly heading: string;
			readonly beginsByItself: string;
			readonly pressStart: string;
			readonly papersSeen: string;
			readonly start: string;
			readonly back: string;
			readonly wasAll: string;
		};
		readonly taking: string;
		readonly received: (pages: number) => string;
		readonly cancel: string;
		readonly cancelDetail: string;
		readonly isThatRight: (pages: number, sheets?: number) => string;
		readonly checkPages: string;
		readonly looksEmpty: (pages: number) => string;
		/** Under the small picture of a page that looks empty. */
		readonly emptyMark: string;
		readonly lookAtPages: string;
		readonly takeOriginal: string;
		readonly yesToPapers: string;
		readonly toPapers: string;
		readonly more: string;
		/** After each page from the glass. */
		readonly glass: {
			readonly heading: (pages: number) => string;
			readonly lead: string;
			readonly next: string;
			readonly wasAll: string;
		};
		readonly kept: (pages: number) => string;
		readonly nothingKept: string;
		/** After a fault. */
		readonly after: {
			readonly heading: string;
			readonly paperLies: string;
			readonly putPaperIn: string;
			readonly putOnGlass: string;
			readonly goOn: string;
			readonly back: string;
		};
	};

	readonly papers: {
		readonly heading: string;
		readonly lead: string;
		readonly empty: string;
		readonly emptyDetail: string;
		readonly waysIn: (portalName: string) => Readonly<Record<'scan' | 'portal', string>>;
		readonly scanPaper: string;
		readonly origins: Readonly<Record<'scanned' | 'downloaded' | 'captured', (time: string) => string>>;
		readonly open: string;
		readonly print: string;
		readonly remove: string;
		readonly actionOn: (action: string, paper: string) => string;
		readonly removed: (paper: string) => string;
		readonly thumbnailOf: (page: number, paper: string) => string;
	};

	readonly paper: {
		readonly backToPapers: string;
		readonly opening: string;
		readonly cannotShow: string;
		readonly pageOf: (page: number, total: number) => string;
		readonly previous: string;
		readonly next: string;
		readonly zoomIn: string;
		readonly zoomOut: string;
		readonly zoomIs: (percent: number) => string;
		readonly turnRight: string;
		readonly turnLeft: string;
		readonly goToPage: string;
		readonly go: string;
		readonly undoShort: string;
		readonly undo: Readonly<Record<PaperEdit['type'], string>>;
		readonly pagesLabel: string;
		readonly pagesHint: string;
		readonly pageNumber: (page: number) => string;
		/** Marks on a small picture, short enough for its width. */
		readonly removedMark: string;
		readonly emptyMark: string;
		readonly bringBackShort: string;
		readonly removePage: string;
		readonly bringBack: string;
		readonly pageIsRemoved: Choice;
		readonly movedTo: (from: number, to: number) => string;
		readonly done: string;
		readonly mend: string;
		readonly straighten: string;
		readonly leans: (degrees: string) => string;
		readonly crop: string;
		readonly cropDetail: string;
		readonly lightness: Readonly<Record<Lightness, string>>;
		readonly darker: string;
		readonly lighter: string;
		readonly arrange: string;
		readonly moveEarlier: string;
		readonly moveLater: string;
		readonly split: string;
		readonly splitDetail: (from: number, to: number) => string;
		readonly wasSplit: (from: number, to: number) => string;
		readonly join: string;
		readonly joinHeading: string;
		readonly joinDetail: (paper: string) => string;
		readonly wasJoined: (paper: string) => string;
		readonly madeSmaller: (size: string) => string;
		readonly asScanned: string;
		readonly rename: string;
		readonly newName: string;
		readonly saveName: string;
		readonly pageLabel: (page: number, total: number, paper: string) => string;
	};

	readonly print: {
		readonly heading: string;
		readonly asking: string;
		readonly preview: {
			readonly label: string;
			readonly sheetOf: (sheet: number, sheets: number) => string;
			readonly sides: Readonly<Record<'front' | 'back', string>>;
			readonly page: (page: number) => string;
			readonly emptySide: string;
			readonly previous: string;
			readonly next: string;
			/** The sizes of the pages could not be asked. */
			readonly noSizes: Advice;
		};
		readonly copies: string;
		readonly fewer: string;
		readonly more: string;
		readonly atMostCopies: (copies: number) => string;
		readonly pagesHeading: string;
		readonly allPages: (pages: number) => string;
		readonly somePages: string;
		readonly whichPages: string;
		readonly pagesExample: string;
		/** What is wrong with the pages as they were written. */
		readonly pageFaults: {
			readonly nothingTyped: string;
			readonly notUnderstood: (part: string) => string;
			readonly backwards: (part: string) => string;
			readonly noSuchPage: (page: number, pages: number) => string;
		};
		readonly sidesHeading: string;
		readonly sides: Readonly<Record<'one' | 'two', string>>;
		readonly colourHeading: string;
		readonly colours: Readonly<Record<PrintColour, string>>;
		readonly sizeHeading: string;
		readonly sizes: Readonly<Record<'fit' | 'real', string>>;
		/** Why the size is asked. */
		readonly sizeWhy: Readonly<Record<'needed' | 'possible', string>>;
		/** What becomes of a page that is larger than its sheet. */
		readonly cutOff: string;
		readonly takes: (sheets: number) => string;
		/** What the visit may still print. */
		readonly sidesLeft: (sides: number) => string;
		readonly tooMuch: (wanted: number, left: number) => Advice;
		readonly nothingLeft: Advice;
		readonly start: (sheets: number) => string;
		readonly stages: Readonly<Record<'asking' | 'sending' | 'sent', Advice>>;
		readonly printing: (printed: number, total: number) => string;
		readonly printingDetail: string;
		readonly waiting: string;
		readonly done: string;
		/** What lies in the tray when all went well. */
		readonly inTray: (sheets: number, copies: number, pagesOfEach: number) => string;
		readonly takeAll: string;
		readonly allIsWell: string;
		readonly somethingWrong: string;
		readonly whatNow: string;
		readonly again: string;
		readonly againDetail: (sheets: number) => string;
		/** Instead of that: the visit may not print it once more. */
		readonly notAgain: (left: number) => string;
		readonly change: string;
		readonly changeDetail: string;
		readonly back: string;
		readonly failed: string;
		readonly printedBeforeFault: (pages: number) => string;
		readonly cancelled: string;
		/** What may lie in the tray after that. */
		readonly cancelledTray: (pages: number) => string;
		readonly cancel: string;
	};

	readonly portal: {
		readonly elsewhere: (portalName: string) => string;
	};

	readonly attach: {
		readonly heading: string;
		readonly chooseOne: string;
		readonly chooseSeveral: string;
		readonly give: (count: number) => string;
		readonly cancel: string;
		/** The way back to the waiting attachment from another screen. */
		readonly backHere: string;
		readonly empty: string;
		readonly emptyDetail: string;
		readonly scanPaper: string;
		readonly doesNotFit: string;
		readonly tooBig: (size: string, portalName: string, limit: string) => string;
		readonly documentTooBig: string;
		readonly makeSmaller: string;
		readonly fitting: {
			readonly heading: (paper: string) => string;
			readonly page: (page: number, total: number) => string;
			readonly detail: string;
			readonly cancel: string;
		};
		readonly fitted: {
			readonly heading: (size: string) => string;
			readonly before: (size: string, portalName: string, limit: string) => string;
			readonly look: string;
			readonly sharpness: (fromDpi: number, toDpi: number) => string;
			readonly grey: string;
			readonly packed: string;
			readonly use: string;
			readonly keep: string;
		};
		readonly cannotFit: {
			readonly heading: string;
			readonly pagesFit: (pages: number, total: number) => string;
			readonly split: (page: number) => string;
			readonly splitDetail: (page: number) => string;
			readonly nothingFits: string;
			readonly failed: string;
			readonly back: string;
		};
	};

	readonly channels: {
		readonly heading: string;
		readonly asking: string;
		readonly failed: Advice;
		/** The way to the guide. */
		readonly guide: Choice;
		readonly backToAll: string;
		readonly backToAdvice: string;
		/** Short marks of the list. */
		readonly always: string;
		readonly varies: string;
		readonly openNow: string;
		readonly closedNow: string;
		readonly openUntil: (time: string) => string;
		readonly opensNext: (when: string) => string;
		readonly hoursHeading: string;
		readonly alwaysDetail: string;
		readonly variesDetail: string;
		readonly languagesHeading: string;
		readonly languageNames: Readonly<Record<ChannelLanguage, string>>;
		readonly languagesVary: string;
		readonly costHeading: string;
		readonly addressHeading: string;
		readonly postHeading: string;
		readonly openHere: string;
		readonly openHereDetail: string;
		/** There is no locked screen in which its site could be opened. */
		readonly siteNotHere: string;
		/** It is no place of the web that opens on any customer computer. */
		readonly notHere: string;
		readonly takeAlong: string;
		readonly takeAlongOf: (name: string) => string;
	};

	readonly guide: {
		readonly question: (number: number, most: number) => string;
		readonly back: string;
		readonly startAgain: string;
		readonly best: (name: string) => string;
		readonly first: Readonly<Record<'scan' | 'print', Choice>>;
		readonly then: (name: string) => string;
		readonly alternatives: string;
		readonly readMore: string;
	};

	readonly leaving: {
		readonly heading: (from: string) => string;
		readonly detail: (from: string, to: string) => string;
		readonly papersStay: string;
		readonly stay: (from: string) => string;
		readonly leave: (to: string) => string;
	};

	readonly end: {
		readonly heading: string;
		readonly detail: (papers: number) => string;
		readonly portal: (portalName: string) => string;
		readonly takeOriginals: string;
		readonly stay: string;
		readonly end: string;
	};

	readonly presence: {
		readonly heading: string;
		readonly detail: string;
		readonly endsIn: (seconds: number) => string;
		readonly stillHere: string;
	};

	readonly scanFaults: Readonly<Record<ScanFault, Advice>>;
	readonly printFaults: Readonly<Record<PrintFault, Advice>>;
	readonly portalFaults: (portalName: string) => Readonly<Record<PortalFault, Advice>>;
	readonly trayFaults: Readonly<Record<TrayFault, Advice>>;
	readonly notices: {
		readonly paperArrived: string;
		readonly downloadRefused: Readonly<Record<NoticeOf<'download refused'>['reason'], Advice>>;
		readonly navigationRefused: (host: string) => Advice;
		readonly portalEnded: (portalName: string) => Advice;
	};
}
