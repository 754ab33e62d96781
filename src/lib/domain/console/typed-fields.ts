import { typedTime } from '../hours/typed-time.ts';

/**
 * A form as it was typed: names and values in order. A field is named after what it changes (`weekly.mon.0.start`), so that what is wrong
 * with `weekly.mon.0` finds its field.
 */
export type TypedFields = readonly (readonly [name: string, value: string])[];

/** One opening time as typed, in two fields. */
export interface IntervalDraft {
	readonly start: string;
	readonly end: string;
}

/** Opening times as typed, by the place they belong to: `weekly.mon`, `hours`. */
export type IntervalDrafts = Readonly<Record<string, readonly IntervalDraft[]>>;

/** A field's value without the spaces around it; empty when there is none. */
export const fieldOf = (fields: TypedFields, name: string): string =>
	fields.find(([each]) => each === name)?.[1].trim() ?? '';

/** The values of a field that can be chosen several times. */
export const choicesOf = (fields: TypedFields, name: string): readonly string[] =>
	fields.filter(([each]) => each === name).map(([, value]) => value);

const timeField = /^(.+)\.(\d+)\.(start|end)$/;

/** The opening times in a form, row by row, with times as the configuration writes them. */
export function intervalDrafts(fields: TypedFields): IntervalDrafts {
	const rows = new Map<string, Map<number, IntervalDraft>>();
	for (const [name, value] of fields) {
		const [, path, index, end] = timeField.exec(name) ?? [];
		if (path === undefined) continue;
		const ofPath = rows.get(path) ?? new Map<number, IntervalDraft>();
		const row = ofPath.get(Number(index)) ?? { start: '', end: '' };
		ofPath.set(Number(index), { ...row, [end === 'start' ? 'start' : 'end']: typedTime(value) ?? value.trim() });
		rows.set(path, ofPath);
	}
	return Object.fromEntries(
		[...rows].map(([path, ofPath]) => [
			path,
			[...ofPath].toSorted(([one], [other]) => one - other).map(([, row]) => row)
		])
	);
}

/** Only the rows in which something was written. */
export const withoutEmptyRows = (drafts: IntervalDrafts): IntervalDrafts =>
	Object.fromEntries(
		Object.entries(drafts).map(([path, rows]) => [path, rows.filter(({ start, end }) => start !== '' || end !== '')])
	);

/** The fields that hold these opening times. */
export const draftFields = (drafts: IntervalDrafts): TypedFields =>
	Object.entries(drafts).flatMap(([path, rows]) =>
		rows.flatMap(({ start, end }, index): TypedFields => [
			[`${path}.${index}.start`, start],
			[`${path}.${index}.end`, end]
		])
	);

/** The form with these opening times in place of its own. */
export const withDrafts = (fields: TypedFields, drafts: IntervalDrafts): TypedFields => [
	...fields.filter(([name]) => !timeField.test(name)),
	...draftFields(drafts)
];

/** The opening times of one place as the configuration writes them: `09:00-12:00`. */
export const writtenIntervals = (drafts: IntervalDrafts, path: string): readonly string[] =>
	(drafts[path] ?? []).map(({ start, end }) => `${start}-${end}`);

/** Fields for opening times that are in the configuration. */
export const writtenDrafts = (path: string, intervals: readonly string[]): IntervalDrafts => ({
	[path]: intervals.map((interval) => ({ start: interval.slice(0, 5), end: interval.slice(6) }))
});
