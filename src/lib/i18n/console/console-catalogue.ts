import type { ExceptionsCatalogue, HoursCatalogue } from './hours/hours-catalogue.ts';

/** Everything that the console says, in one language. */
export interface ConsoleCatalogue {
	readonly frame: {
		readonly title: string;
		readonly navigation: string;
		readonly today: string;
		readonly hours: string;
		readonly exceptions: string;
		readonly settings: string;
		readonly channels: string;
		readonly history: string;
		readonly logOut: string;
		readonly loggedInAs: (name: string) => string;
		readonly language: string;
		readonly roles: { readonly staff: string; readonly administrator: string };
	};
	readonly hours: HoursCatalogue;
	readonly exceptions: ExceptionsCatalogue;
	readonly logIn: {
		readonly documentTitle: string;
		readonly heading: string;
		readonly detail: string;
		readonly chooseLanguage: string;
		readonly name: string;
		readonly password: string;
		readonly submit: string;
		/** Between the two ways in. */
		readonly or: string;
		/** `provider`: as the configuration names it. */
		readonly withProvider: (provider: string) => string;
		readonly noAccount: string;
		readonly faults: {
			readonly missing: string;
			readonly refused: string;
			readonly tooManyAttempts: (waitSeconds: number) => string;
			readonly providerRefused: string;
			readonly providerNotReachable: string;
			readonly noRole: string;
		};
		/** Where the console's own records cannot be used. */
		readonly recordsUnusable: { readonly heading: string; readonly detail: string };
	};
}
