import * as v from 'valibot';
import {
	fromSchemaOrg,
	type SchemaOrgRefusal,
	type SchemaOrgRow
} from '../../domain/hours/exchange/schema-org-import.ts';
import { schemaOrgDays, type SchemaOrgDay } from '../../domain/hours/exchange/schema-org-words.ts';
import type { WrittenSchedule } from '../../domain/hours/written-schedule.ts';
import type { Language, LocalizedText } from '../../domain/language.ts';
import { failed, type Result } from '../../domain/result.ts';
import { dateSchema as date } from '../config/schedule-schema.ts';

/** Why a schema.org document cannot be taken over; `path` leads to the part, joined by dots. */
export type SchemaOrgFault = SchemaOrgRefusal | { readonly kind: 'not understood'; readonly path: string };

/** JSON-LD leaves out the list around a single value. */
const oneOrMore = <Item extends v.GenericSchema>(item: Item) =>
	v.union([
		v.array(item),
		v.pipe(
			item,
			v.transform((value) => [value])
		)
	]);

const day = v.pipe(
	v.string(),
	v.transform((name) => name.replace(/^https?:\/\/schema\.org\//, '')),
	v.picklist(Object.keys(schemaOrgDays) as SchemaOrgDay[]),
	v.transform((name) => schemaOrgDays[name])
);

/** xsd:time without a zone, in whole minutes. */
const time = v.pipe(
	v.string(),
	v.regex(/^\d{2}:\d{2}(:00)?$/),
	v.transform((written) => written.slice(0, 5))
);

const name = v.pipe(
	v.union([
		v.pipe(
			v.string(),
			v.transform((words) => [{ '@language': '', '@value': words }])
		),
		oneOrMore(v.object({ '@language': v.string(), '@value': v.string() }))
	]),
	v.transform((values) => nameOf(values))
);

const specification = v.pipe(
	v.looseObject({
		dayOfWeek: v.optional(v.nullable(oneOrMore(day)), null),
		opens: time,
		closes: time,
		validFrom: v.exactOptional(date),
		validThrough: v.exactOptional(date),
		name: v.optional(v.nullable(name), null)
	}),
	v.check(({ validFrom, validThrough }) => (validFrom === undefined) === (validThrough === undefined)),
	v.check(({ validFrom = '', validThrough = '' }) => validFrom <= validThrough),
	v.transform(
		({ dayOfWeek: days, opens, closes, validFrom: from, validThrough: to, name }): Omit<SchemaOrgRow, 'path'> => ({
			days,
			opens,
			closes,
			dates: from === undefined || to === undefined ? null : { from, to },
			name
		})
	)
);

/** Either list may be missing, not both: a document about something else would close the point for good. */
const documentSchema = v.pipe(
	v.looseObject({
		openingHoursSpecification: v.exactOptional(oneOrMore(specification)),
		specialOpeningHoursSpecification: v.exactOptional(oneOrMore(specification))
	}),
	v.check(
		({ openingHoursSpecification: weekly, specialOpeningHoursSpecification: special }) =>
			weekly !== undefined || special !== undefined
	)
);

/** Reads the hours of a JSON-LD `Place` (or anything else that has them) as a schedule. What a schedule cannot hold is refused. */
export function readSchemaOrg(json: unknown): Result<WrittenSchedule, SchemaOrgFault> {
	const read = v.safeParse(documentSchema, json);
	if (!read.success) return failed({ kind: 'not understood', path: deepestPath(read.issues) });
	const rows = (key: 'openingHoursSpecification' | 'specialOpeningHoursSpecification') =>
		(read.output[key] ?? []).map((row, index): SchemaOrgRow => ({ ...row, path: `${key}.${index}` }));
	return fromSchemaOrg(rows('openingHoursSpecification'), rows('specialOpeningHoursSpecification'));
}

/** Of the alternatives of a union, the one that got furthest is what was meant. */
function deepestPath(issues: readonly v.BaseIssue<unknown>[], parent: readonly string[] = []): string {
	const paths = issues.map((issue) => {
		const path = [...parent, ...(issue.path ?? []).map(({ key }) => String(key))];
		return issue.issues === undefined ? path.join('.') : deepestPath(issue.issues, path);
	});
	return paths.reduce(
		(one, other) => (other.split('.').length > one.split('.').length ? other : one),
		parent.join('.')
	);
}

/** Null where there are no words; a language that is missing takes the first that is there. */
function nameOf(values: readonly { '@language': string; '@value': string }[]): LocalizedText | null {
	const words = values.map((value) => ({ language: value['@language'], text: value['@value'].trim() }));
	const first = words.find(({ text }) => text !== '');
	if (first === undefined) return null;
	const inLanguage = (language: Language) =>
		words.find((word) => word.language === language && word.text !== '')?.text ?? first.text;
	return { fi: inLanguage('fi'), sv: inLanguage('sv'), en: inLanguage('en') };
}
