import { isUtf8 } from 'node:buffer';
import { access, readdir, readFile } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import type * as v from 'valibot';
import { guideProblems } from '../../domain/channels/guide-problems.ts';
import type { Guide } from '../../domain/channels/guide.ts';
import type { HoursPlace, Schedule } from '../../domain/hours/schedule.ts';
import type { LocalizedText } from '../../domain/language.ts';
import { failed, ok, type Result } from '../../domain/result.ts';
import { channelsSchema, type Channel } from './channels-schema.ts';
import { guideOf, guidesSchema } from './guides-schema.ts';
import { kioskSchema, type KioskConfiguration } from './kiosk-schema.ts';
import { portalHostsSchema, type PortalHost } from './portal-hosts-schema.ts';
import { loadPublicHolidays } from './public-holidays.ts';
import { defaultsSchema, scheduleNames, servicePointSchema, type ScheduleName } from './service-point-schema.ts';
import { readYaml, type ConfigurationProblem, type YamlFile } from './yaml-file.ts';

/** One service point with what it inherits, ready for the functions of `domain/hours`. */
export interface ServicePoint {
	readonly id: string;
	readonly name: LocalizedText;
	readonly address: { readonly street: string; readonly city: string };
	readonly place: HoursPlace;
	/** Ids of other points, nearest first. */
	readonly nearest: readonly string[];
	readonly schedules: Readonly<Partial<Record<ScheduleName, Schedule>>> & { readonly selfService: Schedule };
	/** Schedules that it has from the defaults. */
	readonly inherited: readonly ScheduleName[];
}

/** A whole configuration folder in which everything fits together. */
export interface Configuration {
	readonly kiosk: KioskConfiguration;
	/** The point this machine stands at. */
	readonly servicePoint: ServicePoint;
	/** All points by id. */
	readonly servicePoints: ReadonlyMap<string, ServicePoint>;
	readonly channels: readonly Channel[];
	/** Null: there is no `guides.yaml`, and the channels are only listed. */
	readonly guide: Guide | null;
	readonly portalHosts: readonly PortalHost[];
}

type Read<Schema extends v.GenericSchema> = YamlFile<v.InferOutput<Schema>>;
type ServicePointFile = Read<typeof servicePointSchema>;

/** How a folder is read other than as it lies there. */
export interface FolderReading {
	/** Texts that are read in place of files, by path below the folder; null: as if the file were not there. */
	readonly replaced?: ReadonlyMap<string, string | null>;
	readonly publicHolidays?: typeof loadPublicHolidays;
	readonly yaml?: typeof readYaml;
}

/**
 * Reads a configuration folder (`kiosk.yaml`, `channels.yaml`, `portal-hosts.yaml`, `service-points/*.yaml`, and
 * `guides.yaml` if there is one). Either everything is right, or every problem is told with its place and nothing is loaded.
 */
export async function loadConfiguration(
	dir: string,
	{ replaced = new Map(), publicHolidays = loadPublicHolidays, yaml = readYaml }: FolderReading = {}
): Promise<Result<Configuration, readonly ConfigurationProblem[]>> {
	const problems: ConfigurationProblem[] = [];
	const read = async <Schema extends v.GenericSchema>(file: string, schema: Schema): Promise<Read<Schema> | null> => {
		const found = await readFileAs(file, schema, replaced.get(relative(dir, file)), yaml);
		if (found.ok) return found.value;
		problems.push(...found.fault);
		return null;
	};

	const pointsDir = join(dir, 'service-points');
	const hasGuide = await access(join(dir, 'guides.yaml')).then(
		() => true,
		() => false
	);
	const [kiosk, channels, guide, hosts, names] = await Promise.all([
		read(join(dir, 'kiosk.yaml'), kioskSchema),
		read(join(dir, 'channels.yaml'), channelsSchema),
		hasGuide ? read(join(dir, 'guides.yaml'), guidesSchema) : null,
		read(join(dir, 'portal-hosts.yaml'), portalHostsSchema),
		readdir(pointsDir).catch((): string[] => [])
	]);
	for (const name of names.filter((candidate) => candidate.endsWith('.yml'))) {
		problems.push(wholeFile(join(pointsDir, name), 'the file is not read; its name must end in .yaml'));
	}
	const put = [...replaced].filter(([path, text]) => text !== null && path.startsWith('service-points/'));
	const yamlNames = [...new Set([...names, ...put.map(([path]) => basename(path))])]
		.filter((name) => name.endsWith('.yaml') && replaced.get(`service-points/${name}`) !== null)
		.toSorted();
	const defaults = yamlNames.includes(defaultsFile) ? await read(join(pointsDir, defaultsFile), defaultsSchema) : null;
	const pointFiles = new Map<string, ServicePointFile>();
	for (const name of yamlNames.filter((candidate) => candidate !== defaultsFile)) {
		const file = await read(join(pointsDir, name), servicePointSchema);
		if (file !== null) pointFiles.set(basename(name, '.yaml'), file);
	}
	if (kiosk === null || channels === null || hosts === null || problems.length > 0) return failed(inOrder(problems));

	const countryOf = ({ country, inherits }: ServicePointFile['value']) =>
		country ?? (inherits === undefined ? undefined : defaults?.value.country) ?? 'FI';
	const holidaysOf = await publicHolidays([...new Set([...pointFiles.values()].map(({ value }) => countryOf(value)))]);
	const servicePoints = new Map<string, ServicePoint>();
	for (const [name, file] of pointFiles) {
		const { value, problemAt } = file;
		if (value.id !== name) problems.push(problemAt(['id'], `id: "${value.id}" must be the file's name, "${name}"`));
		for (const [index, other] of value.nearest.entries()) {
			if (pointFiles.has(other) && other !== name) continue;
			const others = [...pointFiles.keys()].filter((candidate) => candidate !== name);
			problems.push(
				problemAt(['nearest', index], `nearest: "${other}" is no other service point; allowed: ${others.join(', ')}`)
			);
		}
		if (value.inherits !== undefined && defaults === null) {
			problems.push(
				problemAt(['inherits'], `inherits: there is no file service-points/${defaultsFile} to inherit from`)
			);
		}
		const inherited = value.inherits === undefined ? undefined : defaults?.value;
		const schedules = { ...inherited?.schedules, ...value.schedules };
		const timeZone = value.timeZone ?? inherited?.timeZone;
		const country = countryOf(value);
		const publicHoliday = holidaysOf(country);
		const { selfService } = schedules;
		if (selfService === undefined) problems.push(problemAt(['schedules'], 'schedules: the key selfService is missing'));
		if (timeZone === undefined) problems.push(problemAt([], 'the key timeZone is missing'));
		if (publicHoliday === null)
			problems.push(problemAt(['country'], `country: the public holidays of ${country} are not known`));
		if (selfService === undefined || timeZone === undefined || publicHoliday === null) continue;
		const { id, address, nearest } = value;
		const place = { timeZone, publicHoliday };
		servicePoints.set(id, {
			id,
			name: value.name,
			address,
			place,
			nearest,
			schedules: { ...schedules, selfService },
			inherited: scheduleNames.filter((each) => each in schedules && !(each in value.schedules))
		});
	}

	problems.push(
		...repeated(
			channels,
			'channels',
			channels.value.channels.map(({ id }) => id),
			'id'
		),
		...repeated(
			hosts,
			'hosts',
			hosts.value.hosts.map(({ host }) => host),
			'host'
		),
		...channelAddressProblems(channels),
		...(guide === null ? [] : guideFileProblems(guide, channels.value.channels)),
		...portalAddressProblems(kiosk, hosts.value.hosts)
	);
	const servicePoint = servicePoints.get(kiosk.value.servicePoint);
	if (servicePoint === undefined && !pointFiles.has(kiosk.value.servicePoint)) {
		const known = [...pointFiles.keys()].join(', ') || 'none; service-points/ has no .yaml file';
		problems.push(
			kiosk.problemAt(['servicePoint'], `servicePoint: "${kiosk.value.servicePoint}" is not known; known: ${known}`)
		);
	}
	if (problems.length > 0 || servicePoint === undefined) return failed(inOrder(problems));
	return ok({
		kiosk: kiosk.value,
		servicePoint,
		servicePoints,
		channels: channels.value.channels,
		guide: guide === null ? null : guideOf(guide.value),
		portalHosts: hosts.value.hosts
	});
}

const defaultsFile = 'defaults.yaml';

async function readFileAs<Schema extends v.GenericSchema>(
	file: string,
	schema: Schema,
	replacement: string | null | undefined,
	yaml: typeof readYaml
): Promise<Result<Read<Schema>, readonly ConfigurationProblem[]>> {
	if (replacement === null) return failed([wholeFile(file, 'the file is missing')]);
	if (replacement !== undefined) return yaml(file, replacement, schema);
	try {
		const content = await readFile(file);
		if (!isUtf8(content)) return failed([wholeFile(file, 'the file is not text in UTF-8; save it as UTF-8')]);
		return yaml(file, content.toString('utf8'), schema);
	} catch (error) {
		const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
		return failed([wholeFile(file, missing ? 'the file is missing' : 'the file cannot be read')]);
	}
}

const inOrder = (problems: readonly ConfigurationProblem[]): readonly ConfigurationProblem[] =>
	problems.toSorted((one, other) => (one.file < other.file ? -1 : one.file > other.file ? 1 : one.line - other.line));

const wholeFile = (file: string, message: string): ConfigurationProblem => ({ file, line: 1, column: 1, message });

const repeated = (
	file: YamlFile<unknown>,
	list: string,
	values: readonly string[],
	key: string
): readonly ConfigurationProblem[] =>
	values.flatMap((value, index) =>
		values.indexOf(value) < index
			? [file.problemAt([list, index, key], `${list}.${index}.${key}: "${value}" is already in the list`)]
			: []
	);

const channelAddressProblems = (file: Read<typeof channelsSchema>): readonly ConfigurationProblem[] =>
	file.value.channels.flatMap(({ url, allowedHosts }, index) => {
		const host = url === undefined ? undefined : new URL(url).hostname;
		if (host === undefined || allowedHosts.length === 0 || allowedHosts.includes(host)) return [];
		const at = `channels.${index}.allowedHosts`;
		const message = `${at}: the host of its own url, ${host}, is not among them; add it`;
		return [file.problemAt(['channels', index, 'allowedHosts'], message)];
	});

const guideFileProblems = (
	file: Read<typeof guidesSchema>,
	channels: readonly Channel[]
): readonly ConfigurationProblem[] =>
	guideProblems(
		guideOf(file.value),
		channels.map(({ id }) => id)
	).map(({ path, message }) => file.problemAt(path, `${path.join('.')}: ${message}`));

function portalAddressProblems(
	kiosk: Read<typeof kioskSchema>,
	hosts: readonly PortalHost[]
): readonly ConfigurationProblem[] {
	const { startUrl } = kiosk.value.portal;
	const portals = hosts.filter(({ role }) => role === 'portal').map(({ host }) => host);
	const { hostname } = new URL(startUrl);
	if (portals.includes(hostname)) return [];
	const message = `portal.startUrl: ${hostname} is not in portal-hosts.yaml with a role that allows it; allowed: ${portals.join(', ') || 'none'}`;
	return [kiosk.problemAt(['portal', 'startUrl'], message)];
}
