import type { ChangeRefusal, MarkedField } from './change-form.ts';
import type { TypedFields } from './typed-fields.ts';

/** What comes back to a form about settings or channels: everything typed, and what came of it. */
export interface ChangeAnswer {
	readonly state: 'refused' | 'previewed' | 'saved';
	readonly fields: TypedFields;
	/** The state of the configuration that was looked at; goes back with the save. */
	readonly basedOn: string;
	readonly problems: readonly MarkedField[];
	readonly refusal: ChangeRefusal | null;
}

/** One field before and after. */
export interface FieldChange {
	readonly field: string;
	readonly before: string;
	readonly after: string;
}

/** The fields that a form would change, in its order. */
export const fieldChanges = (before: TypedFields, after: TypedFields): readonly FieldChange[] =>
	before.flatMap(([field, was]) => {
		const is = after.find(([name]) => name === field)?.[1].trim() ?? '';
		return is === was.trim() ? [] : [{ field, before: was, after: is }];
	});
