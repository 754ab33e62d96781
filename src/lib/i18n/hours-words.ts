import type { HoursRule } from '../domain/hours/schedule.ts';
import type { Language } from '../domain/language.ts';

interface RuleWords {
	readonly weekly: string;
	readonly season: (name: string) => string;
	readonly publicHoliday: (name: string) => string;
	readonly exception: (reason: string | null) => string;
}

const words: Readonly<Record<Language, RuleWords>> = {
	fi: {
		weekly: 'Aukioloaikojen mukaan',
		season: (name) => `Kauden aukioloaikojen mukaan: ${name}`,
		publicHoliday: (name) => `Pyhä- tai juhlapäivä: ${name}`,
		exception: (reason) => (reason === null ? 'Poikkeava aukioloaika' : `Poikkeava aukioloaika: ${reason}`)
	},
	sv: {
		weekly: 'Enligt öppettiderna',
		season: (name) => `Enligt säsongens öppettider: ${name}`,
		publicHoliday: (name) => `Helgdag: ${name}`,
		exception: (reason) => (reason === null ? 'Avvikande öppettid' : `Avvikande öppettid: ${reason}`)
	},
	en: {
		weekly: 'By the opening hours',
		season: (name) => `By the seasonal hours: ${name}`,
		publicHoliday: (name) => `Public holiday: ${name}`,
		exception: (reason) => (reason === null ? 'Special opening hours' : `Special opening hours: ${reason}`)
	}
};

/** Which rule decided about the opening hours: "Helgdag: självständighetsdagen". */
export function hoursRuleInWords(rule: HoursRule, language: Language): string {
	const { weekly, season, publicHoliday, exception } = words[language];
	switch (rule.kind) {
		case 'weekly':
			return weekly;
		case 'season':
			return season(rule.name[language]);
		case 'publicHoliday':
			return publicHoliday(rule.name[language]);
		case 'exception':
			return exception(rule.name?.[language] ?? null);
	}
}
