import { describe, expect, it } from 'vitest';
import { isAllowedShortcut, isNeverTyping, shortcutStates } from './shortcut-rule.ts';

const control = 0x04;
const shift = 0x01;
const alt = 0x08;
const altGr = 0x80;
const capsAndNumLock = 0x12;
const letters = [...'abcdefghijklmnopqrstuvwxyz'];
const keysym = (character: string) => character.charCodeAt(0);
const passing = (state: number) => letters.filter((letter) => isAllowedShortcut(keysym(letter), state)).join('');

describe('what a customer may press with Ctrl, Alt and Super', () => {
	it('lets copy, paste, cut, select all, undo and find through, and no other letter', () => {
		expect(passing(control)).toBe('acfvxz');
	});

	it('decides the same with Caps Lock and Num Lock on', () => {
		expect(passing(control | capsAndNumLock)).toBe('acfvxz');
	});

	it('lets no letter through with Shift, Alt, AltGr or Super beside Ctrl', () => {
		const others = shortcutStates.filter((state) => (state & ~capsAndNumLock) !== control);
		expect(others.map(passing).join('')).toBe('');
	});

	it('swallows Alt+F4, Alt+Tab and Ctrl+Escape', () => {
		expect([
			isAllowedShortcut(0xffc1, alt),
			isAllowedShortcut(0xff09, alt),
			isAllowedShortcut(0xff1b, control)
		]).toEqual([false, false, false]);
	});

	it('lets text grow and shrink, also where plus needs Shift', () => {
		expect([
			isAllowedShortcut(keysym('+'), control),
			isAllowedShortcut(keysym('='), control | shift),
			isAllowedShortcut(keysym('-'), control),
			isAllowedShortcut(keysym('0'), control)
		]).toEqual([true, true, true, true]);
	});

	it('never holds back AltGr alone, which types @ and € on Nordic keyboards', () => {
		expect(shortcutStates.includes(altGr)).toBe(false);
	});

	it('swallows function, menu, print and multimedia keys, and no key that types or moves', () => {
		const swallowed = [0xffbe, 0xffc8, 0xff67, 0xff61, 0x1008ff18];
		const typed = [0x61, 0xe4, 0xff0d, 0xff08, 0xff09, 0xff1b, 0xff51, 0xff63, 0xffff, 0xffb0, 0xfe51];
		expect([...swallowed, ...typed].filter(isNeverTyping)).toEqual(swallowed);
	});
});
