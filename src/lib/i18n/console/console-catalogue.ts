/** Every text of the console, for staff and administrators; one typed shape for all languages. */
export interface ConsoleCatalogue {
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
