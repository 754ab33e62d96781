import type { LocalizedText } from '../../../domain/language.ts';

/** The commonest reasons for an exception, ready in every language that customers read. */
export const exceptionReasons: readonly LocalizedText[] = [
	{ fi: 'Jouluaatto', sv: 'Julafton', en: 'Christmas Eve' },
	{ fi: 'Uudenvuodenaatto', sv: 'Nyårsafton', en: 'New Year’s Eve' },
	{ fi: 'Juhannusaatto', sv: 'Midsommarafton', en: 'Midsummer Eve' },
	{ fi: 'Koulutus', sv: 'Utbildning', en: 'Staff training' },
	{ fi: 'Sairaus', sv: 'Sjukdom', en: 'Illness' },
	{ fi: 'Huolto', sv: 'Service av utrustningen', en: 'Maintenance' },
	{ fi: 'Muutto', sv: 'Flytt', en: 'Moving' },
	{ fi: 'Tapahtuma', sv: 'Evenemang', en: 'Event' }
];
