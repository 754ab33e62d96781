import { isDeepStrictEqual } from 'node:util';
import { failed, ok, type Result } from '../../domain/result.ts';
import { dateSchema } from '../config/schedule-schema.ts';
import { scheduleNames } from '../config/service-point-schema.ts';
import { findingsOf } from '../config/yaml-file.ts';
import { changedList } from './changed-list.ts';
import { changedSchedule, type ScheduleChange } from './changed-schedule.ts';
import type { ConfigurationChange } from './configuration-change.ts';
import type { FieldProblem } from './configuration-editor.ts';
import { defaultsPath, pathOfPoint } from './configuration-folder.ts';
import { notAllowed } from './field-problems.ts';
import { isYamlMap, type YamlMap } from './yaml/yaml-value.ts';

/** What the files that a change touches say after it. */
export interface ChangedFiles {
	/** Only files that say something else than before. */
	readonly values: ReadonlyMap<string, YamlMap>;
	/** Points that shared this schedule with others and have one of their own from now on. */
	readonly ownCopies: readonly string[];
}

/** The files that a change may write, whether or not it changes anything in them. */
export function touchedFiles(change: ConfigurationChange): readonly string[] {
	if ('points' in change) return [...new Set(change.points)].map(pathOfPoint);
	switch (change.kind) {
		case 'session limits':
			return ['kiosk.yaml'];
		case 'put portal host':
		case 'remove portal host':
			return ['portal-hosts.yaml'];
		default:
			return ['channels.yaml'];
	}
}

/** Works out a change on what the files say (those it touches, and the defaults). `points`: all that have a file. Refuses what has no place to go; whether the rest is right is for the schemas. */
export function changedFiles(
	change: ConfigurationChange,
	values: ReadonlyMap<string, YamlMap>,
	points: readonly string[]
): Result<ChangedFiles, readonly FieldProblem[]> {
	if ('points' in change) return changedPoints(change, values, points);
	const [path = ''] = touchedFiles(change);
	const was = values.get(path) ?? {};
	const value: Result<YamlMap, readonly FieldProblem[]> =
		change.kind === 'session limits' ? ok({ ...was, session: { ...change.limits } }) : changedList(change, was);
	if (!value.ok) return value;
	return ok({ values: new Map(isDeepStrictEqual(was, value.value) ? [] : [[path, value.value]]), ownCopies: [] });
}

function changedPoints(
	change: ScheduleChange,
	values: ReadonlyMap<string, YamlMap>,
	points: readonly string[]
): Result<ChangedFiles, readonly FieldProblem[]> {
	const problems = [...placeProblems(change, values, points), ...rangeProblems(change)];
	if (problems.length > 0) return failed(problems);

	const changed = new Map<string, YamlMap>();
	const ownCopies: string[] = [];
	for (const point of new Set(change.points)) {
		const file = values.get(pathOfPoint(point)) ?? {};
		const { own, inherited } = schedulesOf(change, file, values);
		if (own === undefined && inherited !== undefined && change.points.includes('defaults')) continue;
		const was = own ?? inherited;
		const becomes = changedSchedule(change, was ?? {});
		if (isDeepStrictEqual(was, becomes)) continue;
		if (own === undefined && inherited !== undefined) ownCopies.push(point);
		changed.set(pathOfPoint(point), {
			...file,
			schedules: { ...mapOf(file['schedules']), [change.schedule]: becomes }
		});
	}
	return ok({ values: changed, ownCopies });
}

const mapOf = (value: unknown): YamlMap => (isYamlMap(value) ? value : {});

function schedulesOf(change: ScheduleChange, file: YamlMap, values: ReadonlyMap<string, YamlMap>) {
	const scheduleIn = (of: YamlMap) => {
		const found = mapOf(of['schedules'])[change.schedule];
		return isYamlMap(found) ? found : undefined;
	};
	return {
		own: scheduleIn(file),
		inherited: file['inherits'] === undefined ? undefined : scheduleIn(values.get(defaultsPath) ?? {})
	};
}

function placeProblems(
	change: ScheduleChange,
	values: ReadonlyMap<string, YamlMap>,
	points: readonly string[]
): readonly FieldProblem[] {
	if (!(scheduleNames as readonly string[]).includes(change.schedule)) {
		return [notAllowed('schedule', `"${change.schedule}" is not a schedule; allowed: ${scheduleNames.join(', ')}`)];
	}
	if (change.points.length === 0) return [notAllowed('points', 'no service point is chosen')];
	const known = new Set([...points, 'defaults']);
	const mayBegin = change.kind === 'weekly hours' || change.kind === 'whole schedule';
	return change.points.flatMap((point, index) => {
		if (!known.has(point)) {
			return [notAllowed(`points.${index}`, `"${point}" is no service point; known: ${[...known].join(', ')}`)];
		}
		const { own, inherited } = schedulesOf(change, values.get(pathOfPoint(point)) ?? {}, values);
		if (mayBegin || own !== undefined || inherited !== undefined) return [];
		return [notAllowed(`points.${index}`, `${point} has no schedule ${change.schedule}; set its weekly hours first`)];
	});
}

const longestRange = 400;

function rangeProblems(change: ScheduleChange): readonly FieldProblem[] {
	if (change.kind !== 'put exceptions' && change.kind !== 'remove exceptions') return [];
	const { from, to } = change;
	const wrong = (['from', 'to'] as const).flatMap((path) =>
		findingsOf(dateSchema, change[path])
			.slice(0, 1)
			.map(({ message }) => ({ path, kind: 'not a date' as const, message }))
	);
	if (wrong.length > 0) return wrong;
	if (to < from) return [notAllowed('to', `the range ends on ${to}, before it starts on ${from}`)];
	const days = Temporal.PlainDate.from(from).until(to).days + 1;
	return days > longestRange ? [notAllowed('to', `${days} days are too many at once; at most ${longestRange}`)] : [];
}
