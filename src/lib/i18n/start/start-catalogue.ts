import type { WipeStepName } from '../../domain/wipe.ts';
import type { Refusal } from '../../session/session-command.ts';
import type { OutOfOrderReason } from '../../session/session-view.ts';

/** What a fault means to a customer: what happened, and what they can do about it. */
export interface Advice {
	readonly what: string;
	readonly todo: string;
}

/**
 * The texts in one language that the page needs before a visit begins. They are apart from the rest, since the start page
 * loads them in every language before it shows anything.
 */
export interface StartCatalogue {
	/** The language's own name, for the choice of language. */
	readonly languageName: string;
	readonly documentTitle: string;

	readonly common: {
		readonly home: string;
		readonly ok: string;
		readonly cancel: string;
		readonly tryAgain: string;
		readonly wait: string;
		readonly pages: (count: number) => string;
	};

	readonly starting: { readonly heading: string };
	readonly wiping: {
		readonly heading: string;
		readonly steps: Readonly<Record<WipeStepName, string>>;
		readonly progress: (proven: number, total: number) => string;
		readonly done: string;
	};
	/** The rest of it: `signpost-words.ts`. */
	readonly closed: { readonly heading: string };
	readonly outOfOrder: {
		readonly heading: string;
		readonly askStaff: string;
		readonly reasons: Readonly<Record<OutOfOrderReason, string>>;
	};
	readonly connection: {
		readonly heading: string;
		readonly detail: string;
		readonly notSent: Advice;
	};
	readonly trial: {
		readonly label: string;
		readonly notLocked: string;
		readonly ignoresHours: string;
		readonly simulatedScanner: string;
		readonly simulatedPrinter: string;
	};

	readonly ready: {
		readonly chooseLanguage: string;
		readonly startIn: string;
	};
	readonly welcome: {
		readonly heading: string;
		readonly intro: (pointName: string) => string;
		readonly canDo: readonly [string, string, string];
		readonly canDoHeading: (portalName: string) => string;
		readonly timeHeading: string;
		readonly time: (minutes: number) => string;
		readonly closesAt: (time: string) => string;
		readonly privacyHeading: string;
		readonly privacy: string;
		readonly start: string;
		readonly otherLanguage: string;
	};

	readonly refusals: (portalName: string) => Readonly<Record<Refusal, Advice>>;
}
