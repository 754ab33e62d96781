import type { ChangeForm } from '../../../domain/console/change-form.ts';
import type { Language, LocalizedText } from '../../../domain/language.ts';
import { consoleCatalogues } from '../../../i18n/console/console-catalogues.ts';

export const hoursTexts = (language: Language) => consoleCatalogues[language].hours;
export const exceptionTexts = (language: Language) => consoleCatalogues[language].exceptions;

/** The name of a schedule for people; a name that the catalogue does not know stays as the configuration has it. */
export const scheduleName = (schedule: string, language: Language): string =>
	hoursTexts(language).schedules[schedule]?.name ?? schedule;

/** A point that a change can be made at. */
export interface PointChoice {
	readonly id: string;
	readonly name: LocalizedText;
	/** Has the schedule from the defaults, so that a change here alone gives it one of its own. */
	readonly inherits: boolean;
}

/** A form that nobody has sent yet. */
export const freshForm = (fields: ChangeForm['fields'], basedOn: string): ChangeForm => ({
	fields,
	basedOn,
	problems: [],
	refusal: null,
	preview: null,
	mustBeMeant: false
});
