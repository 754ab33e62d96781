import * as v from 'valibot';
import type { Language } from '../../domain/language.ts';

/** Building blocks whose refusals say what is wrong and what is allowed, for a person with an editor open. */

/** An object with these keys and no others. */
export const fields = <const Entries extends v.ObjectEntries>(entries: Entries) =>
	v.strictObject(entries, (issue) => {
		const allowed = Object.keys(entries).join(', ');
		if (issue.expected === 'never') return `this key is not known; allowed here: ${allowed}`;
		if (issue.expected === 'Object') return `${shown(issue.input)} is not a group of keys; allowed here: ${allowed}`;
		return `the key ${issue.expected.slice(1, -1)} is missing`;
	});

/** A list of at least `least` of the same. */
export const list = <const Item extends v.GenericSchema>(item: Item, least = 0) =>
	v.pipe(
		v.array(
			item,
			(issue) => `${shown(issue.input)} is not a list; write it in [brackets] or one item a line after "- "`
		),
		v.minLength(least, `the list is too short; at least ${least} is needed`)
	);

/** One of these words. */
export const oneOf = <const Words extends readonly [string, ...string[]]>(words: Words) =>
	v.picklist(words, (issue) => `${shown(issue.input)} is not known; allowed: ${words.join(', ')}`);

/** A text that is not empty. */
export const text = v.pipe(
	v.string((issue) => `${shown(issue.input)} is not a text; put it in "quotes" if it is meant as one`),
	v.trim(),
	v.minLength(1, 'the text is empty')
);

/** A text in every language that customers can choose. */
export const localizedText = fields({ fi: text, sv: text, en: text } satisfies Record<Language, unknown>);

/** A whole number of a unit, between two limits, both allowed. */
export const whole = (unit: string, least: number, most: number, why = '') => {
	const words = (issue: { input: unknown }) =>
		`${shown(issue.input)} is not allowed; allowed: a whole number of ${unit} from ${least} to ${most}${why}`;
	return v.pipe(v.number(words), v.integer(words), v.minValue(least, words), v.maxValue(most, words));
};

/** A text of a certain form. */
export const formed = (pattern: RegExp, what: string) => {
	const words = (issue: { input: unknown }) => `${shown(issue.input)} is not ${what}`;
	return v.pipe(v.string(words), v.regex(pattern, words));
};

/** How other files refer to something: `tornio`, `phone-service`. */
export const identifier = formed(
	/^[a-z][a-z0-9-]{0,39}$/,
	'an identifier: small letters a–z, digits and "-", beginning with a letter'
);

/** A host name as the portal's lists hold it (RFC 1123; the dot at the end and addresses by number are refused). */
export const hostName = formed(
	/^(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/,
	'a host name in small letters, such as www.kela.fi (no https://, no path, no address by number)'
);

/** An https address; http only for names that can never be on the internet (`.test`, RFC 6761). */
export const webAddress = v.pipe(
	formed(/^https?:\/\/\S+$/, 'an address that begins with https://'),
	v.check(
		isSafeAddress,
		(issue) => `${shown(issue.input)} is not an address that can be opened; allowed: https://host/path`
	)
);

function isSafeAddress(address: string): boolean {
	const url = URL.parse(address);
	if (url === null || url.username !== '' || url.password !== '') return false;
	return url.protocol === 'https:' || url.hostname.endsWith('.test');
}

/** A value as the person wrote it, short enough for one line. */
export function shown(value: unknown): string {
	if (value === undefined || value === null) return 'nothing';
	return shortened(asJson(value));
}

/** Words that are no longer than a line can hold. */
export const shortened = (words: string): string => (words.length > 60 ? `${words.slice(0, 57)}…` : words);

/** A YAML alias inside what it stands for makes a circle, which JSON has no words for. */
function asJson(value: unknown): string {
	try {
		return JSON.stringify(value);
	} catch {
		return 'a group that contains itself';
	}
}
