import type * as v from 'valibot';
import { dayIntervalPattern } from '../../domain/hours/day-interval.ts';
import { channelsSchema } from '../config/channels-schema.ts';
import { kioskSchema } from '../config/kiosk-schema.ts';
import { portalHostsSchema } from '../config/portal-hosts-schema.ts';
import { defaultsSchema, servicePointSchema } from '../config/service-point-schema.ts';
import { findingsOf, type Finding } from '../config/yaml-file.ts';
import type { ConfigurationChange } from './configuration-change.ts';
import type { FieldProblem } from './configuration-editor.ts';
import { defaultsPath } from './configuration-folder.ts';
import type { YamlMap } from './yaml/yaml-value.ts';

export const notAllowed = (path: string, message: string): FieldProblem => ({ path, kind: 'not allowed', message });

/** What the schemas of the files find wrong after a change, each said of the field of the change that it comes from. */
export function fieldProblems(
	change: ConfigurationChange,
	values: ReadonlyMap<string, YamlMap>
): readonly FieldProblem[] {
	const found = [...values].flatMap(([path, value]) =>
		findingsOf(schemas.get(path) ?? servicePointSchema, value).map((finding): FieldProblem => ({
			path: fieldOf(change, finding.path.map(String)).join('.'),
			kind: kindOf(finding),
			message: finding.message
		}))
	);
	// The same mistake is in every file and on every date that the change touches, and one a field is enough to read.
	const told = new Set<string>();
	return found.filter(({ path }) => !told.has(path) && told.add(path));
}

const schemas: ReadonlyMap<string, v.GenericSchema> = new Map<string, v.GenericSchema>([
	['kiosk.yaml', kioskSchema],
	['channels.yaml', channelsSchema],
	['portal-hosts.yaml', portalHostsSchema],
	[defaultsPath, defaultsSchema]
]);

/** From the place in a file to the field of the change; empty where no single field brought it about. */
function fieldOf(change: ConfigurationChange, [group, name, ...rest]: readonly string[]): readonly string[] {
	switch (change.kind) {
		case 'session limits':
			return group === 'session' && name !== undefined ? ['limits', name, ...rest] : [];
		case 'channel hosts':
			return rest;
		case 'put channel':
			return ['channel', ...rest];
		case 'put portal host':
			return ['host', ...rest];
		case 'weekly hours':
		case 'public holidays':
			return rest;
		case 'put season': {
			const [, , ...field] = rest;
			return ['season', ...(field.length === 0 ? ['from'] : field)];
		}
		case 'put exceptions': {
			const [, , ...field] = rest;
			return field;
		}
		case 'whole schedule':
			return ['value', ...rest];
		case 'remove season':
		case 'remove exceptions':
		case 'remove channel':
		case 'move channel':
		case 'remove portal host':
			return [];
	}
}

const namedKinds: Readonly<Record<Exclude<FieldProblem['kind'], 'not a date' | 'missing' | 'not allowed'>, true>> = {
	'not-an-interval': true,
	'no-such-time': true,
	'no-length': true,
	overlap: true,
	'runs into next day': true,
	'season ends before it starts': true,
	'seasons overlap': true,
	'duplicate exception': true
};
const isNamedKind = (word: string): word is keyof typeof namedKinds => Object.hasOwn(namedKinds, word);

function kindOf({ path, issue }: Finding): FieldProblem['kind'] {
	if (isNamedKind(issue.received)) return issue.received;
	if (issue.requirement === dayIntervalPattern) return 'not-an-interval';
	if (issue.received === 'undefined' || issue.type === 'min_length') return 'missing';
	return ['from', 'to', 'date'].includes(String(path.at(-1))) ? 'not a date' : 'not allowed';
}
