import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { controls } from '../shell/escapes/controls.ts';
import { changed } from '../shell/house/changes.ts';

it.each(controls)('the control "$name" of the escape suite is really there to be taken away', ({ changes }) => {
	expect(changes.length).toBeGreaterThan(0);
	for (const change of changes) {
		const before = readFileSync(change.file, 'utf8');
		expect(changed(before, change)).not.toBe(before);
	}
});

it('no two controls of the escape suite have the same name', () => {
	const names = controls.map(({ name }) => name);
	expect([...new Set(names)]).toEqual(names);
});
