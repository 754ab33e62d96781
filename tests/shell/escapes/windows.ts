import {
	connectX,
	words,
	xRequest,
	type XConnection,
	type XDisplay
} from '../../../src/lib/server/adapters/i3/x-connection.ts';

const viewable = 2;

/** One window as `WIDTHxHEIGHT+X+Y` (X11 protocol, GetWindowAttributes and GetGeometry), or null where nobody sees it. */
async function seen(x: XConnection, window: number): Promise<string | null> {
	const [attributes, geometry] = await Promise.all([
		x.ask(xRequest(3, 0, words(window))),
		x.ask(xRequest(14, 0, words(window)))
	]);
	if (!attributes || !geometry || attributes.readUInt8(26) !== viewable) return null;
	const [width, height] = [geometry.readUInt16LE(16), geometry.readUInt16LE(18)];
	return width * height <= 1 ? null : `${width}x${height}+${geometry.readInt16LE(12)}+${geometry.readInt16LE(14)}`;
}

/** Every window right below the root that is on the screen: those of programs in their frames, menus, dialogs, tooltips. */
export async function windowsOn(display: XDisplay): Promise<readonly string[]> {
	const connected = await connectX(display);
	if (!connected.ok) throw new Error(connected.fault);
	const x = connected.value;
	const tree = await x.ask(xRequest(15, 0, words(x.rootWindow)));
	const count = tree?.readUInt16LE(16) ?? 0;
	const children = Array.from({ length: count }, (_, index) => tree?.readUInt32LE(32 + index * 4) ?? 0);
	const found = await Promise.all(children.map((window) => seen(x, window)));
	x.close();
	return found.filter((window) => window !== null).toSorted();
}
