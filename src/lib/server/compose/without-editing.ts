import { failed } from '../../domain/result.ts';
import type { ConfigurationEditor, EditFault } from '../editing/configuration-editor.ts';
import type { HandClosing } from '../machine/hand-closing.ts';

/** A console that changes nothing of the configuration, and a closing that lasts as long as the program. */
export const withoutEditor: ConfigurationEditor = {
	read: async () => failed([]),
	preview: async () => failed<EditFault>({ kind: 'folder is wrong', problems: [] }),
	save: async () => failed<EditFault>({ kind: 'folder is wrong', problems: [] }),
	history: () => [],
	undo: async () => failed<EditFault>({ kind: 'folder is wrong', problems: [] })
};

export function forgetfulHandClosing(): HandClosing {
	let closed: { readonly until: number | null } | null = null;
	return { state: () => closed, close: (until) => void (closed = { until }), open: () => void (closed = null) };
}
