import { parseDocument } from 'yaml';
import type { YamlValue } from './yaml-value.ts';

/** The value of a YAML text; null where it has mistakes or aliases. */
export function readPlainly(text: string) {
	const document = parseDocument(text, { logLevel: 'silent' });
	if (document.errors.length > 0 || document.warnings.length > 0) return null;
	try {
		return { document, value: document.toJS({ maxAliasCount: 0 }) as YamlValue };
	} catch {
		return null;
	}
}
