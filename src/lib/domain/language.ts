/** The languages a customer can choose, in the order in which they are offered (BCP 47). */
export const languages = ['fi', 'sv', 'en'] as const;
export type Language = (typeof languages)[number];

/** A text that is shown to people, in every language. */
export type LocalizedText = Readonly<Record<Language, string>>;
