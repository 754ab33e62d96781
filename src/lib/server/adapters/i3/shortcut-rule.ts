/** X keysyms (keysymdef.h) by the names used here. */
const backSpace = 0xff08;
const escape = 0xff1b;
const deleteKey = 0xffff;
const keypad = { add: 0xffab, subtract: 0xffad, zero: 0xffb0, insert: 0xff9e };
/** Home, Left, Up, Right, Down, End: moving by words and to the ends of a text. */
const moving = [0xff50, 0xff51, 0xff52, 0xff53, 0xff54, 0xff57];
const characters = (text: string) => [...text].map((character) => character.charCodeAt(0));

/** With Ctrl: copy, paste, cut, select all, undo, find, text size, editing by words. */
const allowedWithControl = new Set([
	...characters('cvxazf+-=0'),
	...Object.values(keypad),
	backSpace,
	deleteKey,
	...moving
]);
/** With Ctrl+Shift: selecting by words, and Ctrl+plus where plus needs Shift. Ctrl+Shift+letter are the browser's own. */
const allowedWithControlShift = new Set([...characters('='), ...moving]);

/** Bits of an X event's state (X11 protocol, KEYBUTMASK). */
const mask = { shift: 0x01, lock: 0x02, control: 0x04, alt: 0x08, numLock: 0x10, superKey: 0x40, all: 0xff };
const indifferent = mask.lock | mask.numLock;

const isModifierKey = (keysym: number) =>
	(keysym >= 0xffe1 && keysym <= 0xffee) ||
	(keysym >= 0xfe01 && keysym <= 0xfe13) ||
	keysym === 0xff7e ||
	keysym === 0xff7f;
const isFunctionKey = (keysym: number) => keysym >= 0xffbe && keysym <= 0xffe0;
/** Multimedia, "www", "calculator", power keys (XF86keysym.h). */
const isVendorKey = (keysym: number) => keysym >= 0x1008_0000 && keysym <= 0x1008_ffff;
const insert = 0xff63;
/** Select, Print, Execute, Undo, Redo, Menu, Find, Cancel, Help, Break: each opens something somewhere. */
const isCommandKey = (keysym: number) => keysym >= 0xff60 && keysym <= 0xff6b && keysym !== insert;

/** A key that writes nothing and opens something; swallowed whatever is held with it. */
export const isNeverTyping = (keysym: number): boolean =>
	isFunctionKey(keysym) || isVendorKey(keysym) || isCommandKey(keysym);

/** Held together with another key these make a shortcut. AltGr (Mod5) alone does not: it types. */
const makesShortcut = mask.control | mask.alt | mask.superKey;
/** All states (low eight bits) in which a key may be a shortcut. */
export const shortcutStates: readonly number[] = Array.from({ length: mask.all + 1 }, (_, state) => state).filter(
	(state) => state & makesShortcut
);

/** States in which Escape is Shift+Escape, Chromium's task manager. */
export const shiftedStates: readonly number[] = Array.from({ length: mask.all + 1 }, (_, state) => state).filter(
	(state) => state & mask.shift && !(state & makesShortcut)
);
export const isEscape = (keysym: number): boolean => keysym === escape;

/** Whether a key pressed in a shortcut state reaches the windows. Whatever is not on the lists above does not. */
export function isAllowedShortcut(keysym: number, state: number): boolean {
	if (isModifierKey(keysym)) return true;
	const held = state & mask.all & ~indifferent;
	if (held === mask.control) return allowedWithControl.has(keysym);
	return held === (mask.control | mask.shift) && allowedWithControlShift.has(keysym);
}
