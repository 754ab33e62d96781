import type { HistoryTexts } from './history-texts.ts';
import type { SettingsTexts } from './settings-texts.ts';
import type { TodayTexts } from './today-texts.ts';
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
	readonly today: TodayTexts;
	readonly settings: SettingsTexts;
	readonly history: HistoryTexts;
	readonly hours: HoursCatalogue;
	readonly exceptions: ExceptionsCatalogue;
}
