import { isDeepStrictEqual } from 'node:util';
import { isYamlMap, type YamlValue } from './yaml-value.ts';

/** What tells the items of the configuration's lists apart. */
const identityKeys = ['id', 'host', 'date'] as const;

const identityOf = (item: YamlValue): YamlValue | null => {
	if (!isYamlMap(item)) return null;
	const key = identityKeys.find((candidate) => candidate in item);
	return key === undefined ? null : (item[key] ?? null);
};

/** For each item of a changed list the index of the item that it continues, so that what is written about that one stays with it; null: it is new. */
export function continuedItems(before: readonly YamlValue[], after: readonly YamlValue[]): readonly (number | null)[] {
	const identities = new Map(before.map((item, index) => [identityOf(item), index]));
	if (!identities.has(null)) return after.map((item) => identities.get(identityOf(item)) ?? null);

	const found = commonItems(before, after);
	let lowest = 0;
	return found.map((index, at) => {
		if (index === null) {
			// Between two items that stayed, the first that changed continues the first that is gone, and so on.
			const highest = found.slice(at).find((candidate) => candidate !== null) ?? before.length;
			index = lowest < highest ? lowest : null;
			if (index !== null && isYamlMap(before[index]) !== isYamlMap(after[at])) return null;
		}
		if (index !== null) lowest = index + 1;
		return index;
	});
}

/** The longest common subsequence: for each item after the equal one before, in order. */
function commonItems(before: readonly YamlValue[], after: readonly YamlValue[]): (number | null)[] {
	const lengths = Array.from({ length: before.length + 1 }, () => new Array<number>(after.length + 1).fill(0));
	const lengthAt = (from: number, to: number) => lengths[from]?.[to] ?? 0;
	for (let from = before.length - 1; from >= 0; from -= 1) {
		for (let to = after.length - 1; to >= 0; to -= 1) {
			const same = isDeepStrictEqual(before[from], after[to]);
			const length = same ? lengthAt(from + 1, to + 1) + 1 : Math.max(lengthAt(from + 1, to), lengthAt(from, to + 1));
			lengths[from]?.splice(to, 1, length);
		}
	}
	const found = new Array<number | null>(after.length).fill(null);
	for (let from = 0, to = 0; from < before.length && to < after.length;) {
		if (isDeepStrictEqual(before[from], after[to])) found[to++] = from++;
		else if (lengthAt(from + 1, to) >= lengthAt(from, to + 1)) from += 1;
		else to += 1;
	}
	return found;
}
