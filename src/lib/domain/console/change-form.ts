import type { DayIntervalFault } from '../hours/day-interval.ts';
import type { OsmRefusalKind } from '../hours/exchange/osm-refusal.ts';
import type { SchemaOrgRefusal } from '../hours/exchange/schema-org-import.ts';
import type { HoursPreview } from '../hours/hours-preview.ts';
import type { ScheduleProblem } from '../hours/schedule-problems.ts';
import type { TypedFields } from './typed-fields.ts';

/** What can be wrong with one field of a form about hours. */
export type FieldProblemKind = DayIntervalFault | ScheduleProblem['kind'] | 'not a date' | 'missing' | 'not allowed';

export interface MarkedField {
	/** The field's name, or the beginning of it. Empty: the form as a whole. */
	readonly path: string;
	readonly kind: FieldProblemKind;
}

/** Why a change was not taken although each field is right. */
export type ChangeRefusal =
	| { readonly kind: 'changed meanwhile'; readonly who: string | null; readonly at: number | null }
	| {
			readonly kind: 'folder is wrong';
			readonly problems: readonly { readonly file: string; readonly line: number; readonly message: string }[];
	  }
	| { readonly kind: 'nothing to save' }
	| { readonly kind: 'not written'; readonly file: string };

/** Hours in another format that a schedule cannot hold as they are. */
export interface ImportRefusal {
	readonly kind: 'not imported';
	readonly reason: ImportRefusalReason;
	/** The place in the text, counted in characters from 1, and the words there; null where the format has no such place. */
	readonly at: { readonly position: number; readonly words: string } | null;
	/** Into a JSON document, e.g. `openingHoursSpecification.3`; null for other formats. */
	readonly path: string | null;
}
export type ImportRefusalReason = OsmRefusalKind | SchemaOrgRefusal['kind'] | 'no json';

/** What a form about hours gets back when it was sent: everything typed, and what came of it. */
export interface ChangeForm {
	readonly fields: TypedFields;
	/** The state of the configuration that the form was made from. */
	readonly basedOn: string;
	readonly problems: readonly MarkedField[];
	readonly refusal: ChangeRefusal | ImportRefusal | null;
	/** Null: still being written. */
	readonly preview: HoursPreview | null;
	/** Whether it was sent for good without saying that so dangerous a change is meant. */
	readonly mustBeMeant: boolean;
}

/** The problems with one field, or with a part of it. */
export const problemsAt = (problems: readonly MarkedField[], path: string): readonly MarkedField[] =>
	problems.filter((problem) => problem.path === path || problem.path.startsWith(`${path}.`));
