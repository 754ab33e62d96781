import { isDeepStrictEqual } from 'node:util';
import { readPlainly } from './read-yaml.ts';
import { isYamlList, isYamlMap, type YamlValue } from './yaml-value.ts';

const isScalar = (value: YamlValue) => typeof value !== 'object' || value === null;

/** The widest line that is written on one line by choice. */
const lineWidth = 120;

/** On one line: `[09:00-12:00]`, `{ fi: kesä, sv: sommar, en: summer }`. */
export function oneLine(value: YamlValue): string {
	if (typeof value === 'string') return scalarText(value);
	if (isYamlList(value)) return `[${value.map(oneLine).join(', ')}]`;
	if (!isYamlMap(value)) return String(value);
	const pairs = Object.entries(value).map(([key, item]) => `${scalarText(key)}: ${oneLine(item)}`);
	return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}

/** What stands after `key:` when it fits on its line; null: it is written on lines of its own. */
export function besideKey(value: YamlValue, column: number): string | null {
	const text = oneLine(value);
	if (isScalar(value)) return text;
	const items = isYamlMap(value) ? Object.values(value) : value;
	return isYamlList(items) && items.every(isScalar) && column + text.length <= lineWidth ? text : null;
}

/** The lines of `key: value` in a group that is indented so far. */
export function pairLines(key: string, value: YamlValue, indent: number): readonly string[] {
	const head = `${' '.repeat(indent)}${scalarText(key)}:`;
	const beside = besideKey(value, head.length + 1);
	return beside === null ? [head, ...ownLines(value, indent + 2)] : [`${head} ${beside}`];
}

/** The lines of a value that does not stand beside its key. */
export const ownLines = (value: YamlValue, indent: number): readonly string[] =>
	isYamlMap(value)
		? Object.entries(value).flatMap(([key, item]) => pairLines(key, item, indent))
		: isYamlList(value)
			? value.flatMap((item) => itemLines(item, indent))
			: [`${' '.repeat(indent)}${oneLine(value)}`];

/** The lines of `- item`; `spread`: one key a line also where it would fit on one. */
export function itemLines(item: YamlValue, indent: number, spread = false): readonly string[] {
	const dash = `${' '.repeat(indent)}- `;
	const text = oneLine(item);
	const fits = dash.length + text.length <= lineWidth && !spread;
	if (!isYamlMap(item) || fits || Object.keys(item).length === 0) return [dash + text];
	const [first = '', ...rest] = ownLines(item, indent + 2);
	return [dash + first.slice(dash.length), ...rest];
}

/** Plain where it reads back as the same text, otherwise in quotes. */
function scalarText(text: string): string {
	if (/^[\p{L}\p{N}]/u.test(text) && readsAs(text, text)) return text;
	const quoted = `'${text.replaceAll("'", "''")}'`;
	return readsAs(quoted, text) ? quoted : JSON.stringify(text);
}

const readsAs = (written: string, text: string): boolean =>
	!/[\n\r]/.test(written) && isDeepStrictEqual(readPlainly(`[${written}]`)?.value, [text]);
