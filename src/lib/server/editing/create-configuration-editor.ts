import { relative } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { compareHours, type AllHours } from '../../domain/hours/compare-hours.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import type { Clock } from '../../ports/clock.ts';
import type { ConfigHistory, SavedFile, SavedVersion } from '../../ports/config-history.ts';
import { loadConfiguration, type Configuration } from '../config/configuration.ts';
import type { loadPublicHolidays } from '../config/public-holidays.ts';
import { formatProblem, rememberingYaml, type ConfigurationProblem } from '../config/yaml-file.ts';
import { changeSummary } from './change-summary.ts';
import { changedFiles, touchedFiles, type ChangedFiles } from './changed-files.ts';
import type { ConfigurationChange } from './configuration-change.ts';
import type { ConfigurationEditor, EditFault } from './configuration-editor.ts';
import {
	changedSince,
	defaultsPath,
	pointsOf,
	readFolder,
	revisionOf,
	type FolderTexts
} from './configuration-folder.ts';
import { fieldProblems, notAllowed } from './field-problems.ts';
import { rememberedHolidays } from './remembered-holidays.ts';
import { writeFiles } from './write-files.ts';
import { readPlainly } from './yaml/read-yaml.ts';
import { rewriteYaml } from './yaml/rewrite-yaml.ts';
import { isYamlMap, type YamlMap } from './yaml/yaml-value.ts';

export interface EditorOptions {
	readonly configDir: string;
	readonly history: ConfigHistory;
	readonly clock: Clock;
	/** Called when a version lies in the folder; the save is done when this is. The kiosk reloads here. */
	readonly onSaved?: (version: SavedVersion) => Promise<void> | void;
	readonly publicHolidays?: typeof loadPublicHolidays;
}

/** The folder as it is, whole and right. */
interface GoodFolder {
	readonly texts: FolderTexts;
	readonly configuration: Configuration;
}

/** A change that is worked out and found right, before anything of it is written. */
interface Prepared {
	readonly files: readonly SavedFile[];
	readonly before: Configuration;
	readonly after: Configuration;
	readonly summary: string;
}

/** How many of the newest versions are looked through for who changed a file. */
const lookedThrough = 50;

/** The editor of a configuration folder. Saves of one process wait for each other. */
export function createConfigurationEditor({
	configDir,
	history,
	clock,
	onSaved,
	publicHolidays = rememberedHolidays()
}: EditorOptions): ConfigurationEditor {
	const yaml = rememberingYaml();
	const load = (replaced: ReadonlyMap<string, string | null>) =>
		loadConfiguration(configDir, { replaced, publicHolidays, yaml });

	const readGood = async (): Promise<Result<GoodFolder, readonly ConfigurationProblem[]>> => {
		const texts = await readFolder(configDir);
		const loaded = await load(texts);
		return loaded.ok ? ok({ texts, configuration: loaded.value }) : loaded;
	};

	/** Loads what the folder would be, so that nothing takes effect that the kiosk would refuse. */
	const loadAfter = async (
		texts: FolderTexts,
		files: readonly SavedFile[]
	): Promise<Result<Configuration, EditFault>> => {
		const loaded = await load(
			new Map<string, string | null>([...texts, ...files.map(({ path, after }) => [path, after] as const)])
		);
		if (loaded.ok) return loaded;
		const told = loaded.fault.map((problem) => formatProblem({ ...problem, file: relative(configDir, problem.file) }));
		return failed({ kind: 'invalid', problems: told.map((message) => notAllowed('', message)) });
	};

	const prepare = async (change: ConfigurationChange, basedOn?: string): Promise<Result<Prepared, EditFault>> => {
		const good = await readGood();
		if (!good.ok) return failed({ kind: 'folder is wrong', problems: good.fault });
		const { texts, configuration: before } = good.value;
		const others = basedOn === undefined ? [] : changedSince(basedOn, texts, touchedFiles(change));
		if (others.length > 0) return failed(changedMeanwhile(others, texts));
		const changed = changedFiles(
			change,
			valuesOf(texts, [...touchedFiles(change), defaultsPath]),
			pointsOf(texts.keys())
		);
		if (!changed.ok) return failed({ kind: 'invalid', problems: changed.fault });
		const problems = fieldProblems(change, changed.value.values);
		if (problems.length > 0) return failed({ kind: 'invalid', problems });
		const files = await rewritten(changed.value, texts);
		if (!files.ok) return files;
		if (files.value.length === 0) return failed({ kind: 'nothing to save' });
		const after = await loadAfter(texts, files.value);
		if (!after.ok) return after;
		const summary = changeSummary(change, changed.value.ownCopies);
		return ok({ files: files.value, before, after: after.value, summary });
	};

	const changedMeanwhile = (files: readonly string[], texts: FolderTexts): EditFault => {
		const byConsole = history
			.versions(lookedThrough)
			.find((version) =>
				version.files.some(({ path, after }) => files.includes(path) && after === (texts.get(path) ?? null))
			);
		return { kind: 'changed meanwhile', who: byConsole?.who ?? null, at: byConsole?.at ?? null, files };
	};

	/** Writes and remembers a version, all of it or nothing. */
	const commit = async (version: Omit<SavedVersion, 'id' | 'at'>): Promise<Result<SavedVersion, EditFault>> => {
		const { files } = version;
		const now = await readFolder(configDir);
		const others = files.filter(({ path, before }) => (now.get(path) ?? null) !== before);
		if (others.length > 0)
			return failed(
				changedMeanwhile(
					others.map(({ path }) => path),
					now
				)
			);
		const written = await writeFiles(configDir, files);
		if (!written.ok) return failed({ kind: 'not written', file: written.fault });
		const saved = await remembered(version);
		await onSaved?.(saved);
		return ok(saved);
	};

	const remembered = async (version: Omit<SavedVersion, 'id' | 'at'>): Promise<SavedVersion> => {
		try {
			return history.add(version);
		} catch (error) {
			await writeFiles(configDir, version.files.map(turnedBack));
			throw error;
		}
	};

	let lastSave: Promise<unknown> = Promise.resolve();
	const afterOthers = <Value>(save: () => Promise<Value>): Promise<Value> => {
		const saving = lastSave.then(save);
		lastSave = saving.catch(() => {});
		return saving;
	};

	return {
		async read() {
			const good = await readGood();
			if (!good.ok) return good;
			return ok({ configuration: good.value.configuration, revision: revisionOf(good.value.texts) });
		},
		async preview(change) {
			const prepared = await prepare(change);
			if (!prepared.ok) return prepared;
			const { files, before, after, summary } = prepared.value;
			const now = Temporal.Instant.fromEpochMilliseconds(clock.now());
			const hours = compareHours(hoursOf(before), hoursOf(after), now);
			return ok({ hours, files: files.map(({ path }) => path), summary });
		},
		save: (change, basedOn, who) =>
			afterOthers(async () => {
				const prepared = await prepare(change, basedOn);
				if (!prepared.ok) return prepared;
				const { files, summary } = prepared.value;
				return commit({ who, summary, files, undoes: null });
			}),
		history: (limit) => history.versions(limit),
		undo: (versionId, who) =>
			afterOthers(async () => {
				const version = history.version(versionId);
				if (version === null) return failed({ kind: 'nothing to save' });
				const good = await readGood();
				if (!good.ok) return failed({ kind: 'folder is wrong', problems: good.fault });
				const { texts } = good.value;
				const others = version.files.filter(({ path, after }) => (texts.get(path) ?? null) !== after);
				if (others.length > 0)
					return failed(
						changedMeanwhile(
							others.map(({ path }) => path),
							texts
						)
					);
				const files = version.files.map(turnedBack);
				const after = await loadAfter(texts, files);
				if (!after.ok) return after;
				return commit({ who, summary: `Undone: ${version.summary}`, files, undoes: version.id });
			})
	};
}

const turnedBack = ({ path, before, after }: SavedFile): SavedFile => ({ path, before: after, after: before });

/** As many aliases as the loader allows, so that a file with some is refused for them and not as if it were not there. */
const maxAliasCount = 20;

const valuesOf = (texts: FolderTexts, paths: readonly string[]): ReadonlyMap<string, YamlMap> =>
	new Map(
		paths.flatMap((path) => {
			const value = readPlainly(texts.get(path) ?? '', maxAliasCount)?.value;
			return isYamlMap(value) ? [[path, value] as const] : [];
		})
	);

async function rewritten(
	{ values }: ChangedFiles,
	texts: FolderTexts
): Promise<Result<readonly SavedFile[], EditFault>> {
	const files: SavedFile[] = [];
	for (const [path, value] of values) {
		// The server that edits is the one that a visit runs on.
		await setImmediate();
		const before = texts.get(path) ?? null;
		const after = rewriteYaml(before ?? '', value);
		if (after === null) {
			const message = `${path} is written in a way that only a person can change (anchors, aliases, merge keys)`;
			return failed({ kind: 'invalid', problems: [notAllowed('', message)] });
		}
		files.push({ path, before, after });
	}
	return ok(files.toSorted((one, other) => (one.path < other.path ? -1 : 1)));
}

/** This machine's point first. */
const hoursOf = ({ servicePoint, servicePoints, kiosk }: Configuration): AllHours => ({
	points: [servicePoint, ...[...servicePoints.values()].filter((point) => point !== servicePoint)],
	warnMinutes: kiosk.session.warnMinutes
});
