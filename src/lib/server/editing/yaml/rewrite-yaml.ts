import { isDeepStrictEqual } from 'node:util';
import { isMap, isNode, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';
import { continuedItems } from './continued-items.ts';
import { flowEdit, type FlowPart, type Stretch } from './flow-edit.ts';
import { readPlainly } from './read-yaml.ts';
import { besideKey, itemLines, oneLine, ownLines, pairLines } from './render-yaml.ts';
import { isYamlList, isYamlMap, type YamlMap, type YamlValue } from './yaml-value.ts';
import { lineEnd, lineStart, nextLine, withEdits, type TextEdit } from './text-edits.ts';

/**
 * Makes a YAML text say `value`, touching only what says something else: every other line, with its comments and its way of
 * writing, stays as it is byte by byte. Null where the text is written in a way that this cannot be done with (aliases, merge keys).
 */
export function rewriteYaml(text: string, value: YamlMap): string | null {
	const was = readPlainly(text);
	if (was === null) return null;
	const { contents } = was.document;
	const rewritten =
		isMap(contents) && isYamlMap(was.value)
			? withEdits(text, mapEdits({ text, newLine: text.includes('\r\n') ? '\r\n' : '\n' }, contents, was.value, value))
			: `${text}${ownLines(value, 0).join('\n')}\n`;
	return isDeepStrictEqual(readPlainly(rewritten)?.value, value) ? rewritten : null;
}

interface Source {
	readonly text: string;
	readonly newLine: string;
}

function valueEdits(source: Source, node: Node, was: YamlValue, value: YamlValue): readonly TextEdit[] {
	if (isDeepStrictEqual(was, value)) return [];
	if (isMap(node) && isYamlMap(was) && isYamlMap(value)) return mapEdits(source, node, was, value);
	if (isSeq(node) && isYamlList(was) && isYamlList(value)) return listEdits(source, node, was, value);
	const { start, end } = stretchOf(source, node);
	return [{ from: start, to: end, text: oneLine(value) }];
}

interface WrittenPair extends Stretch {
	readonly key: string;
	readonly colon: number;
	readonly node: Node;
}

const pairsOf = (source: Source, node: YAMLMap): readonly WrittenPair[] =>
	node.items.flatMap(({ key, value }: Pair) => {
		if (!isScalar(key) || !isNode(value)) return [];
		const { start, end } = stretchOf(source, key);
		return [
			{
				key: String(key.value),
				start,
				colon: source.text.indexOf(':', end),
				end: stretchOf(source, value).end,
				node: value
			}
		];
	});

function mapEdits(source: Source, node: YAMLMap, was: YamlMap, value: YamlMap): readonly TextEdit[] {
	const pairs = pairsOf(source, node);
	const keysBefore = (key: string) => Object.keys(value).slice(0, Object.keys(value).indexOf(key));
	if (node.flow === true) {
		const editsOf = (pair: WrittenPair) =>
			valueEdits(source, pair.node, was[pair.key] ?? null, value[pair.key] ?? null);
		const kept = pairs
			.map((pair, entry) => ({ key: pair.key, entry, edits: editsOf(pair) }))
			.filter(({ key }) => key in value);
		if (kept.length === pairs.length && Object.keys(value).length === pairs.length)
			return kept.flatMap(({ edits }) => edits);
		const parts: (FlowPart & { readonly key: string })[] = [...kept];
		for (const [key, item] of Object.entries(value).filter(([key]) => !(key in was))) {
			const after = parts.findLastIndex((part) => keysBefore(key).includes(part.key));
			parts.splice(after + 1, 0, { key, text: oneLine({ [key]: item }).slice(2, -2) });
		}
		return [flowEdit(source.text, stretchOf(source, node), pairs, parts)];
	}

	const indent = (pairs[0]?.start ?? 0) - lineStart(source.text, pairs[0]?.start ?? 0);
	const stays = pairs.filter(({ key }) => key in value);
	const [firstPair, ...otherPairs] = pairs;
	if (stays.length === 0 && firstPair !== undefined) {
		const { start, end } = firstPair;
		const lines = ownLines(value, indent).join(source.newLine).trimStart();
		return [{ from: start, to: end, text: lines }, ...otherPairs.map((pair) => wholeLines(source, pair))];
	}
	const edits: TextEdit[] = [];
	for (const [index, pair] of pairs.entries()) {
		const item = value[pair.key];
		const isAfterDash = source.text.slice(0, pair.start).endsWith('- ');
		if (item === undefined && isAfterDash)
			edits.push({ from: pair.start, to: pairs[index + 1]?.start ?? pair.end, text: '' });
		else if (item === undefined) edits.push(wholeLines(source, pair));
		else edits.push(...pairEdits(source, pair, was[pair.key] ?? null, item, indent));
	}
	for (const [key, item] of Object.entries(value).filter(([key]) => !(key in was))) {
		const lines = pairLines(key, item, indent);
		const after = stays.findLast((pair) => keysBefore(key).includes(pair.key));
		edits.push(
			after === undefined
				? before(source, stays[0]?.start ?? 0, lines, indent)
				: below(source, endWithComments(source.text, after.end, indent), lines)
		);
	}
	return edits;
}

/** The edits of a value that stands after `key:` among other lines. */
function pairEdits(
	source: Source,
	pair: WrittenPair,
	was: YamlValue,
	value: YamlValue,
	indent: number
): readonly TextEdit[] {
	const { node, colon, end } = pair;
	const isBlock = (isMap(node) || isSeq(node)) && node.flow !== true;
	const isEmptied = isBlock && (isYamlMap(value) || isYamlList(value)) && Object.keys(value).length === 0;
	const isFilled = !isBlock && isEmpty(was) && besideKey(value, colon + 2 - lineStart(source.text, colon)) === null;
	if (isDeepStrictEqual(was, value)) return [];
	if (isFilled) return [{ from: colon + 1, to: end, text: '' }, below(source, end, ownLines(value, indent + 2))];
	if (isEmptied) {
		const gone = isSeq(node) ? itemsOf(source, node) : isMap(node) ? pairsOf(source, node) : [];
		const beside = { from: colon + 1, to: colon + 1, text: ` ${oneLine(value)}` };
		return [beside, ...gone.map((stretch) => linesBelow(source, stretch))];
	}
	if (isBlock && (isMap(node) ? !isYamlMap(value) : !isYamlList(value))) {
		return [{ from: colon + 1, to: end, text: ` ${oneLine(value)}` }];
	}
	return valueEdits(source, node, was, value);
}

function listEdits(
	source: Source,
	node: YAMLSeq,
	was: readonly YamlValue[],
	value: readonly YamlValue[]
): readonly TextEdit[] {
	const continued = continuedItems(was, value);
	const editsOf = (index: number, item: YamlValue) => {
		const itemNode = node.items[index];
		return isNode(itemNode) ? valueEdits(source, itemNode, was[index] ?? null, item) : [];
	};
	if (was.length === value.length && continued.every((entry, index) => entry === index)) {
		return value.flatMap((item, index) => editsOf(index, item));
	}
	if (node.flow === true) {
		const entries = node.items.filter(isNode).map((item) => stretchOf(source, item));
		const parts = value.map((item, index): FlowPart => {
			const entry = continued[index] ?? null;
			return entry === null ? { text: oneLine(item) } : { entry, edits: editsOf(entry, item) };
		});
		return [flowEdit(source.text, stretchOf(source, node), entries, parts)];
	}

	const { text } = source;
	const chunks = itemsOf(source, node).map(({ start, end }) => ({
		start: lineStart(text, start),
		end: lineEnd(text, end)
	}));
	const [first, last] = [chunks[0], chunks.at(-1)];
	if (first === undefined || last === undefined) return [];
	const indent = text.slice(first.start, first.end).indexOf('-');
	const isSpread = node.items.some((item) => isMap(item) && item.flow !== true);
	/** The comments and empty lines above an item; those above the first are not the list's own. */
	const above = (index: number) => {
		const upper = chunks[index - 1];
		const chunk = chunks[index];
		return upper === undefined || chunk === undefined ? '' : text.slice(nextLine(text, upper.end), chunk.start);
	};
	const stays = new Set(continued);
	let passed = 0;
	const aboveGone = (upTo: number) => {
		const gone = Array.from({ length: Math.max(0, upTo - passed) }, (_, offset) => passed + offset);
		passed = Math.max(passed, upTo + 1);
		return gone.filter((index) => !stays.has(index)).map(above);
	};
	const lines = value.flatMap((item, index) => {
		const entry = continued[index] ?? null;
		const chunk = entry === null ? undefined : chunks[entry];
		if (entry === null || chunk === undefined)
			return itemLines(item, indent, isSpread).map((line) => line + source.newLine);
		const written = withEdits(text, editsOf(entry, item), chunk.start, chunk.end) + source.newLine;
		return [...aboveGone(entry), above(entry), written];
	});
	const all = [...lines, ...aboveGone(chunks.length)].join('');
	return [{ from: first.start, to: last.end, text: all.slice(0, -source.newLine.length) }];
}

/** From its dash to its end. */
const itemsOf = (source: Source, node: YAMLSeq): readonly Stretch[] =>
	node.items.filter(isNode).map((item) => {
		const { start, end } = stretchOf(source, item);
		return { start: source.text.lastIndexOf('-', start - 1), end };
	});

/** Without the comments and line breaks that follow. */
function stretchOf(source: Source, node: Node): Stretch {
	const [start, end] = node.range ?? [0, 0];
	const last = isSeq(node) ? node.items.at(-1) : isMap(node) ? node.items.at(-1)?.value : null;
	if ((isSeq(node) || isMap(node)) && node.flow !== true && isNode(last))
		return { start, end: stretchOf(source, last).end };
	// A text in the style of `|` and `>` counts its last line break as its own.
	const breaks = /(?:\r?\n)*$/.exec(source.text.slice(start, end))?.[0].length ?? 0;
	return { start, end: end - breaks };
}

const isEmpty = (value: YamlValue) => (isYamlMap(value) || isYamlList(value)) && Object.keys(value).length === 0;

const wholeLines = ({ text }: Source, { start, end }: Stretch): TextEdit => ({
	from: lineStart(text, start),
	to: nextLine(text, end),
	text: ''
});

/** Takes lines away with the break above them, so that something can still be put below them. */
function linesBelow({ text }: Source, { start, end }: Stretch): TextEdit {
	const line = lineStart(text, start);
	return { from: text[line - 2] === '\r' ? line - 2 : line - 1, to: lineEnd(text, end), text: '' };
}

function below({ text, newLine }: Source, offset: number, lines: readonly string[]): TextEdit {
	const at = lineEnd(text, offset);
	return { from: at, to: at, text: lines.map((line) => newLine + line).join('') };
}

/** The end of a value with the comments below it that are indented further than the keys of its group, so that they are about it. */
function endWithComments(text: string, end: number, indent: number): number {
	const comments = new RegExp(`(?:[ \\t]*\\r?\\n)+ {${indent + 1},}#[^\\r\\n]*`, 'y');
	let found = lineEnd(text, end);
	for (comments.lastIndex = found; comments.test(text);) found = comments.lastIndex;
	return found;
}

/** Before the first key of a group, which may stand after a dash. */
const before = ({ newLine }: Source, at: number, lines: readonly string[], indent: number): TextEdit => ({
	from: at,
	to: at,
	text: `${lines.join(newLine).trimStart()}${newLine}${' '.repeat(indent)}`
});
