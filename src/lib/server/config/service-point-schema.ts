import * as v from 'valibot';
import { scheduleSchema } from './schedule-schema.ts';
import { fields, formed, identifier, list, localizedText, shown, text } from './schema-words.ts';

/** The schedules a service point can have. */
export const scheduleNames = ['selfService', 'infopoint', 'appointment', 'phone'] as const;
export type ScheduleName = (typeof scheduleNames)[number];

const timeZone = v.pipe(
	formed(/^[A-Z]/, 'a time zone; write its IANA name, for example Europe/Helsinki'),
	v.check(
		isTimeZone,
		(issue) => `${shown(issue.input)} is not a time zone; write its IANA name, for example Europe/Helsinki`
	)
);

function isTimeZone(name: string): boolean {
	try {
		new Intl.DateTimeFormat('en', { timeZone: name });
		return true;
	} catch {
		return false;
	}
}

const country = formed(/^[A-Z]{2}$/, 'a country; write its two capital letters (ISO 3166-1), for example FI');

const schedules = fields({
	selfService: v.exactOptional(scheduleSchema),
	infopoint: v.exactOptional(scheduleSchema),
	appointment: v.exactOptional(scheduleSchema),
	phone: v.exactOptional(scheduleSchema)
} satisfies Record<ScheduleName, unknown>);

/** `service-points/ID.yaml`. */
export const servicePointSchema = fields({
	id: identifier,
	inherits: v.exactOptional(v.literal('defaults', (issue) => `${shown(issue.input)} is not known; allowed: defaults`)),
	name: localizedText,
	address: fields({ street: text, city: text }),
	timeZone: v.exactOptional(timeZone),
	country: v.exactOptional(country),
	nearest: v.optional(list(identifier), []),
	schedules
});

/**
 * `service-points/defaults.yaml`: what a point with `inherits: defaults` has where it says nothing itself. Its schedules have to be
 * named: a file that is cut off before them would otherwise be right, and every point without phone hours.
 */
export const defaultsSchema = fields({
	timeZone: v.exactOptional(timeZone),
	country: v.exactOptional(country),
	schedules
});
