import type { WipeStepName } from '../domain/wipe.ts';
import type { PortalFault } from '../ports/portal.ts';
import type { PrinterNote, PrintFault } from '../ports/printer.ts';
import type { ScanFault } from '../ports/scanner.ts';
import type {
	OutOfOrderReason,
	PrinterHealth,
	ScannerTrouble,
	SessionView,
	StateView,
	VisitView
} from './session-view.ts';

/** What staff see of a customer computer. Nothing of the customer: no language, no papers, no places that they visit. All times in milliseconds since the epoch. */
export interface StaffView {
	readonly now: number;
	readonly timeZone: string;
	readonly state: StaffState;
}

/** All that Today shows of this computer. */
export interface StaffNow {
	readonly view: StaffView;
	/** Null: not closed by hand. `until` null: until somebody opens it. */
	readonly closedByHand: { readonly until: number | null } | null;
}

export type StaffState =
	| { readonly name: 'starting' }
	| { readonly name: 'wiping' }
	| { readonly name: 'closed'; readonly nextOpen: number | null }
	/** `ignoresHours`: open also outside the hours, for trying the program. */
	| {
			readonly name: 'free';
			readonly closesAt: number | null;
			readonly ignoresHours: boolean;
			readonly scanner: ScannerTrouble | null;
			readonly printer: PrintFault | null;
			readonly printerNotes: readonly PrinterNote[];
	  }
	| {
			readonly name: 'in use';
			readonly since: number;
			readonly endsAt: number;
			readonly because: 'limit' | 'closing';
			readonly help: VisitView['help'];
			/** Nobody has moved for a while: the screen asks whether somebody is there. */
			readonly asked: boolean;
			readonly portalShown: boolean;
			readonly scanner: ScanFault | null;
			readonly printer: PrintFault | null;
			readonly printerNotes: readonly PrinterNote[];
			readonly portal: PortalFault | null;
	  }
	| {
			readonly name: 'out of order';
			readonly reason: OutOfOrderReason;
			readonly unproven: readonly WipeStepName[];
	  };

/** The little of a view that the console may know. It names each thing that passes; whatever else a view has stays behind. */
export const staffView = ({ now, point, trial, state }: SessionView): StaffView => ({
	now,
	timeZone: point.timeZone,
	state: staffState(state, trial.ignoresHours)
});

/** What the print that runs has met comes first: it is nearer than what the house saw last. */
const printerOf = (health: PrinterHealth | null, met: PrintFault | null) => ({
	printer: met ?? (health === null || health.state === 'ok' ? null : health.state),
	printerNotes: health?.notes ?? []
});

function staffState(state: StateView, ignoresHours: boolean): StaffState {
	switch (state.name) {
		case 'starting':
		case 'wiping':
			return { name: state.name };
		case 'closed':
			return { name: 'closed', nextOpen: state.hours.nextOpen };
		case 'ready':
			return {
				name: 'free',
				closesAt: state.closesAt,
				ignoresHours,
				scanner: state.scannerTrouble,
				...printerOf(state.printerHealth, null)
			};
		case 'outOfOrder': {
			const unproven = state.proofs.filter((proof) => !proof.proven).map((proof) => proof.step);
			return { name: 'out of order', reason: state.reason, unproven };
		}
		case 'inSession':
			return {
				name: 'in use',
				since: state.startedAt,
				endsAt: state.time.endsAt,
				because: state.time.because,
				help: state.help,
				asked: state.presence.state === 'asked',
				portalShown: state.portal.state === 'shown',
				scanner: state.scanning.state === 'failed' && !state.scanning.over ? state.scanning.fault : null,
				...printerOf(state.printerHealth, state.printing.state === 'idle' ? null : state.printing.fault),
				portal: state.portal.state === 'failed' ? state.portal.fault : null
			};
	}
}
