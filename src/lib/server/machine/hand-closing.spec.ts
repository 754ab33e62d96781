import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createHandClosing } from './hand-closing.ts';

let stateDir: string;
let now: number;
let heard: string[];
beforeEach(() => {
	stateDir = mkdtempSync(join(tmpdir(), 'kiosk-state-'));
	now = 1000;
	heard = [];
});
afterEach(() => rmSync(stateDir, { recursive: true }));

const start = () =>
	createHandClosing({
		stateDir,
		clock: { now: () => now },
		onChange: () => heard.push('change'),
		onUnreadable: () => heard.push('unreadable')
	});

it('a computer that nobody closed by hand is not closed by hand', () => {
	expect(start().state()).toBe(null);
	expect(heard).toEqual([]);
});

it('stays closed over a restart until staff open it', () => {
	start().close(null);
	const next = start();
	expect(next.state()).toEqual({ until: null });
	next.open();
	expect([next.state(), start().state()]).toEqual([null, null]);
	expect(heard).toEqual(['change', 'change']);
	expect(readdirSync(stateDir)).toEqual([]);
});

it('opens by itself at the time that was said, also after a restart', () => {
	start().close(2000);
	now = 1999;
	expect(start().state()).toEqual({ until: 2000 });
	now = 2000;
	expect(start().state()).toBe(null);
});

it('what is told of a change is in force by then', () => {
	const seen: unknown[] = [];
	const closing = createHandClosing({
		stateDir,
		clock: { now: () => now },
		onChange: () => seen.push(closing.state()),
		onUnreadable: () => {}
	});
	closing.close(2000);
	closing.open();
	expect(seen).toEqual([{ until: 2000 }, null]);
});

it.each(['', '{"until":', '{"until":"tomorrow"}', '{"until":1.5}', '{}', '{"until":null,"by":"x"}', 'null'])(
	'a file that says nothing that can be understood leaves it closed, and is told: %s',
	(text) => {
		writeFileSync(join(stateDir, 'hand-closing.json'), text);
		const closing = start();
		expect(closing.state()).toEqual({ until: null });
		expect(heard).toEqual(['unreadable']);
		closing.open();
		expect(start().state()).toBe(null);
	}
);

it('a closing that cannot be written is in force all the same, and the mistake is no secret', () => {
	const closing = start();
	rmSync(stateDir, { recursive: true });
	expect(() => closing.close(null)).toThrow('ENOENT');
	expect(closing.state()).toEqual({ until: null });
	stateDir = mkdtempSync(join(tmpdir(), 'kiosk-state-'));
});
