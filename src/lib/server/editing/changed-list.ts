import { failed, ok, type Result } from '../../domain/result.ts';
import type { ConfigurationChange } from './configuration-change.ts';
import type { FieldProblem } from './configuration-editor.ts';
import { notAllowed } from './field-problems.ts';
import { isYamlList, isYamlMap, type YamlMap, type YamlValue } from './yaml/yaml-value.ts';

export type ListChange = Exclude<
	ConfigurationChange,
	{ readonly schedule: string } | { readonly kind: 'session limits' }
>;

/** `channels.yaml` or `portal-hosts.yaml`, in its own words, after a change. */
export function changedList(change: ListChange, was: YamlMap): Result<YamlMap, readonly FieldProblem[]> {
	const channels = itemsOf(was['channels']);
	const hosts = itemsOf(was['hosts']);
	const withChannels = (list: readonly YamlMap[]) => ok({ ...was, channels: list });
	const withHosts = (list: readonly YamlMap[]) => ok({ ...was, hosts: list });
	if (change.kind === 'put portal host' || change.kind === 'remove portal host') {
		const isRemoved = change.kind === 'remove portal host';
		const index = hosts.findIndex(({ host }) => host === (isRemoved ? change.host : change.host.host));
		if (!isRemoved) {
			const { host, role, label, checked } = change.host;
			return withHosts(putAt(hosts, index, { host, role, label: { ...label }, checked }));
		}
		if (index === -1) return failed([notAllowed('host', `"${change.host}" is not in the list`)]);
		return withHosts(hosts.toSpliced(index, 1));
	}

	const index = channels.findIndex(({ id }) => id === change.channelId);
	if (change.kind === 'put channel') {
		const channel = { id: change.channelId, ...(JSON.parse(JSON.stringify(change.channel)) as YamlMap) };
		if (channel.id === change.channelId) return withChannels(putAt(channels, index, channel));
		return failed([notAllowed('channel.id', `the channel ${change.channelId} cannot become another`)]);
	}
	const channel = channels[index];
	if (channel === undefined) return failed([notAllowed('channelId', `"${change.channelId}" is not in the list`)]);
	switch (change.kind) {
		case 'channel hosts': {
			const isAsWritten = change.allowedHosts.length === 0 && !('allowedHosts' in channel);
			return withChannels(
				isAsWritten ? channels : channels.with(index, { ...channel, allowedHosts: change.allowedHosts })
			);
		}
		case 'remove channel':
			return withChannels(channels.toSpliced(index, 1));
		case 'move channel': {
			const { toIndex } = change;
			if (Number.isInteger(toIndex) && toIndex >= 0 && toIndex < channels.length) {
				return withChannels(channels.toSpliced(index, 1).toSpliced(toIndex, 0, channel));
			}
			return failed([notAllowed('toIndex', `there is no place ${toIndex}; allowed: 0 to ${channels.length - 1}`)]);
		}
	}
}

const itemsOf = (value: YamlValue | undefined): readonly YamlMap[] =>
	isYamlList(value) ? value.filter(isYamlMap) : [];

const putAt = (list: readonly YamlMap[], index: number, item: YamlMap): readonly YamlMap[] =>
	index === -1 ? [...list, item] : list.with(index, item);
