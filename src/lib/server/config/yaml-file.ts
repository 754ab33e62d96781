import * as v from 'valibot';
import { isMap, isNode, isScalar, LineCounter, parseDocument, type Document, type YAMLError } from 'yaml';
import { failed, ok, type Result } from '../../domain/result.ts';

/** One thing that is wrong in a configuration file, in words; `line` and `column` count from 1. */
export interface ConfigurationProblem {
	readonly file: string;
	readonly line: number;
	readonly column: number;
	readonly message: string;
}

/** `kiosk-config/kiosk.yaml:7:12 …`, as editors and terminals make it clickable. */
export const formatProblem = ({ file, line, column, message }: ConfigurationProblem): string =>
	`${file}:${line}:${column} ${message}`;

/** A file that is right by itself, and a way to say where in it something else is wrong. */
export interface YamlFile<Value> {
	readonly value: Value;
	/** A problem at a path into the file, or at its nearest part that exists. */
	problemAt(path: readonly PropertyKey[], message: string): ConfigurationProblem;
}

/** Reads one file's text by a schema. Nothing is taken from a file that has a problem. */
export function readYaml<Schema extends v.GenericSchema>(
	file: string,
	content: string,
	schema: Schema
): Result<YamlFile<v.InferOutput<Schema>>, readonly ConfigurationProblem[]> {
	const lines = new LineCounter();
	const document = parseDocument(content, { lineCounter: lines, prettyErrors: false });
	const at = (offset: number, message: string): ConfigurationProblem => {
		const { line, col } = lines.linePos(offset);
		return { file, line: Math.max(1, line), column: Math.max(1, col), message };
	};
	const broken = [...document.errors, ...document.warnings];
	if (broken.length > 0) return failed(broken.map((error) => at(error.pos[0], syntaxWords(error))));
	if (document.contents === null) return failed([at(0, 'the file is empty')]);

	const parsed = v.safeParse(schema, toValue(document));
	const problemAt = (path: readonly PropertyKey[], message: string) => at(offsetOf(document, path, 'value'), message);
	if (parsed.success) return ok({ value: parsed.output, problemAt });
	const problems = parsed.issues.flatMap((issue) => findings(issue, []));
	return failed(
		problems.map(({ path, about, message }) => at(offsetOf(document, path, about), withPath(path, message)))
	);
}

/** Enough for every file of a folder before and after a change. */
const rememberedFiles = 64;

/** `readYaml` for one who reads the same folder again and again: a text that was read not long ago is not read again. */
export function rememberingYaml(): typeof readYaml {
	const known = new Map<string, Result<YamlFile<unknown>, readonly ConfigurationProblem[]>>();
	return function read<Schema extends v.GenericSchema>(file: string, content: string, schema: Schema) {
		const key = `${file}\n${content}`;
		// A file has one schema for as long as the program runs.
		const found = known.get(key) as ReturnType<typeof readYaml<Schema>> | undefined;
		const result = found ?? readYaml(file, content, schema);
		known.delete(key);
		known.set(key, result);
		for (const oldest of known.keys()) if (known.size > rememberedFiles) known.delete(oldest);
		return result;
	};
}

/** An alias bomb throws in `toJS`; to the reader it is one more document that cannot be used. */
function toValue(document: Document): unknown {
	try {
		return document.toJS({ maxAliasCount: 20 });
	} catch {
		return null;
	}
}

/** What is wrong with a part of a value. */
export interface Finding {
	readonly path: readonly PropertyKey[];
	readonly about: 'key' | 'value';
	readonly message: string;
	readonly issue: v.BaseIssue<unknown>;
}

/** Everything that a schema finds wrong with a value. */
export function findingsOf(schema: v.GenericSchema, value: unknown): readonly Finding[] {
	const parsed = v.safeParse(schema, value);
	return parsed.success ? [] : parsed.issues.flatMap((issue) => findings(issue, []));
}

/** Of the alternatives of a union, the one that got furthest is what the person meant. */
function findings(issue: v.BaseIssue<unknown>, parent: readonly PropertyKey[]): readonly Finding[] {
	const path = [...parent, ...(issue.path ?? []).map((item) => item.key as PropertyKey)];
	const nested = (issue.issues ?? []).flatMap((inner) => findings(inner, path));
	const depth = Math.max(0, ...nested.map((inner) => inner.path.length));
	if (depth > path.length) return nested.filter((inner) => inner.path.length === depth);
	return [{ path, about: issue.path?.at(-1)?.origin === 'key' ? 'key' : 'value', message: issue.message, issue }];
}

const withPath = (path: readonly PropertyKey[], message: string): string =>
	path.length === 0 ? message : `${path.map(String).join('.')}: ${message}`;

function offsetOf(document: Document, path: readonly PropertyKey[], about: 'key' | 'value'): number {
	for (let length = path.length; length >= 0; length -= 1) {
		const keys = path.slice(0, length);
		const offset = (about === 'key' && length === path.length ? keyOffset : valueOffset)(document, keys);
		if (offset !== null) return offset;
	}
	return 0;
}

function valueOffset(document: Document, path: readonly PropertyKey[]): number | null {
	const node = path.length === 0 ? document.contents : document.getIn(path, true);
	return isNode(node) ? (node.range?.[0] ?? null) : null;
}

function keyOffset(document: Document, path: readonly PropertyKey[]): number | null {
	const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
	if (!isMap(parent)) return valueOffset(document, path);
	const pair = parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1));
	return isScalar(pair?.key) ? (pair.key.range?.[0] ?? null) : null;
}

function syntaxWords(error: YAMLError): string {
	switch (error.code) {
		case 'DUPLICATE_KEY':
			return 'this key is written twice in the same group; keep one';
		case 'TAB_AS_INDENT':
			return 'there is a tab; YAML is indented with spaces only';
		case 'BAD_INDENT':
			return 'the indentation does not fit the lines above; or the file is cut off here';
		case 'MISSING_CHAR':
			return `a sign is missing, or the file is cut off here (${error.message})`;
		default:
			return `this is not valid YAML (${error.message})`;
	}
}
