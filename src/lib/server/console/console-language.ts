import { languages, type Language } from '../../domain/language.ts';

/** Keeps the language that somebody chose at the console; holds nothing else, and outlives the session. */
export const languageCookie = 'console-language';

/** The language of the cookie, else the first of the browser's own that the console has, else Finnish. */
export function consoleLanguage(cookie: string | undefined, acceptLanguage: string | null): Language {
	const asked = (acceptLanguage ?? '')
		.split(',')
		.map((range) => {
			const [tag = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
			const weight = parameters.find((parameter) => parameter.startsWith('q='));
			return { primary: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight.slice(2)) || 0 };
		})
		.filter(({ weight }) => weight > 0)
		.toSorted((one, other) => other.weight - one.weight)
		.map(({ primary }) => primary);
	return [cookie, ...asked].map(asLanguage).find((language) => language !== undefined) ?? 'fi';
}

/** The word as a language of ours. */
export const asLanguage = (word: unknown): Language | undefined => languages.find((language) => language === word);
