import * as v from 'valibot';

/** What scanners announce themselves as (Mopria eSCL 2.97 §5); the plain one first, since that of TLS is mostly self-signed. */
const schemes = { '_uscan._tcp.local': 'http', '_uscans._tcp.local': 'https' } as const;
type ServiceType = keyof typeof schemes;
export const scannerServices: readonly string[] = Object.keys(schemes);

const name = v.pipe(v.string(), v.maxLength(255), v.toLowerCase());
const recordSchema = v.variant('type', [
	v.object({ type: v.literal('PTR'), name, data: name }),
	v.object({
		type: v.literal('SRV'),
		name,
		data: v.object({ target: name, port: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535)) })
	}),
	v.object({ type: v.literal('TXT'), name, data: v.array(v.instance(Uint8Array)) }),
	v.object({ type: v.literal('A'), name, data: v.pipe(v.string(), v.ipv4()) })
]);

/** Whatever a path may hold that stays one: it comes from the network and becomes part of an address. */
const pathSchema = v.pipe(v.string(), v.regex(/^\/?([A-Za-z0-9_-][A-Za-z0-9._-]*\/?){0,8}$/), v.maxLength(100));
const usualPath = 'eSCL';
const mostInstances = 64;

interface Instance {
	readonly type: ServiceType;
	service?: { readonly target: string; readonly port: number; readonly saidBy: string };
	path?: string;
}

/** What has been heard so far of scanners; records of one device may come in several packets, in any order. */
export interface Announcements {
	/** Takes the records of one packet that came from this address; what is no record is passed over. */
	hear(records: readonly unknown[], from: string): void;
	/** Names of which not all is known yet. */
	incomplete(): readonly string[];
	/** The eSCL roots that are known, those without TLS first; `atLast`: also those whose path has to be guessed. */
	addresses(atLast: boolean): readonly string[];
}

export function createAnnouncements(): Announcements {
	const instances = new Map<string, Instance>();
	const hosts = new Map<string, string>();

	const meet = (instance: string): Instance | null => {
		const known = instances.get(instance);
		const type = Object.keys(schemes).find((service): service is ServiceType => instance.endsWith(`.${service}`));
		if (known || type === undefined || instances.size >= mostInstances) return known ?? null;
		const met: Instance = { type };
		instances.set(instance, met);
		return met;
	};

	return {
		hear(records, from) {
			for (const given of records) {
				const read = v.safeParse(recordSchema, given);
				if (!read.success) continue;
				const { type, name, data } = read.output;
				if (type === 'A' && hosts.size < mostInstances) hosts.set(name, data);
				else if (type === 'PTR' && scannerServices.includes(name)) meet(data);
				else if (type === 'SRV') {
					const instance = meet(name);
					if (instance) instance.service = { ...data, saidBy: from };
				} else if (type === 'TXT') {
					const instance = meet(name);
					if (instance) instance.path = pathIn(data);
				}
			}
		},
		incomplete: () =>
			[...instances].filter(([, { service, path }]) => !service || path === undefined).map(([instance]) => instance),
		addresses: (atLast) =>
			[...instances.values()]
				.toSorted((one, other) => schemes[one.type].length - schemes[other.type].length)
				.flatMap(({ type, service, path = atLast ? usualPath : undefined }) =>
					service && path !== undefined
						? [`${schemes[type]}://${hosts.get(service.target) ?? service.saidBy}:${service.port}/${path}`]
						: []
				)
	};
}

/** The value of `rs` (resource path) in a TXT record. */
function pathIn(data: readonly Uint8Array[]): string {
	const entries = data.map((entry) => new TextDecoder().decode(entry));
	const path = v.safeParse(pathSchema, entries.find((entry) => entry.toLowerCase().startsWith('rs='))?.slice(3));
	if (!path.success) return usualPath;
	return path.output.replace(/^\//, '');
}
