import type { ChangeAnswer } from '../../domain/console/change-answer.ts';
import type { TypedFields } from '../../domain/console/typed-fields.ts';
import type { ConfigurationChange } from '../editing/configuration-change.ts';
import type { EditFault } from '../editing/configuration-editor.ts';
import type { ConsoleKiosk } from './console-kiosk.ts';

export interface AskedChange {
	readonly change: ConfigurationChange;
	readonly fields: TypedFields;
	readonly basedOn: string;
}

/** What a change would do; nothing is written. */
export async function previewChange({ editor }: ConsoleKiosk, asked: AskedChange): Promise<ChangeAnswer> {
	const preview = await editor.preview(asked.change);
	return preview.ok ? answer(asked, 'previewed') : refused(asked, preview.fault);
}

/** Saves a change and puts it on record, or says why not. */
export async function saveChange(
	{ editor, audit }: ConsoleKiosk,
	asked: AskedChange,
	who: string
): Promise<ChangeAnswer> {
	const saved = await editor.save(asked.change, asked.basedOn, who);
	if (saved.ok) {
		audit.record({ who, event: 'configuration saved', about: saved.value.summary });
		return answer(asked, 'saved');
	}
	audit.record({ who, event: 'configuration refused', about: `${asked.change.kind}: ${saved.fault.kind}` });
	return refused(asked, saved.fault);
}

const answer = ({ fields, basedOn }: AskedChange, state: ChangeAnswer['state']): ChangeAnswer => ({
	state,
	fields,
	basedOn,
	problems: [],
	refusal: null
});

const refused = (asked: AskedChange, fault: EditFault): ChangeAnswer => ({
	...answer(asked, 'refused'),
	problems: fault.kind === 'invalid' ? fault.problems.map(({ path, kind }) => ({ path, kind })) : [],
	refusal: fault.kind === 'invalid' ? null : fault
});
