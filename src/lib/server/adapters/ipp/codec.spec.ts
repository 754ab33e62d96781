import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeIpp, encodeIpp, type IppAttribute, type IppMessage, type IppValue } from './codec.ts';

const int32 = fc.integer({ min: -0x80000000, max: 0x7fffffff });
const text = fc.string({ unit: 'grapheme', maxLength: 40 });
const bytes = fc.uint8Array({ maxLength: 40 });
const { value: anyValue } = fc.letrec<{ value: IppValue; attribute: IppAttribute }>((tie) => ({
	attribute: fc.record({
		name: fc.string({ minLength: 1, maxLength: 20 }),
		values: fc.array(tie('value'), { minLength: 1, maxLength: 3 })
	}),
	value: fc.oneof(
		{ depthSize: 'small', maxDepth: 5 },
		fc.record({ type: fc.constantFrom('unsupported', 'unknown', 'no-value', 'not-settable') }),
		fc.record({ type: fc.constantFrom('integer', 'enum'), value: int32 }),
		fc.record({ type: fc.constant('boolean'), value: fc.boolean() }),
		fc.record({ type: fc.constantFrom('octetString', 'dateTime'), value: bytes }),
		fc.record({ type: fc.constantFrom('text', 'name', 'keyword', 'uri', 'charset', 'mimeMediaType'), value: text }),
		fc.record({ type: fc.constantFrom('textWithLanguage', 'nameWithLanguage'), language: text, value: text }),
		fc.record({
			type: fc.constant('resolution'),
			crossFeed: int32,
			feed: int32,
			units: fc.integer({ min: 0, max: 255 })
		}),
		fc.record({ type: fc.constant('rangeOfInteger'), from: int32, to: int32 }),
		fc.record({ type: fc.constant('other'), tag: fc.integer({ min: 0x50, max: 0x7f }), value: bytes }),
		fc.record({ type: fc.constant('collection'), members: fc.array(tie('attribute'), { maxLength: 3 }) })
	)
}));
const anyMessage: fc.Arbitrary<IppMessage> = fc.record({
	version: fc.constantFrom([1, 1] as const, [2, 0] as const),
	code: fc.integer({ min: 0, max: 0xffff }),
	requestId: int32,
	groups: fc.array(
		fc.record({
			name: fc.constantFrom('operation', 'job', 'printer', 'unsupported', 'document'),
			attributes: fc.array(
				fc.record({
					name: fc.string({ minLength: 1, maxLength: 20 }),
					values: fc.array(anyValue, { minLength: 1, maxLength: 3 })
				}),
				{ maxLength: 4 }
			)
		}),
		{ maxLength: 4 }
	),
	data: bytes
});

/** Numbers that are the same in every run (mulberry32). */
const randomFrom = (seed: number) => () => {
	seed = (seed + 0x6d2b79f5) | 0;
	let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
	mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
	return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
};

const plain = (message: IppMessage) => ({ ...message, data: [...message.data] });

describe('the IPP codec', () => {
	it('reads back what it wrote, whatever the attributes are', () => {
		fc.assert(
			fc.property(anyMessage, (message) => {
				const decoded = decodeIpp(encodeIpp(message));
				expect(decoded.ok && plain(decoded.value)).toEqual(plain(message));
			}),
			{ numRuns: 500 }
		);
	});

	it('writes the bytes that RFC 8010 appendix A.1 shows for a print job', () => {
		const written = encodeIpp({
			version: [2, 0],
			code: 0x0002,
			requestId: 1,
			groups: [
				{
					name: 'operation',
					attributes: [{ name: 'attributes-charset', values: [{ type: 'charset', value: 'utf-8' }] }]
				},
				{ name: 'job', attributes: [{ name: 'copies', values: [{ type: 'integer', value: 20 }] }] }
			],
			data: Uint8Array.of(0x25)
		});
		const expected =
			'0200' +
			'0002' +
			'00000001' + // version, Print-Job, request
			'01' +
			'47' +
			'0012' +
			Buffer.from('attributes-charset').toString('hex') +
			'0005' +
			Buffer.from('utf-8').toString('hex') +
			'02' +
			'21' +
			'0006' +
			Buffer.from('copies').toString('hex') +
			'0004' +
			'00000014' +
			'03' +
			'25';
		expect(written.toString('hex')).toBe(expected);
	});

	it('says bad-answer for every message that is cut before its end', () => {
		const whole = encodeIpp({
			version: [2, 0],
			code: 0,
			requestId: 7,
			groups: [
				{
					name: 'printer',
					attributes: [
						{
							name: 'media-col',
							values: [
								{
									type: 'collection',
									members: [{ name: 'media-type', values: [{ type: 'keyword', value: 'stationery' }] }]
								}
							]
						}
					]
				}
			],
			data: new Uint8Array()
		});
		for (let length = 0; length < whole.length; length += 1) {
			expect(decodeIpp(whole.subarray(0, length))).toStrictEqual({ ok: false, fault: 'bad-answer' });
		}
	});

	it('says bad-answer for collections nested deeper than any printer nests them', () => {
		const nested = Buffer.from('34000000004a00000001' + '61', 'hex');
		const bottomless = Buffer.concat([
			Buffer.from('02000000000000010434000178' + '0000' + '4a0000000161', 'hex'),
			...Array.from({ length: 10_000 }, () => nested)
		]);
		expect(decodeIpp(bottomless)).toStrictEqual({ ok: false, fault: 'bad-answer' });
	});

	it('makes a value, and nothing bigger than the message, of 20,000 corrupted answers', () => {
		const random = randomFrom(1);
		const [sample] = fc.sample(
			anyMessage.filter((message) => encodeIpp(message).length > 600),
			{ numRuns: 1, seed: 4 }
		);
		if (!sample) throw new Error('no sample');
		const good = encodeIpp(sample);
		const outcomes = { read: 0, 'bad-answer': 0 };
		for (let round = 0; round < 20_000; round += 1) {
			const corrupted = Buffer.from(good.subarray(0, random() < 0.2 ? Math.floor(random() * good.length) : undefined));
			for (let change = Math.ceil(random() * 4); change > 0 && corrupted.length > 0; change -= 1) {
				corrupted[Math.floor(random() * corrupted.length)] = Math.floor(random() * 256);
			}
			const decoded = decodeIpp(corrupted);
			if (!decoded.ok) outcomes[decoded.fault] += 1;
			else {
				outcomes.read += 1;
				// A byte that is no UTF-8 is read as U+FFFD, three bytes long.
				expect(encodeIpp(decoded.value).length).toBeLessThanOrEqual(3 * corrupted.length + 9);
			}
		}
		expect(outcomes.read + outcomes['bad-answer']).toBe(20_000);
		expect(Math.min(outcomes.read, outcomes['bad-answer'])).toBeGreaterThan(1000);
	});
});
