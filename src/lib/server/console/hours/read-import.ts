import type { ImportRefusal, MarkedField } from '../../../domain/console/change-form.ts';
import { fieldOf, type TypedFields } from '../../../domain/console/typed-fields.ts';
import { fromOsmHours } from '../../../domain/hours/exchange/osm-import.ts';
import type { WrittenSchedule } from '../../../domain/hours/written-schedule.ts';
import { failed, ok, type Result } from '../../../domain/result.ts';
import { readSchemaOrg } from '../../editing/read-schema-org.ts';
import type { HoursChange } from './read-change.ts';

/** A whole schedule from what somebody pasted, in the format that they chose. */
export function readImport(
	fields: TypedFields,
	where: Pick<HoursChange, 'points' | 'schedule'>
): Result<HoursChange, readonly MarkedField[] | ImportRefusal> {
	const text = fieldOf(fields, 'text');
	if (text === '') return failed([{ path: 'text', kind: 'missing' }]);
	const value = fieldOf(fields, 'format') === 'schemaOrg' ? fromJson(text) : fromOsm(text);
	return value.ok ? ok({ kind: 'whole schedule', ...where, value: value.value }) : value;
}

function fromOsm(text: string): Result<WrittenSchedule, ImportRefusal> {
	const read = fromOsmHours(text);
	if (read.ok) return read;
	const { kind: reason, position, words } = read.fault;
	return failed({ kind: 'not imported', reason, at: { position: position + 1, words }, path: null });
}

function fromJson(text: string): Result<WrittenSchedule, ImportRefusal> {
	const document = parsed(text);
	if (document === undefined) return failed({ kind: 'not imported', reason: 'no json', at: null, path: null });
	const read = readSchemaOrg(document);
	if (read.ok) return read;
	return failed({ kind: 'not imported', reason: read.fault.kind, at: null, path: read.fault.path });
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
