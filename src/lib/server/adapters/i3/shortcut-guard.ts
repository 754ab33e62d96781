import { isAllowedShortcut, isEscape, isNeverTyping, shiftedStates, shortcutStates } from './shortcut-rule.ts';
import { words, xRequest, type XConnection } from './x-connection.ts';
import { keyboardMap } from './x-requests.ts';

const anyKey = 0;
const anyModifier = 0x8000;
const asynchronous = 1;
const keyPress = 2;
const mappingNotify = 34;
const letGoOn = 3;
const replay = 5;

/** GrabKey on the root window. A synchronous grab holds the keyboard until AllowEvents says what becomes of the key. */
function grabKey(x: XConnection, keycode: number, modifiers: number, keyboardMode: 'held' | 'swallowed'): void {
	const body = Buffer.alloc(12);
	body.writeUInt32LE(x.rootWindow, 0);
	body.writeUInt16LE(modifiers, 4);
	body.writeUInt8(keycode, 6);
	body.writeUInt8(asynchronous, 7);
	body.writeUInt8(keyboardMode === 'held' ? 0 : asynchronous, 8);
	x.send(xRequest(33, 0, body));
}

/**
 * Swallows every shortcut that is not allowed before any window sees it, for as long as the connection lives. Plain typing
 * never passes here; a key held with Ctrl, Alt or Super waits for this process to let it through.
 *
 * Not i3 key bindings: i3 can only list what is swallowed, key by key, and takes 19 s to load the 6300 lines of that list.
 */
export async function guardShortcuts(x: XConnection): Promise<void> {
	let keyboard = await keyboardMap(x);
	x.onEvent((event) => {
		const type = event.readUInt8(0) & 0x7f;
		if (type === mappingNotify) void keyboardMap(x).then((changed) => (keyboard = changed));
		if (type !== keyPress) return;
		const keysym = keyboard.get(event.readUInt8(1)) ?? 0;
		const verdict = isAllowedShortcut(keysym, event.readUInt16LE(28)) ? replay : letGoOn;
		x.send(xRequest(35, verdict, words(event.readUInt32LE(4))));
	});
	for (const state of shortcutStates) grabKey(x, anyKey, state, 'held');
	for (const [keycode, keysym] of keyboard) {
		if (isNeverTyping(keysym)) grabKey(x, keycode, anyModifier, 'swallowed');
		if (isEscape(keysym)) for (const state of shiftedStates) grabKey(x, keycode, state, 'swallowed');
	}
}
