import * as v from 'valibot';
import { limitRanges } from '../../domain/console/limit-fields.ts';
import { languages } from '../../domain/language.ts';
import type { Result } from '../../domain/result.ts';
import { consoleSchema } from './console-schema.ts';
import { parsePrinterAddress, parseScannerAddress } from './device-address.ts';
import {
	fields,
	formed,
	identifier,
	list,
	localizedText,
	oneOf,
	shown,
	text,
	webAddress,
	whole
} from './schema-words.ts';

const address = <Address>(parse: (text: string) => Result<Address, string>) =>
	v.pipe(
		v.string((issue) => `${shown(issue.input)} is not a text`),
		v.rawTransform<string, Address>(({ dataset, addIssue, NEVER }) => {
			const parsed = parse(dataset.value);
			if (parsed.ok) return parsed.value;
			addIssue({ message: parsed.fault });
			return NEVER;
		})
	);

const warnMinutes = v.pipe(
	list(whole('minutes', 1, 60)),
	v.check(
		(minutes) => minutes.every((minute, index) => index === 0 || minute < (minutes[index - 1] ?? 0)),
		(issue) => `${shown(issue.input)} is not in order; write the longest first, each once, for example [10, 5, 1]`
	)
);

const limit = (name: keyof typeof limitRanges, why?: string) => {
	const { unit, least, most } = limitRanges[name];
	return whole(unit, least, most, why);
};

const session = v.pipe(
	fields({
		limitMinutes: limit('limitMinutes'),
		warnMinutes,
		graceMinutes: limit('graceMinutes'),
		idleSeconds: limit('idleSeconds'),
		answerSeconds: limit('answerSeconds', ' (EN 301 549 9.2.2.1 asks for at least 20)'),
		introSeconds: limit('introSeconds')
	}),
	v.forward(
		v.check(
			({ warnMinutes, limitMinutes }) => warnMinutes.every((minute) => minute < limitMinutes),
			'a warning comes before the visit begins; each must be less than limitMinutes'
		),
		['warnMinutes']
	)
);

/** The name of a computer as it stands on its label: "1", "Ikkuna". */
const label = v.pipe(
	text,
	v.maxLength(12, (issue) => `${shown(issue.input)} is too long for a label; at most 12 letters`)
);

const statusAddress = v.pipe(
	text,
	v.check(
		isStatusAddress,
		(issue) =>
			`${shown(issue.input)} is not the address of another computer's status; write it like http://127.0.0.1:4712/status`
	)
);

function isStatusAddress(address: string): boolean {
	const url = URL.parse(address);
	return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
}

const routeUrl = v.pipe(
	webAddress,
	v.check(
		(address) => address.split('{address}').length === 2,
		(issue) => `${shown(issue.input)} must hold {address} once, where the map wants the street and the town`
	)
);

/** `kiosk.yaml`: this machine. */
export const kioskSchema = fields({
	servicePoint: identifier,
	languages: v.pipe(
		list(oneOf(languages), 1),
		v.check((chosen) => new Set(chosen).size === chosen.length, 'a language is named twice')
	),
	session,
	scanner: address(parseScannerAddress),
	scannerIdentity: v.exactOptional(fields({ model: text, serial: v.exactOptional(text) })),
	printer: address(parsePrinterAddress),
	printViaCups: oneOf(['auto', 'always', 'never']),
	/** What is left out has no limit. */
	printing: v.optional(
		fields({
			sidesPerVisit: v.exactOptional(whole('sides', 1, 9999)),
			copiesPerPrint: v.exactOptional(whole('copies', 1, 99))
		}),
		{}
	),
	portal: fields({
		startUrl: webAddress,
		name: localizedText,
		uploadLimitMb: whole('megabytes', 1, 100),
		downloadLimitMb: whole('megabytes', 1, 100)
	}),
	textLayer: v.optional(oneOf(['on', 'off']), 'off'),
	storage: fields({
		sessionDir: formed(
			/^(\/[A-Za-z0-9._-]+){2,}$/,
			'a whole path to a folder of its own, for example /dev/shm/service-point-kiosk'
		)
	}),
	listen: fields({ customerPort: whole('the port', 0, 65535, ' (0: any free one)') }),
	console: v.optional(consoleSchema, {}),
	computer: v.exactOptional(label),
	neighbours: v.optional(list(fields({ name: label, status: statusAddress })), []),
	routeUrl: v.exactOptional(routeUrl)
});
export type KioskConfiguration = v.InferOutput<typeof kioskSchema>;
