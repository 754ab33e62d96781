import { words, xRequest, type XConnection } from './x-connection.ts';

/** A named request's body: name length, padding, the name. */
function named(name: string): Buffer {
	const body = Buffer.alloc(4 + name.length);
	body.writeUInt16LE(name.length, 0);
	body.write(name, 4, 'latin1');
	return body;
}

/** InternAtom. */
export async function internAtom(x: XConnection, name: string): Promise<number | null> {
	return (await x.ask(xRequest(16, 0, named(name))))?.readUInt32LE(8) ?? null;
}

/** QueryExtension: the extension's major opcode, or null where the server lacks it. */
async function extensionOpcode(x: XConnection, name: string): Promise<number | null> {
	const reply = await x.ask(xRequest(98, 0, named(name)));
	return reply?.readUInt8(8) === 1 ? reply.readUInt8(9) : null;
}

/** How long nobody has touched keyboard or pointer, in milliseconds, over all windows (MIT-SCREEN-SAVER 1.1, QueryInfo). */
export async function idleMeter(x: XConnection): Promise<(() => Promise<number | null>) | null> {
	const opcode = await extensionOpcode(x, 'MIT-SCREEN-SAVER');
	if (opcode === null) return null;
	return async () => (await x.ask(xRequest(opcode, 1, words(x.rootWindow))))?.readUInt32LE(16) ?? null;
}

/** The server never blanks the screen by itself: outside the hours the screen is a signpost. */
export async function keepScreenOn(x: XConnection): Promise<void> {
	x.send(xRequest(107, 0, Buffer.alloc(8)));
	const dpms = await extensionOpcode(x, 'DPMS');
	if (dpms !== null) x.send(xRequest(dpms, 5, Buffer.alloc(0)));
}

/** Keysyms of the first group's first level by keycode (GetKeyboardMapping); keys without a symbol are left out. */
export async function keyboardMap(x: XConnection): Promise<ReadonlyMap<number, number>> {
	const count = x.maxKeycode - x.minKeycode + 1;
	const reply = await x.ask(xRequest(101, 0, Buffer.from([x.minKeycode, count, 0, 0])));
	const perKeycode = reply?.readUInt8(1) ?? 0;
	const keysyms = new Map<number, number>();
	for (let index = 0; reply && index < count; index++) {
		const keysym = reply.readUInt32LE(32 + index * perKeycode * 4);
		if (keysym !== 0) keysyms.set(x.minKeycode + index, keysym);
	}
	return keysyms;
}
