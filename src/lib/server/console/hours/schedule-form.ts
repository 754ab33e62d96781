import type { ImportRefusal, MarkedField } from '../../../domain/console/change-form.ts';
import type { TypedFields } from '../../../domain/console/typed-fields.ts';
import type { Result } from '../../../domain/result.ts';
import { requireRole } from '../require-role.ts';
import { changeActions, type FormEvent } from './change-actions.ts';
import { editable, findSchedule, pointsWith } from './hours-page.ts';
import { readPoints, type HoursChange, type Where } from './read-change.ts';
import { pointFields } from './written-fields.ts';

/** As much of Kit's event as a page about one schedule needs: its address names the schedule. */
interface ScheduleEvent {
	readonly locals: App.Locals;
	readonly params: { readonly point: string; readonly schedule: string };
}

/** What every page with a form about one schedule shows, and the fields that say where a change goes. For administrators. */
export async function scheduleForm({ locals, params }: ScheduleEvent) {
	requireRole(locals, 'administrator');
	const { configuration, basedOn } = await editable(locals.console.kiosk);
	const { point, name, schedule } = findSchedule(configuration, params);
	const isInherited = point.inherited.includes(name);
	return {
		schedule,
		where: pointFields([isInherited ? 'defaults' : point.id]),
		shown: {
			point: { id: point.id, name: point.name, timeZone: point.place.timeZone },
			name,
			points: pointsWith(configuration, name),
			isInherited,
			basedOn
		}
	};
}

/** The actions behind such a form; `read` makes the change of what was written. Lead back to the schedule. */
export const scheduleActions = <Event extends FormEvent & ScheduleEvent>(
	read: (fields: TypedFields, where: Where) => Result<HoursChange, readonly MarkedField[] | ImportRefusal>
) =>
	changeActions<Event>(
		(fields, { locals, params }) => {
			const configuration = locals.console.kiosk.configuration();
			const where = readPoints(fields, findSchedule(configuration, params).name, configuration);
			return where.ok ? read(fields, where.value) : where;
		},
		({ params }) => `/console/hours/${params.point}/${params.schedule}`
	);
