import type { IppAttribute, IppGroup, IppGroupName, IppMessage, IppValue } from './codec.ts';

/** All groups of this name, in the order of the message. */
export const groupsOf = (message: IppMessage, name: IppGroupName): readonly IppGroup[] =>
	message.groups.filter((group) => group.name === name);

/** The values of the first attribute of this name; empty when it is missing. */
export const valuesOf = (group: IppGroup | undefined, name: string): readonly IppValue[] =>
	group?.attributes.find((attribute) => attribute.name === name)?.values ?? [];

/** The values that are texts of any syntax. */
export const stringsOf = (group: IppGroup | undefined, name: string): string[] =>
	valuesOf(group, name).flatMap((value) => ('value' in value && typeof value.value === 'string' ? [value.value] : []));

/** The values that are integers or enums. */
export const numbersOf = (group: IppGroup | undefined, name: string): number[] =>
	valuesOf(group, name).flatMap((value) => (value.type === 'integer' || value.type === 'enum' ? [value.value] : []));

/** The first boolean value, or undefined. */
export const booleanOf = (group: IppGroup | undefined, name: string): boolean | undefined =>
	valuesOf(group, name).find((value) => value.type === 'boolean')?.value;

/** The ranges of a `1setOf rangeOfInteger`. */
export const rangesOf = (group: IppGroup | undefined, name: string): { from: number; to: number }[] =>
	valuesOf(group, name).flatMap((value) =>
		value.type === 'rangeOfInteger' ? [{ from: value.from, to: value.to }] : []
	);

const attribute = (name: string, ...values: IppValue[]): IppAttribute => ({ name, values });

/** Makes attributes by their syntax. */
export const make = {
	attribute,
	integer: (name: string, ...values: number[]) =>
		attribute(name, ...values.map((value) => ({ type: 'integer' as const, value }))),
	enum: (name: string, ...values: number[]) =>
		attribute(name, ...values.map((value) => ({ type: 'enum' as const, value }))),
	boolean: (name: string, value: boolean) => attribute(name, { type: 'boolean', value }),
	keyword: (name: string, ...values: string[]) =>
		attribute(name, ...values.map((value) => ({ type: 'keyword' as const, value }))),
	text: (name: string, value: string) => attribute(name, { type: 'text', value }),
	name: (name: string, value: string) => attribute(name, { type: 'name', value }),
	uri: (name: string, ...values: string[]) =>
		attribute(name, ...values.map((value) => ({ type: 'uri' as const, value }))),
	charset: (name: string, value: string) => attribute(name, { type: 'charset', value }),
	naturalLanguage: (name: string, value: string) => attribute(name, { type: 'naturalLanguage', value }),
	mimeMediaType: (name: string, ...values: string[]) =>
		attribute(name, ...values.map((value) => ({ type: 'mimeMediaType' as const, value }))),
	ranges: (name: string, ...ranges: readonly { from: number; to: number }[]) =>
		attribute(name, ...ranges.map(({ from, to }) => ({ type: 'rangeOfInteger' as const, from, to })))
};
