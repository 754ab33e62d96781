import type { Language } from '../domain/language.ts';

const words: Readonly<Record<Language, string>> = { fi: 'Paperi', sv: 'Papper', en: 'Paper' };

/** What a paper is called until the customer renames it: "Paperi 2". Says nothing of what is in it. */
export const neutralPaperName = (language: Language, number: number): string => `${words[language]} ${number}`;
