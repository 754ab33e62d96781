import { fail, redirect } from '@sveltejs/kit';
import { editIntervals } from '../../../domain/console/edit-intervals.ts';
import type { ChangeForm, ChangeRefusal, ImportRefusal, MarkedField } from '../../../domain/console/change-form.ts';
import {
	fieldOf,
	intervalDrafts,
	withDrafts,
	withoutEmptyRows,
	type TypedFields
} from '../../../domain/console/typed-fields.ts';
import { previewDangers } from '../../../domain/hours/preview-danger.ts';
import type { Result } from '../../../domain/result.ts';
import type { ConfigurationEditor, EditFault } from '../../editing/configuration-editor.ts';
import { requireRole } from '../require-role.ts';
import type { HoursChange } from './read-change.ts';

/** As much of Kit's event as a form's action needs, whatever the route. */
export type FormEvent = { readonly request: Request; readonly locals: App.Locals; readonly url: URL };

/** What a page makes of its form. */
export type ReadChange<Event> = (
	fields: TypedFields,
	event: Event
) => Result<HoursChange, readonly MarkedField[] | ImportRefusal>;

/** Fields that tell what to do with the form and are no part of what was written. */
const orders = ['basedOn', 'step', 'meant'];

/**
 * The actions behind every form about hours: `edit` (a small button, or back from the preview), `preview`, `save`. Each is for
 * administrators only and gives back all that was typed; after `save` one is led to `afterwards`.
 */
export function changeActions<Event extends FormEvent>(
	read: ReadChange<Event>,
	afterwards: (event: Event, change: HoursChange) => string
) {
	const open = async (event: Event, rows: 'all rows' | 'written rows') => {
		const user = requireRole(event.locals, 'administrator');
		const { editor, audit } = event.locals.console.kiosk;
		return { user, editor, audit, ...(await received(event.request, rows)) };
	};
	return {
		edit: async (event: Event): Promise<ChangeForm> => {
			const { form, step } = await open(event, 'all rows');
			const drafts = editIntervals(intervalDrafts(form.fields), step);
			const kept = form.fields.filter(([name]) => name !== 'remove');
			return { ...form, fields: withDrafts(kept, drafts) };
		},
		preview: async (event: Event) => {
			const { form, editor } = await open(event, 'written rows');
			const change = read(form.fields, event);
			if (!change.ok) return unread(form, change.fault);
			const preview = await editor.preview(change.value);
			return preview.ok
				? { ...form, preview: preview.value.hours }
				: refused(form, preview.fault, editor, change.value);
		},
		save: async (event: Event) => {
			const { form, editor, audit, user, isMeant } = await open(event, 'written rows');
			const change = read(form.fields, event);
			if (!change.ok) return unread(form, change.fault);
			const preview = await editor.preview(change.value);
			if (!preview.ok) return refused(form, preview.fault, editor, change.value);
			const { hours } = preview.value;
			if (previewDangers(hours).length > 0 && !isMeant)
				return fail(400, { ...form, preview: hours, mustBeMeant: true });
			const saved = await editor.save(change.value, form.basedOn, user.name);
			const { summary } = preview.value;
			if (!saved.ok) {
				const about = `${summary}: ${saved.fault.kind}`;
				audit.record({ who: user.name, event: 'configuration refused', about });
				return refused(form, saved.fault, editor, change.value);
			}
			audit.record({ who: user.name, event: 'configuration saved', about: summary });
			const news = new URLSearchParams({ saved: String(saved.value.id), what: change.value.kind });
			redirect(303, `${afterwards(event, change.value)}?${news}`);
		}
	};
}

/** The action behind "undo"; leads back to the page with what came of it. */
export async function undo(event: FormEvent): Promise<never> {
	const user = requireRole(event.locals, 'administrator');
	const form = await event.request.formData();
	const version = Number(form.get('version'));
	const { editor, audit } = event.locals.console.kiosk;
	const undone = await editor.undo(version, user.name);
	if (undone.ok) audit.record({ who: user.name, event: 'configuration undone', about: undone.value.summary });
	redirect(303, `${event.url.pathname}?${undone.ok ? 'undone' : 'not-undone'}=${version}`);
}

/** A small button counts every row, also one that is still empty. */
async function received(
	request: Request,
	rows: 'all rows' | 'written rows'
): Promise<{ form: ChangeForm; step: string; isMeant: boolean }> {
	const sent = [...(await request.formData())].flatMap(([name, value]) =>
		typeof value === 'string' ? [[name, value] as const] : []
	);
	const fields = sent.filter(([name]) => !orders.includes(name));
	const drafts = intervalDrafts(fields);
	return {
		form: {
			fields: withDrafts(fields, rows === 'all rows' ? drafts : withoutEmptyRows(drafts)),
			basedOn: fieldOf(sent, 'basedOn'),
			problems: [],
			refusal: null,
			preview: null,
			mustBeMeant: false
		},
		step: fieldOf(sent, 'step'),
		isMeant: fieldOf(sent, 'meant') === 'yes'
	};
}

const unread = (form: ChangeForm, fault: readonly MarkedField[] | ImportRefusal) =>
	fail(400, 'kind' in fault ? { ...form, refusal: fault } : { ...form, problems: fault });

/** Refusals go back with the state of the folder as it is now, so that the change can be previewed again on top of it. */
async function refused(form: ChangeForm, fault: EditFault, editor: ConfigurationEditor, change: HoursChange) {
	if (fault.kind === 'invalid') return fail(400, { ...form, problems: fault.problems.map(marked(change)) });
	const now = await editor.read();
	const basedOn = now.ok ? now.value.revision : form.basedOn;
	return fail(409, { ...form, basedOn, refusal: told(fault) });
}

/** What the browser gets of a refusal. */
function told(fault: Exclude<EditFault, { kind: 'invalid' }>): ChangeRefusal {
	switch (fault.kind) {
		case 'changed meanwhile':
			return { kind: fault.kind, who: fault.who, at: fault.at };
		case 'folder is wrong':
			return {
				kind: fault.kind,
				problems: fault.problems.map(({ file, line, message }) => ({ file, line, message }))
			};
		case 'nothing to save':
			return { kind: fault.kind };
		case 'not written':
			return { kind: fault.kind, file: fault.file };
	}
}

/** Fields are named after the path into the change, so most problems find theirs; an imported schedule has one field only. */
const marked =
	({ kind }: HoursChange) =>
	({ path, kind: problem }: MarkedField): MarkedField => ({
		path: kind === 'whole schedule' ? 'text' : path,
		kind: problem
	});
