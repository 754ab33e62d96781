import { setTimeout as wait } from 'node:timers/promises';
import { connectX, words, xRequest } from '../../src/lib/server/adapters/i3/x-connection.ts';
import { startXScreen, type XScreen } from '../contract/portal-fixture/x-screen.ts';

/** An X server of our own whose pixels can be read within a millisecond. */
export interface SeenScreen extends XScreen {
	/** Resolves to `performance.now()` as soon as the pixel has this colour (`rrggbb`). */
	untilColour(x: number, y: number, colour: string, limitMs?: number): Promise<number>;
	/** Resolves when the picture is another one than `before` and stays the same for a moment. */
	untilSettled(before: Buffer | null): Promise<void>;
	pixels(): Promise<Buffer>;
}

const zPixmap = 2;
const imageHead = 32;
const settledMs = 150;

export async function startSeenScreen(width = 1280, height = 800): Promise<SeenScreen> {
	const screen = await startXScreen(width, height);
	const connected = await connectX({ display: screen.display });
	if (!connected.ok) throw new Error(connected.fault);
	const x = connected.value;

	/** GetImage of the root window, whatever lies on it (X11 protocol, encoding of GetImage: opcode 73). */
	const image = async (left: number, top: number, w: number, h: number) => {
		const place = Buffer.alloc(8);
		[left, top, w, h].forEach((value, index) => place.writeUInt16LE(value, 2 * index));
		const reply = await x.ask(xRequest(73, zPixmap, Buffer.concat([words(x.rootWindow), place, words(0xffffffff)])));
		if (reply === null) throw new Error('the X server gave no picture');
		return reply.subarray(imageHead);
	};
	const colour = async (left: number, top: number) => {
		const [blue = 0, green = 0, red = 0] = await image(left, top, 1, 1);
		return ((red << 16) | (green << 8) | blue).toString(16).padStart(6, '0');
	};
	const pixels = () => image(0, 0, width, height);

	return {
		...screen,
		pixels,
		async untilColour(left, top, wanted, limitMs = 20_000) {
			const deadline = performance.now() + limitMs;
			for (;;) {
				const seen = await colour(left, top);
				if (seen === wanted) return performance.now();
				if (performance.now() > deadline) throw new Error(`the pixel stays ${seen} and never becomes ${wanted}`);
				await wait(1);
			}
		},
		async untilSettled(before) {
			for (let last = before; ; await wait(settledMs)) {
				const now = await pixels();
				if (last !== null && last !== before && now.equals(last)) return;
				last = before?.equals(now) ? before : now;
			}
		},
		async close() {
			x.close();
			await screen.close();
		}
	};
}
