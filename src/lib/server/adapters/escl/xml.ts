/** An element: its name without prefix, its own text, and its children in order. */
export interface XmlElement {
	readonly name: string;
	readonly text: string;
	readonly children: readonly XmlElement[];
}

interface OpenElement {
	readonly qualifiedName: string;
	text: string;
	readonly children: XmlElement[];
}

const maxDepth = 32;
const maxElements = 20_000;
const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
const spaces = [' ', '\t', '\r', '\n', '/'];

/**
 * Reads the elements and texts of a whole XML document, or null for what is none: tags that do not match, an end too early, anything
 * after the root, too deep or too many. Attributes, comments and processing instructions are passed over; a document type is refused.
 */
export function readXml(document: string): XmlElement | null {
	const open: OpenElement[] = [];
	let root: XmlElement | null = null;
	let elements = 0;
	for (let at = 0; at < document.length;) {
		const tag = document.indexOf('<', at);
		const text = document.slice(at, tag === -1 ? document.length : tag);
		const inside = open.at(-1);
		if (inside) inside.text += text;
		else if (text.replace('\uFEFF', '').trim() !== '') return null;
		if (tag === -1) break;
		const skipped = ['<!--', '-->', '<?', '?>', '<![CDATA[', ']]>'];
		const kind = [0, 2, 4].find((index) => document.startsWith(skipped[index] ?? '', tag));
		const closing = kind === undefined ? '>' : (skipped[kind + 1] ?? '>');
		const end = document.indexOf(closing, tag + 1);
		if (end === -1) return null;
		at = end + closing.length;
		if (kind === 4 && inside) inside.text += document.slice(tag + 9, end).replaceAll('&', '&amp;');
		if (kind !== undefined) continue;
		const content = document.slice(tag + 1, end);
		if (content.startsWith('!')) return null;
		if (content.startsWith('/')) {
			const closed = open.pop();
			if (!closed || closed.qualifiedName !== content.slice(1).trim()) return null;
			const element = finish(closed);
			const parent = open.at(-1);
			if (parent) parent.children.push(element);
			else root = element;
			continue;
		}
		const nameEnd = spaces.map((space) => content.indexOf(space)).filter((index) => index !== -1);
		const qualifiedName = content.slice(0, Math.min(content.length, ...nameEnd));
		if (qualifiedName === '' || root || ++elements > maxElements || open.length >= maxDepth) return null;
		const element: OpenElement = { qualifiedName, text: '', children: [] };
		if (!content.endsWith('/')) open.push(element);
		else if (inside) inside.children.push(finish(element));
		else root = finish(element);
	}
	return open.length === 0 ? root : null;
}

const finish = ({ qualifiedName, text, children }: OpenElement): XmlElement => ({
	name: qualifiedName.slice(qualifiedName.indexOf(':') + 1),
	text: decodeEntities(text).trim(),
	children
});

function decodeEntities(text: string): string {
	if (!text.includes('&')) return text;
	return text
		.split('&')
		.map((part, index) => {
			const end = part.indexOf(';');
			const decoded = index === 0 || end === -1 ? undefined : entities[part.slice(0, end)];
			return index === 0 ? part : decoded === undefined ? `&${part}` : decoded + part.slice(end + 1);
		})
		.join('');
}

/** The first element on this way down from (not including) `from`. */
export function childOf(from: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined {
	return names.reduce<XmlElement | undefined>(
		(element, name) => element?.children.find((child) => child.name === name),
		from
	);
}

/** Every element of this name below `from`, in document order. */
export function allBelow(from: XmlElement | undefined, name: string): readonly XmlElement[] {
	return (from?.children ?? []).flatMap((child) => [...(child.name === name ? [child] : []), ...allBelow(child, name)]);
}
