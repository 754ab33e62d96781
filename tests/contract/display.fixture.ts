import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { run } from '../../src/lib/server/process/run.ts';
import { connectX, words, xRequest, type XDisplay } from '../../src/lib/server/adapters/i3/x-connection.ts';
import { internAtom } from '../../src/lib/server/adapters/i3/x-requests.ts';

/** Colours that the stand-in windows are filled with. */
export const colours = { 'customer screen': 0x0000ff, portal: 0xff0000 } as const;

const limit = { timeoutMs: 10_000 };
const environment = ({ display, xauthority }: XDisplay): Record<string, string> => ({
	// xsel writes no selection without one.
	HOME: tmpdir(),
	DISPLAY: display,
	...(xauthority ? { XAUTHORITY: xauthority } : {})
});

/** An X server without a screen, on a number of its own choosing. */
export async function startXvfb(): Promise<{ x: XDisplay; end: () => Promise<void> }> {
	const argv = ['-displayfd', '3', '-screen', '0', '1280x800x24', '-nolisten', 'tcp', '-noreset'];
	const child = spawn('Xvfb', argv, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
	const gone = once(child, 'exit');
	const pipe = child.stdio[3];
	if (!pipe) throw new Error('Xvfb has no descriptor 3');
	const [number] = (await once(pipe, 'data')) as [Buffer];
	return {
		x: { display: `:${number.toString('utf8').trim()}` },
		end: async () => {
			child.kill('SIGKILL');
			await gone;
		}
	};
}

/** A window filled with one colour that notes the keys it gets. */
export interface PlainWindow {
	/** Keycodes with the state's low eight bits, in order. */
	readonly keys: readonly { keycode: number; state: number }[];
	/** Resolves when the window manager or somebody else destroyed it. */
	readonly destroyed: Promise<void>;
	/** As `Element.requestFullscreen` ends up: a message to the window manager (EWMH 1.5, _NET_WM_STATE). */
	askForFullScreen(): Promise<void>;
	leaveFullScreen(): Promise<void>;
	readonly closed: Promise<void>;
	close(): void;
}

/** Opens a plain window of this class on an X server. */
export async function openPlainWindow(at: XDisplay, windowClass: string, colour: number): Promise<PlainWindow> {
	const connected = await connectX(at);
	if (!connected.ok) throw new Error(connected.fault);
	const x = connected.value;
	const window = x.resourceIdBase;
	const keys: { keycode: number; state: number }[] = [];
	let managed = () => {};
	const isManaged = new Promise<void>((resolve) => (managed = resolve));
	let gone = () => {};
	const destroyed = new Promise<void>((resolve) => (gone = resolve));
	x.onEvent((event) => {
		if (event.readUInt8(0) === 21) managed();
		if (event.readUInt8(0) === 17) gone();
		if (event.readUInt8(0) === 2) keys.push({ keycode: event.readUInt8(1), state: event.readUInt16LE(28) & 0xff });
	});
	const backgroundAndEvents = 0x802;
	const keyPressAndStructure = 0x2_0001;
	const size = 200 | (200 << 16);
	const inputOutput = 1 << 16;
	x.send(
		xRequest(
			1,
			0,
			words(window, x.rootWindow, 0, size, inputOutput, 0, backgroundAndEvents, colour, keyPressAndStructure)
		)
	);
	const name = Buffer.from(`${windowClass}\0${windowClass}\0`, 'latin1');
	x.send(xRequest(18, 0, Buffer.concat([words(window, 67, 31, 8, name.length), name])));
	x.send(xRequest(8, 0, words(window)));
	// The window manager has taken it into a frame of its own, or closed it at once.
	await Promise.race([isManaged, destroyed]);
	const changeFullScreen = async (action: 0 | 1) => {
		const state = (await internAtom(x, '_NET_WM_STATE')) ?? 0;
		const fullScreen = (await internAtom(x, '_NET_WM_STATE_FULLSCREEN')) ?? 0;
		const clientMessage = 33 | (32 << 8);
		const toWindowManager = 0x18_0000;
		x.send(
			xRequest(25, 0, words(x.rootWindow, toWindowManager, clientMessage, window, state, action, fullScreen, 0, 1, 0))
		);
		await internAtom(x, 'WM_NAME');
	};
	return {
		keys,
		destroyed,
		askForFullScreen: () => changeFullScreen(1),
		leaveFullScreen: () => changeFullScreen(0),
		closed: x.closed,
		close: x.close
	};
}

/** The colour of one pixel of the whole screen, as 0xRRGGBB. */
export async function pixel(at: XDisplay, column: number, row: number): Promise<number> {
	const crop = `1x1+${column}+${row}`;
	const shot = await run(['import', '-window', 'root', '-crop', crop, '-depth', '8', 'rgb:-'], {
		...limit,
		env: environment(at)
	});
	if (shot.ended !== 'exited') throw new Error(`import ${shot.ended}`);
	return shot.stdout.readUIntBE(0, 3);
}

/** A real key press, as xdotool names keys. */
export async function pressKey(at: XDisplay, key: string): Promise<void> {
	await run(['xdotool', 'key', key], { ...limit, env: environment(at) });
}

const selectionFlags = ['--primary', '--secondary', '--clipboard'];

export async function plantSelections(at: XDisplay, text: string): Promise<void> {
	for (const flag of selectionFlags) {
		await run(['xsel', flag, '--input'], { ...limit, env: environment(at), stdin: Buffer.from(text) });
	}
}

/** The texts that a program would paste. */
export async function readSelections(at: XDisplay): Promise<string[]> {
	const texts: string[] = [];
	for (const flag of selectionFlags) {
		const read = await run(['xsel', flag, '--output'], { ...limit, env: environment(at) });
		texts.push(read.ended === 'exited' ? read.stdout.toString('utf8') : read.ended);
	}
	return texts;
}
