import { limitNames } from '../../domain/console/limit-fields.ts';
import { fieldOf, type TypedFields } from '../../domain/console/typed-fields.ts';
import type { KioskConfiguration } from '../config/kiosk-schema.ts';
import type { ConfigurationChange } from '../editing/configuration-change.ts';

/** The limits as a form shows them. */
export const limitFields = ({ session }: KioskConfiguration): TypedFields =>
	limitNames.map((name) => [
		`limits.${name}`,
		name === 'warnMinutes' ? session[name].join(', ') : String(session[name])
	]);

/** The change that a form asks for. What is no number becomes NaN, which the schema refuses with its field. */
export function limitsChange(fields: TypedFields): ConfigurationChange {
	const typed = (name: (typeof limitNames)[number]) => fieldOf(fields, `limits.${name}`);
	const number = (text: string) => (text === '' ? Number.NaN : Number(text));
	return {
		kind: 'session limits',
		limits: {
			limitMinutes: number(typed('limitMinutes')),
			warnMinutes: typed('warnMinutes')
				.split(/[,;\s]+/)
				.filter((part) => part !== '')
				.map(number),
			graceMinutes: number(typed('graceMinutes')),
			idleSeconds: number(typed('idleSeconds')),
			answerSeconds: number(typed('answerSeconds')),
			introSeconds: number(typed('introSeconds'))
		}
	};
}
