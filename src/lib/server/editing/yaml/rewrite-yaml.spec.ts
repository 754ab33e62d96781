import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { readPlainly } from './read-yaml.ts';
import { rewriteYaml } from './rewrite-yaml.ts';
import type { YamlMap, YamlValue } from './yaml-value.ts';

const valueOf = (text: string) => readPlainly(text)?.value as YamlMap;
/** The text after a change of its value. */
const changed = (text: string, change: (value: ReturnType<typeof JSON.parse>) => void) => {
	const value = structuredClone(valueOf(text));
	change(value);
	return rewriteYaml(text, value);
};

describe('a file that is changed', () => {
	it('keeps every other line byte by byte', () => {
		const text = `# top

weekly:   # the week
   mon:    [ 09:00-12:00 ]     # early
   wed: ["09:00-12:00"]

   # Thursdays are long
   thu:
     - 09:00-12:00   # morning
     # lunch
     - '13:00-18:00' # afternoon

# the end
`;
		expect(
			changed(text, (value) => {
				value.weekly = { mon: value.weekly.mon, tue: ['10:00-11:00', '12:00-13:00'], wed: [], thu: value.weekly.thu };
				value.weekly.thu[1] = '13:00-17:00';
			})
		).toBe(`# top

weekly:   # the week
   mon:    [ 09:00-12:00 ]     # early
   tue: [10:00-11:00, 12:00-13:00]
   wed: []

   # Thursdays are long
   thu:
     - 09:00-12:00   # morning
     # lunch
     - 13:00-17:00 # afternoon

# the end
`);
	});

	const exceptions = `exceptions: # days that differ
  # Christmas
  - { date: 2026-12-24, closed: true } # eve
  - date: 2026-12-25 # the day
    closed: true

  # New Year
  - { date: 2026-12-31, hours: [10:00-12:00] }
  # - { date: 2027-01-01, closed: true }
seasons: []
# - { name: summer }
`;

	it('takes a new item where it belongs, in the manner of the list', () => {
		expect(
			changed(exceptions, ({ exceptions }) => {
				exceptions.splice(2, 0, { date: '2026-12-27', closed: true });
				exceptions.push({ date: '2027-01-02', hours: ['09:00-10:00'] });
			})
		).toBe(
			exceptions
				.replace('\n\n  # New Year', '\n  - date: 2026-12-27\n    closed: true\n\n  # New Year')
				.replace('\n  # - {', '\n  - date: 2027-01-02\n    hours: [09:00-10:00]\n  # - {')
		);
	});

	it('loses an item with the comment on its line, and no comment between', () => {
		expect(changed(exceptions, ({ exceptions }) => exceptions.splice(0, 2))).toBe(
			exceptions.replace(/ {2}- \{ date: 2026-12-24.*\n.*\n.*\n/, '')
		);
		expect(changed(exceptions, ({ exceptions }) => exceptions.splice(2, 1))).toBe(
			exceptions.replace(/ {2}- \{ date: 2026-12-31.*\n/, '')
		);
		expect(changed(exceptions, (value) => (value.exceptions = []))).toBe(
			`exceptions: [] # days that differ\n  # Christmas\n\n  # New Year\n  # - { date: 2027-01-01, closed: true }\nseasons: []\n# - { name: summer }\n`
		);
	});

	it('moves an item with what is written about it', () => {
		const text = `channels:\n  - id: a # first\n    url: x\n  # about b\n  - id: b\n  - id: c\n`;
		expect(changed(text, ({ channels }) => channels.unshift(...channels.splice(1, 1)))).toBe(
			`channels:\n  # about b\n  - id: b\n  - id: a # first\n    url: x\n  - id: c\n`
		);
	});

	it('has its first item below the empty list, before the examples that are commented out', () => {
		expect(
			changed('a:\n  seasons: []  # none yet\n  # - { name: x }\nb: 1\n', ({ a }) =>
				a.seasons.push({
					name: { fi: 'kesä', sv: 'å', en: 'x: y' },
					from: '2027-06-01',
					weekly: { tue: ['09:00-12:00'] }
				})
			)
		).toBe(
			`a:\n  seasons:  # none yet\n    - { name: { fi: kesä, sv: å, en: 'x: y' }, from: 2027-06-01, weekly: { tue: [09:00-12:00] } }\n  # - { name: x }\nb: 1\n`
		);
	});

	it('is emptied in the same save that adds a key below it', () => {
		const text = 'hours:\n  exceptions:\n    - 2026-12-24 # eve\n# end\n';
		expect(rewriteYaml(text, { hours: { exceptions: [], seasons: ['summer'] } })).toBe(
			'hours:\n  exceptions: []\n  seasons: [summer]\n# end\n'
		);
	});

	it('keeps comments between brackets', () => {
		const text = 'mon: [\n  09:00-10:00, # early\n  11:00-12:00 # late\n  # lunch\n]\nhosts: [a.fi,b.fi]\n';
		expect(
			changed(text, ({ mon, hosts }) => {
				mon.splice(0, 1);
				hosts.push('c.fi');
			})
		).toBe('mon: [ # early\n  11:00-12:00 # late\n  # lunch\n]\nhosts: [a.fi, b.fi, c.fi]\n');
	});

	it('keeps the line breaks of Windows and a last line without one', () => {
		expect(changed('a: 1 # x\r\nb:\r\n  - c\r\n  - d', ({ b }) => b.push('e'))).toBe(
			'a: 1 # x\r\nb:\r\n  - c\r\n  - d\r\n  - e'
		);
	});

	it.each([
		['aliases', 'a: &x [1]\nb: *x\n'],
		['a mistake', 'a: [1\n']
	])('is refused with %s in it', (_, text) => {
		expect(rewriteYaml(text, { a: [2], b: [1] })).toBeNull();
	});

	it('is begun where there is none', () => {
		expect(rewriteYaml('', { schedules: { phone: { weekly: { mon: ['09:00-12:00'] }, seasons: [] } } })).toBe(
			'schedules:\n  phone:\n    weekly:\n      mon: [09:00-12:00]\n    seasons: []\n'
		);
	});
});

const word = fc.oneof(
	fc.constantFrom(
		'09:00-12:00',
		'2026-12-24',
		'kesä',
		'FPA:s',
		'a: b',
		"it's",
		'x # y',
		'- z',
		'[',
		'',
		'true',
		'12',
		' a ',
		'ä\nö'
	),
	fc.string({ maxLength: 6 })
);
const key = fc.constantFrom('a', 'b', 'c', 'date', 'x y', 'mon');
const { value: anyValue } = fc.letrec<{ value: YamlValue }>((tie) => ({
	value: fc.oneof(
		{ maxDepth: 4 },
		word,
		fc.integer(),
		fc.boolean(),
		fc.array(word, { maxLength: 4 }),
		fc.uniqueArray(fc.record({ id: word, x: tie('value') }, { requiredKeys: ['id'], noNullPrototype: true }), {
			maxLength: 4,
			selector: ({ id }) => id
		}),
		fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true })
	)
}));
const anyMap = fc.dictionary(key, anyValue, { minKeys: 1, maxKeys: 5, noNullPrototype: true }) as fc.Arbitrary<YamlMap>;
/** As YAML of one style or the other, with comments wherever there may be one. */
const anyText = fc
	.record({
		value: anyMap,
		flow: fc.boolean(),
		indent: fc.constantFrom(2, 4),
		every: fc.integer({ min: 1, max: 4 }),
		compact: fc.boolean()
	})
	.map(({ value, flow, indent, every, compact }) => {
		const options = {
			indent,
			lineWidth: flow ? 20 : 80,
			collectionStyle: flow ? 'flow' : 'any',
			indentSeq: compact
		} as const;
		const text = stringify(value, { ...options, defaultStringType: 'PLAIN', blockQuote: false });
		const commented = text
			.split('\n')
			.map((line, index) => (index % every === 0 && /[\],}\w]$/.test(line) ? `${line} # c${index}` : line))
			.join('\n');
		return readPlainly(commented) !== null && JSON.stringify(valueOf(commented)) === JSON.stringify(value)
			? commented
			: text;
	});

it('any text is made to say any value, and an unchanged value changes nothing', () => {
	fc.assert(
		fc.property(anyText, anyMap, (text, value) => {
			expect(rewriteYaml(text, valueOf(text))).toBe(text);
			const both = { ...valueOf(text), ...value };
			expect(readPlainly(rewriteYaml(text, both) ?? '')?.value).toEqual(both);
		}),
		{ numRuns: 400 }
	);
}, 60_000);
