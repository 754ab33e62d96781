import { languages, type Language } from '../../domain/language.ts';

/** Holds the language that somebody chose at the console. */
export const languageCookie = 'console-language';

/** The chosen language, else the first of the browser's that we speak (RFC 9110 §12.5.4, by order), else Finnish. */
export function consoleLanguage(chosen: string | undefined, acceptLanguage: string | null): Language {
	const wanted = (acceptLanguage ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
	const isSpoken = (name: string | undefined) => languages.find((language) => language === name);
	return isSpoken(chosen) ?? wanted.map(isSpoken).find((language) => language !== undefined) ?? 'fi';
}
