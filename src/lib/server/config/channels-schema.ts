import * as v from 'valibot';
import { scheduleSchema } from './schedule-schema.ts';
import { scheduleNames } from './service-point-schema.ts';
import { fields, hostName, identifier, list, localizedText, oneOf, shown, text, webAddress } from './schema-words.ts';

/** Languages in which a channel serves (BCP 47); more than the screen itself speaks. */
export const channelLanguages = ['fi', 'sv', 'en', 'se', 'smn', 'sms'] as const;

const hours = v.variant(
	'kind',
	[
		fields({ kind: v.literal('always') }),
		/** A schedule of the service point at which the customer is. */
		fields({ kind: v.literal('asPoint'), schedule: oneOf(scheduleNames) }),
		fields({ kind: v.literal('own'), schedule: scheduleSchema })
	],
	'the kind of hours is missing or not known; allowed: kind: always, kind: asPoint, kind: own'
);

const channel = fields({
	id: v.pipe(
		identifier,
		v.check(
			(id) => id !== 'portal' && !id.startsWith('route-'),
			(issue) =>
				`${shown(issue.input)} is taken: the QR codes of the portal and of the ways to other points are called so`
		)
	),
	name: localizedText,
	/** One line for the list of all channels. */
	summary: localizedText,
	purpose: localizedText,
	/** What else a customer should know before they choose it. */
	goodToKnow: v.optional(list(localizedText), []),
	hours: v.exactOptional(hours),
	/** Empty: they vary, and Kela's languages are told. */
	languages: v.optional(list(oneOf(channelLanguages)), []),
	cost: v.exactOptional(localizedText),
	url: v.exactOptional(webAddress),
	postalAddress: v.exactOptional(text),
	/** The hosts that its site needs in the locked portal; empty: it is only told, not opened. */
	allowedHosts: v.optional(list(hostName), [])
});
export type Channel = v.InferOutput<typeof channel>;

/** Whether a channel's site can be opened in the locked portal. */
export const opensInPortal = ({ url, allowedHosts }: Channel): boolean => url !== undefined && allowedHosts.length > 0;

/** `channels.yaml`: every way to handle a matter, in the order in which they are shown. */
export const channelsSchema = fields({ channels: list(channel, 1) });
