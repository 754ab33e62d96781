import type { Language } from '../../../domain/language.ts';
import { catalogues } from '../../../i18n/catalogues.ts';
import { consoleCatalogues } from '../../../i18n/console/console-catalogues.ts';
import { formatDayAndTime, formatTime } from '../../../i18n/format.ts';
import type { TodayTexts } from '../../../i18n/console/today-texts.ts';
import type { StaffNow, StaffState } from '../../../session/staff-view.ts';

/** How the computer's state looks from afar, and what it says from near. */
export interface ComputerWords {
	readonly tone: 'free' | 'use' | 'help' | 'wrong' | 'quiet';
	readonly heading: string;
	readonly details: readonly string[];
	/** What does not work, and what to do about it. */
	readonly troubles: readonly { readonly what: string; readonly todo: string | null }[];
}

export function computerWords({ view, closedByHand }: StaffNow, language: Language): ComputerWords {
	const { state, timeZone } = view;
	const texts = consoleCatalogues[language].today;
	const { states } = texts;
	const time = (at: number) => formatTime(at, language, timeZone);
	const opens = (at: number | null) =>
		at === null ? texts.opensNever : texts.opensAt(formatDayAndTime(at, language, timeZone));
	const quiet = { tone: 'quiet', details: [], troubles: [] } as const;

	switch (state.name) {
		case 'starting':
			return { ...quiet, heading: states.starting };
		case 'wiping':
			return { ...quiet, heading: states.wiping, details: [states.wipingDetail] };
		case 'closed':
		case 'free': {
			if (closedByHand !== null) {
				const opensAgain = closedByHand.until === null ? texts.staysClosed : opens(closedByHand.until);
				return { ...quiet, heading: states.closedByHand, details: [opensAgain] };
			}
			if (state.name === 'closed') return { ...quiet, heading: states.closed, details: [opens(state.nextOpen)] };
			const until = state.closesAt === null ? texts.openAlways : texts.openUntil(time(state.closesAt));
			const open = state.ignoresHours ? texts.openForTrying : until;
			return { ...quiet, tone: 'free', heading: states.free, details: [open], troubles: deviceTroubles(state, texts) };
		}
		case 'out of order':
			return { ...quiet, tone: 'wrong', heading: states.outOfOrder, troubles: [texts.outOfOrder[state.reason]] };
		case 'in use': {
			const { portalFaults } = catalogues[language];
			const ends = state.because === 'closing' ? texts.endsAtClosing : texts.endsAt;
			const heading = { none: states.inUse, called: states.helpCalled, coming: states.helpComing }[state.help];
			return {
				tone: state.help === 'called' ? 'help' : 'use',
				heading,
				details: [
					...(state.help === 'coming' ? [texts.helpComingDetail] : []),
					`${texts.since(time(state.since))} ${ends(time(state.endsAt))}`,
					...(state.portalShown ? [texts.inPortal] : []),
					...(state.asked ? [texts.asked] : []),
					...(closedByHand === null ? [] : [texts.closedAfterVisit])
				],
				troubles: [
					...deviceTroubles(state, texts),
					// What to do about it is written for the customer, who is told to ask staff.
					...(state.portal === null ? [] : [{ what: portalFaults(texts.portal)[state.portal].what, todo: null }])
				]
			};
		}
	}
}

const deviceTroubles = (
	{ scanner, printer, printerNotes }: Extract<StaffState, { name: 'free' | 'in use' }>,
	texts: TodayTexts
) => [
	...(scanner === null ? [] : [texts.scanner[scanner]]),
	...(printer === null ? [] : [texts.printer[printer]]),
	...printerNotes.map((note) => texts.printerNotes[note])
];
