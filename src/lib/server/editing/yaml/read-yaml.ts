import { parseDocument } from 'yaml';
import type { YamlValue } from './yaml-value.ts';

/** The value of a YAML text; null where it has mistakes, or more aliases than may be. */
export function readPlainly(text: string, maxAliasCount = 0) {
	const document = parseDocument(text, { logLevel: 'silent' });
	if (document.errors.length > 0 || document.warnings.length > 0) return null;
	try {
		return { document, value: document.toJS({ maxAliasCount }) as YamlValue };
	} catch {
		return null;
	}
}
