/** HTML that is already safe to send. */
export interface Markup {
	readonly html: string;
}

type Part = string | number | Markup | readonly Markup[] | null;

const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function written(part: Part): string {
	if (part === null) return '';
	if (typeof part === 'string') return part.replace(/[&<>"']/g, (character) => named[character] ?? '');
	if (typeof part === 'number') return String(part);
	return 'html' in part ? part.html : part.map(written).join('');
}

/** Writes HTML; every text that is put in is escaped, `null` writes nothing. */
export const markup = (fixed: TemplateStringsArray, ...parts: readonly Part[]): Markup => ({
	html: String.raw({ raw: fixed }, ...parts.map(written))
});
