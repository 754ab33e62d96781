/** The fields of a channel's form, in order; named after the place in the change. */
export const channelFieldNames = [
	'channel.name.fi',
	'channel.name.sv',
	'channel.name.en',
	'channel.purpose.fi',
	'channel.purpose.sv',
	'channel.purpose.en',
	'channel.url',
	'channel.allowedHosts'
] as const;

/** The fields of a portal host's form. */
export const hostFieldNames = [
	'host.host',
	'host.role',
	'host.label.fi',
	'host.label.sv',
	'host.label.en',
	'host.checked'
] as const;

export type ListFieldName = (typeof channelFieldNames)[number] | (typeof hostFieldNames)[number];
