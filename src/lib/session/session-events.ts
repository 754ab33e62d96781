import type { Compression } from '../domain/paper.ts';
import type { WipeProof, WipeRecord } from '../domain/wipe.ts';
import type { FileChooser, PortalFault } from '../ports/portal.ts';
import type { PrintFault } from '../ports/printer.ts';
import type { ScanFault, ScannerStatus } from '../ports/scanner.ts';
import type { FitFault, TrayContents } from '../ports/tray.ts';
import type { SessionCommand, StaffCommand, Refusal } from './session-command.ts';
import type { OpeningHours, SessionLimits } from './session-devices.ts';
import type { NoticeView, OutOfOrderReason } from './session-view.ts';

/** What devices, timers and the house tell the session. */
export type SessionReport =
	| { type: 'machine is prepared' }
	| { type: 'machine is unsafe'; reason: OutOfOrderReason }
	/** Also told when the wall clock was set: closing time then lies elsewhere on the steady clock. */
	| { type: 'hours changed'; hours: OpeningHours }
	| { type: 'limits changed'; limits: SessionLimits }
	/** It was suspended for so many milliseconds; its timers stood still. */
	| { type: 'machine slept'; ms: number }
	| { type: 'clock is wrong' }
	| { type: 'clock is right' }
	| { type: 'customer acted' }
	| { type: 'screen was lost' }
	| { type: 'papers changed'; contents: TrayContents }
	| { type: 'step was proven'; proof: WipeProof }
	| { type: 'wipe finished'; record: WipeRecord }
	| { type: 'wipe broke' }
	| { type: 'page taken'; paperId: string }
	| { type: 'scan finished' }
	| { type: 'scan failed'; fault: ScanFault }
	| { type: 'scanner told'; status: ScannerStatus }
	| { type: 'scanner is unwell'; fault: ScanFault }
	| { type: 'print is being sent' }
	| { type: 'print sent' }
	| { type: 'print progressed'; impressionsCompleted: number }
	| { type: 'print is waiting'; fault: PrintFault }
	| { type: 'print done'; impressionsCompleted: number }
	| { type: 'print failed'; fault: PrintFault; impressionsCompleted: number }
	| { type: 'portal warmed' }
	| { type: 'portal failed'; fault: PortalFault }
	| { type: 'place changed'; host: string; pagesOpen: number }
	| { type: 'file chooser opened'; chooser: FileChooser }
	| { type: 'file chooser gone'; chooserId: string }
	| { type: 'fit progressed'; done: number; total: number }
	| { type: 'paper fits'; compression: Compression }
	| { type: 'paper fits as it is' }
	| { type: 'paper does not fit'; fault: FitFault }
	| { type: 'notice came'; notice: NoticeView };

/** Raised inside the chart only: one region tells another. */
export type InnerEvent =
	| { type: 'portal is wanted' }
	| { type: 'portal is not wanted' }
	| { type: 'another place is wanted' }
	| { type: 'visit is over' }
	| { type: 'a paper was removed' }
	| { type: 'customer pressed' };

export type SessionEvent = SessionCommand | StaffCommand | SessionReport | InnerEvent;

/** What the chart tells outside: an event that the state does not allow was refused, nothing changed. */
export type SessionEmission = { type: 'refused'; event: SessionEvent['type']; refusal: Refusal };
