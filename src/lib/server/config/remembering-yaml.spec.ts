import * as v from 'valibot';
import { expect, it } from 'vitest';
import { rememberingYaml } from './yaml-file.ts';

it('a text that was read not long ago is not read again; another text, another file and one long ago are', () => {
	const seen: unknown[] = [];
	const schema = v.pipe(
		v.object({ a: v.number() }),
		v.check((value) => seen.push(value.a) > 0)
	);
	const read = rememberingYaml();
	const first = read('one.yaml', 'a: 1', schema);
	expect(first.ok && first.value.value).toEqual({ a: 1 });
	expect(read('one.yaml', 'a: 1', schema)).toBe(first);
	expect(read('one.yaml', 'a: no', schema)).toEqual(read('one.yaml', 'a: no', schema));
	expect(read('one.yaml', 'a: no', schema)).toMatchObject({ ok: false, fault: [{ file: 'one.yaml', line: 1 }] });
	expect(read('two.yaml', 'a: 1', schema)).not.toBe(first);
	expect(seen).toEqual([1, 1]);
	for (let number = 2; number < 200; number += 1) read('one.yaml', `a: ${number}`, schema);
	expect(read('one.yaml', 'a: 1', schema)).not.toBe(first);
	expect(seen.at(-1)).toBe(1);
});
