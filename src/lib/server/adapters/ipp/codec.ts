import { failed, ok, type Result } from '../../../domain/result.ts';

/** Groups of attributes in a message (RFC 8010 §3.5.1), by their delimiter tag. */
const groupTags = {
	operation: 0x01,
	job: 0x02,
	printer: 0x04,
	unsupported: 0x05,
	subscription: 0x06,
	'event-notification': 0x07,
	resource: 0x08,
	document: 0x09,
	system: 0x0a
} as const;
export type IppGroupName = keyof typeof groupTags;

const endOfAttributes = 0x03;

/** Values that say why there is no value (RFC 8010 §3.5.2, RFC 3380 §8). */
const emptyTags = {
	unsupported: 0x10,
	unknown: 0x12,
	'no-value': 0x13,
	'not-settable': 0x15,
	'delete-attribute': 0x16,
	'admin-define': 0x17
} as const;
const numberTags = { integer: 0x21, enum: 0x23 } as const;
const byteTags = { octetString: 0x30, dateTime: 0x31 } as const;
const localizedTags = { textWithLanguage: 0x35, nameWithLanguage: 0x36 } as const;
const stringTags = {
	text: 0x41,
	name: 0x42,
	keyword: 0x44,
	uri: 0x45,
	uriScheme: 0x46,
	charset: 0x47,
	naturalLanguage: 0x48,
	mimeMediaType: 0x49
} as const;
const booleanTag = 0x22;
const resolutionTag = 0x32;
const rangeTag = 0x33;
const beginCollection = 0x34;
const endCollection = 0x37;
const memberName = 0x4a;

/** One value with its syntax (RFC 8010 §3.9). `other` keeps a syntax this codec does not know as its bytes. */
export type IppValue =
	| { type: keyof typeof emptyTags }
	| { type: keyof typeof numberTags; value: number }
	| { type: 'boolean'; value: boolean }
	| { type: keyof typeof byteTags; value: Uint8Array }
	| { type: keyof typeof stringTags; value: string }
	| { type: keyof typeof localizedTags; language: string; value: string }
	/** `units` 3: per inch, 4: per centimetre. */
	| { type: 'resolution'; crossFeed: number; feed: number; units: number }
	| { type: 'rangeOfInteger'; from: number; to: number }
	| { type: 'collection'; members: readonly IppAttribute[] }
	| { type: 'other'; tag: number; value: Uint8Array };

/** A named attribute; it always has at least one value. */
export interface IppAttribute {
	readonly name: string;
	readonly values: readonly IppValue[];
}

export interface IppGroup {
	readonly name: IppGroupName;
	readonly attributes: readonly IppAttribute[];
}

/** A request (`code` is the operation) or an answer (`code` is the status); `data` is the document that follows. */
export interface IppMessage {
	readonly version: readonly [major: number, minor: number];
	readonly code: number;
	readonly requestId: number;
	readonly groups: readonly IppGroup[];
	readonly data: Uint8Array;
}

const byTag = <Name extends string>(tags: Readonly<Record<Name, number>>): ReadonlyMap<number, Name> =>
	new Map((Object.keys(tags) as Name[]).map((name) => [tags[name], name]));
const groupOf = byTag(groupTags);
const emptyOf = byTag(emptyTags);
const numberOf = byTag(numberTags);
const byteOf = byTag(byteTags);
const localizedOf = byTag(localizedTags);
const stringOf = byTag(stringTags);

/** Real printers nest three deep (media-col-database); deeper is an attack on the stack. */
const deepestCollection = 8;

const field = (content: Uint8Array): Buffer => {
	if (content.length > 0x7fff) throw new RangeError('an IPP name or value holds at most 32767 bytes');
	const bytes = Buffer.alloc(2 + content.length);
	bytes.writeUInt16BE(content.length);
	bytes.set(content, 2);
	return bytes;
};
const textField = (content: string) => field(Buffer.from(content, 'utf8'));
const integers = (...values: number[]) => {
	const bytes = Buffer.alloc(4 * values.length);
	values.forEach((value, index) => bytes.writeInt32BE(value, 4 * index));
	return bytes;
};

/** One value on the wire: tag, name (empty from the second value on), value. */
const encodeValue = (name: string, value: IppValue): Buffer => {
	const whole = (tag: number, content: Uint8Array) =>
		Buffer.concat([Buffer.from([tag]), textField(name), field(content)]);
	switch (value.type) {
		case 'integer':
		case 'enum':
			return whole(numberTags[value.type], integers(value.value));
		case 'boolean':
			return whole(booleanTag, Buffer.from([value.value ? 1 : 0]));
		case 'octetString':
		case 'dateTime':
			return whole(byteTags[value.type], value.value);
		case 'textWithLanguage':
		case 'nameWithLanguage':
			return whole(localizedTags[value.type], Buffer.concat([textField(value.language), textField(value.value)]));
		case 'resolution':
			return whole(resolutionTag, Buffer.concat([integers(value.crossFeed, value.feed), Buffer.from([value.units])]));
		case 'rangeOfInteger':
			return whole(rangeTag, integers(value.from, value.to));
		case 'collection':
			return Buffer.concat([
				whole(beginCollection, Buffer.alloc(0)),
				...value.members.flatMap((member) => [
					Buffer.concat([Buffer.from([memberName]), textField(''), textField(member.name)]),
					...member.values.map((memberValue) => encodeValue('', memberValue))
				]),
				Buffer.concat([Buffer.from([endCollection]), textField(''), textField('')])
			]);
		case 'other':
			return whole(value.tag, value.value);
		case 'unsupported':
		case 'unknown':
		case 'no-value':
		case 'not-settable':
		case 'delete-attribute':
		case 'admin-define':
			return whole(emptyTags[value.type], Buffer.alloc(0));
		default:
			return whole(stringTags[value.type], Buffer.from(value.value, 'utf8'));
	}
};

/** Writes a message as RFC 8010 §3.1 lays it out. Throws RangeError for a value that the format cannot carry. */
export function encodeIpp(message: IppMessage): Buffer {
	const head = Buffer.alloc(8);
	head.set(message.version);
	head.writeUInt16BE(message.code, 2);
	head.writeInt32BE(message.requestId, 4);
	return Buffer.concat([
		head,
		...message.groups.flatMap((group) => [
			Buffer.from([groupTags[group.name]]),
			...group.attributes.flatMap(({ name, values }) =>
				values.map((value, index) => encodeValue(index === 0 ? name : '', value))
			)
		]),
		Buffer.from([endOfAttributes]),
		message.data
	]);
}

/** What stops the reading of a broken message; never leaves this module. */
class Malformed extends Error {}

interface RawValue {
	readonly tag: number;
	readonly name: string;
	readonly content: Buffer;
}

const lengthMustBe = (content: Buffer, length: number) => {
	if (content.length !== length) throw new Malformed();
	return content;
};

const splitLocalized = (content: Buffer) => {
	const languageEnd = 2 + (content.length < 2 ? Infinity : content.readUInt16BE(0));
	if (languageEnd + 2 > content.length) throw new Malformed();
	const textStart = languageEnd + 2;
	lengthMustBe(content.subarray(textStart), content.readUInt16BE(languageEnd));
	return { language: content.toString('utf8', 2, languageEnd), value: content.toString('utf8', textStart) };
};

const simpleValue = ({ tag, content }: RawValue): IppValue => {
	const empty = emptyOf.get(tag);
	if (empty) return { type: empty };
	const number = numberOf.get(tag);
	if (number) return { type: number, value: lengthMustBe(content, 4).readInt32BE() };
	const string = stringOf.get(tag);
	if (string) return { type: string, value: content.toString('utf8') };
	const bytes = byteOf.get(tag);
	if (bytes) return { type: bytes, value: Uint8Array.from(content) };
	const localized = localizedOf.get(tag);
	if (localized) return { type: localized, ...splitLocalized(content) };
	if (tag === booleanTag) return { type: 'boolean', value: lengthMustBe(content, 1)[0] !== 0 };
	if (tag === rangeTag) {
		return { type: 'rangeOfInteger', from: lengthMustBe(content, 8).readInt32BE(0), to: content.readInt32BE(4) };
	}
	if (tag === resolutionTag) {
		const [crossFeed, feed] = [lengthMustBe(content, 9).readInt32BE(0), content.readInt32BE(4)];
		return { type: 'resolution', crossFeed, feed, units: content.readUInt8(8) };
	}
	return { type: 'other', tag, value: Uint8Array.from(content) };
};

class Reader {
	readonly #bytes: Buffer;
	#at = 8;

	constructor(bytes: Buffer) {
		this.#bytes = bytes;
	}

	tag(): number {
		const tag = this.#bytes[this.#at++];
		if (tag === undefined) throw new Malformed();
		return tag;
	}

	rest(): Uint8Array {
		return this.#bytes.subarray(this.#at);
	}

	raw(tag: number): RawValue {
		return { tag, name: this.#field().toString('utf8'), content: this.#field() };
	}

	#field(): Buffer {
		const start = this.#at + 2;
		if (start > this.#bytes.length) throw new Malformed();
		const end = start + this.#bytes.readUInt16BE(this.#at);
		if (end > this.#bytes.length) throw new Malformed();
		this.#at = end;
		return this.#bytes.subarray(start, end);
	}
}

const isDelimiter = (tag: number) => tag < 0x10;

const readCollection = (reader: Reader, depth: number): IppAttribute[] => {
	if (depth > deepestCollection) throw new Malformed();
	const members: { name: string; values: IppValue[] }[] = [];
	for (;;) {
		const tag = reader.tag();
		if (isDelimiter(tag)) throw new Malformed();
		const raw = reader.raw(tag);
		if (tag === endCollection) break;
		if (tag === memberName) {
			members.push({ name: raw.content.toString('utf8'), values: [] });
			continue;
		}
		const member = members.at(-1);
		if (!member || raw.name !== '') throw new Malformed();
		member.values.push(readValue(reader, raw, depth));
	}
	if (members.some(({ values }) => values.length === 0)) throw new Malformed();
	return members;
};

const readValue = (reader: Reader, raw: RawValue, depth: number): IppValue => {
	if (raw.tag === endCollection || raw.tag === memberName) throw new Malformed();
	return raw.tag === beginCollection
		? { type: 'collection', members: readCollection(reader, depth + 1) }
		: simpleValue(raw);
};

const readGroups = (reader: Reader): IppGroup[] => {
	const groups: { name: IppGroupName; attributes: { name: string; values: IppValue[] }[] }[] = [];
	for (let tag = reader.tag(); tag !== endOfAttributes; tag = reader.tag()) {
		const group = groups.at(-1);
		if (isDelimiter(tag)) {
			const name = groupOf.get(tag);
			if (!name) throw new Malformed();
			groups.push({ name, attributes: [] });
			continue;
		}
		if (!group) throw new Malformed();
		const raw = reader.raw(tag);
		const value = readValue(reader, raw, 0);
		if (raw.name !== '') group.attributes.push({ name: raw.name, values: [value] });
		else {
			const attribute = group.attributes.at(-1);
			if (!attribute) throw new Malformed();
			attribute.values.push(value);
		}
	}
	return groups;
};

/**
 * Reads a whole message (RFC 8010 §3.1). Whatever the bytes are, the outcome is a value: a message, or `bad-answer` for
 * one that is cut short, has a length that leads outside it, or a value whose length is not that of its syntax.
 */
export function decodeIpp(bytes: Uint8Array): Result<IppMessage, 'bad-answer'> {
	const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	if (buffer.length < 9) return failed('bad-answer');
	const reader = new Reader(buffer);
	try {
		const groups = readGroups(reader);
		return ok({
			version: [buffer.readUInt8(0), buffer.readUInt8(1)],
			code: buffer.readUInt16BE(2),
			requestId: buffer.readInt32BE(4),
			groups,
			data: reader.rest()
		});
	} catch (error) {
		if (error instanceof Malformed) return failed('bad-answer');
		throw error;
	}
}
