import type { ChannelRow } from '../../domain/console/channel-row.ts';
import { fieldOf, type TypedFields } from '../../domain/console/typed-fields.ts';
import { languages, type LocalizedText } from '../../domain/language.ts';
import type { Channel } from '../config/channels-schema.ts';
import type { PortalHost } from '../config/portal-hosts-schema.ts';
import type { ConfigurationChange } from '../editing/configuration-change.ts';

export const channelRow = (
	{ id, name, hours, url, allowedHosts }: Channel,
	placesOfGuide: ReadonlySet<string>
): ChannelRow => ({
	id,
	name,
	hours: hours === undefined ? 'varies' : hours.kind === 'asPoint' ? hours.schedule : hours.kind,
	opensHere: url !== undefined && allowedHosts.length > 0,
	allowedHosts,
	inGuide: placesOfGuide.has(id)
});

const localizedFields = (path: string, text: LocalizedText): TypedFields =>
	languages.map((language) => [`${path}.${language}`, text[language]]);
const localizedOf = (fields: TypedFields, path: string): LocalizedText => ({
	fi: fieldOf(fields, `${path}.fi`),
	sv: fieldOf(fields, `${path}.sv`),
	en: fieldOf(fields, `${path}.en`)
});

/** A channel as a form shows it; hosts one a line. */
export const channelFields = ({ name, purpose, url, allowedHosts }: Channel): TypedFields => [
	...localizedFields('channel.name', name),
	...localizedFields('channel.purpose', purpose),
	['channel.url', url ?? ''],
	['channel.allowedHosts', allowedHosts.join('\n')]
];

export function channelChange(channelId: string, fields: TypedFields): ConfigurationChange {
	const url = fieldOf(fields, 'channel.url');
	const allowedHosts = fieldOf(fields, 'channel.allowedHosts')
		.split(/[\s,;]+/)
		.filter((host) => host !== '');
	return {
		kind: 'put channel',
		channelId,
		channel: {
			name: localizedOf(fields, 'channel.name'),
			purpose: localizedOf(fields, 'channel.purpose'),
			url: url === '' ? null : url,
			allowedHosts: allowedHosts.length === 0 ? null : allowedHosts
		}
	};
}

/** A host as a form shows it; empty for a new one. */
export const hostFields = (host?: PortalHost): TypedFields => [
	['host.host', host?.host ?? ''],
	['host.role', host?.role ?? 'bank'],
	...localizedFields('host.label', host?.label ?? { fi: '', sv: '', en: '' }),
	['host.checked', host?.checked ? 'true' : '']
];

export const hostChange = (fields: TypedFields): ConfigurationChange => ({
	kind: 'put portal host',
	host: {
		host: fieldOf(fields, 'host.host').toLowerCase(),
		role: fieldOf(fields, 'host.role'),
		label: localizedOf(fields, 'host.label'),
		checked: fieldOf(fields, 'host.checked') === 'true'
	}
});

/** What the list itself can change: order, and what goes. Null: a form that is none of ours. */
export function listChange(fields: TypedFields): ConfigurationChange | null {
	const channelId = fieldOf(fields, 'channelId');
	switch (fieldOf(fields, 'kind')) {
		case 'move channel':
			return { kind: 'move channel', channelId, toIndex: Number(fieldOf(fields, 'toIndex')) };
		case 'remove channel':
			return { kind: 'remove channel', channelId };
		case 'remove portal host':
			return { kind: 'remove portal host', host: fieldOf(fields, 'host') };
		default:
			return null;
	}
}
