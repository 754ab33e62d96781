import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Points from left to right and from top to bottom, four bytes each: red, green, blue and one of no meaning. */
export interface Pixels {
	readonly width: number;
	readonly height: number;
	readonly data: Uint8Array;
}

/** An X server of the test's own, with a pointer, a keyboard and a picture of what it shows. */
export interface XScreen {
	readonly display: string;
	readonly size: { readonly width: number; readonly height: number };
	click(x: number, y: number, ...modifiers: readonly string[]): void;
	/** Puts the pointer somewhere without pressing. */
	move(x: number, y: number): void;
	key(...keys: readonly string[]): void;
	type(text: string): void;
	/** `#rrggbb` of one point. */
	colourAt(x: number, y: number): string;
	/** What the whole screen shows now. */
	shows(): Pixels;
	/** The same as PNG, for people to look at. */
	picture(): Buffer;
	close(): Promise<void>;
}

/** Starts Xvfb on a free display number. */
export async function startXScreen(width = 1024, height = 768): Promise<XScreen> {
	const folder = mkdtempSync('/dev/shm/x-screen-');
	const geometry = ['-screen', '0', `${width}x${height}x24`, '-fbdir', folder, '-nocursor'];
	const child = spawn('Xvfb', ['-displayfd', '3', ...geometry, '-nolisten', 'tcp', '-noreset'], {
		stdio: ['ignore', 'ignore', 'ignore', 'pipe']
	});
	const [line] = (await once(child.stdio[3] as NodeJS.ReadableStream, 'data')) as [Buffer];
	const display = `:${line.toString().trim()}`;
	const run = (program: string, ...argv: readonly string[]) =>
		execFileSync(program, argv, {
			env: { PATH: '/usr/bin:/bin', DISPLAY: display, LC_ALL: 'C.UTF-8' },
			timeout: 10_000,
			maxBuffer: 1e8
		});
	const shows = () => pixelsOf(readFileSync(join(folder, 'Xvfb_screen0')));
	return {
		display,
		size: { width, height },
		click: (x, y, ...modifiers) => {
			run(
				'xdotool',
				...modifiers.flatMap((modifier) => ['keydown', modifier]),
				...['mousemove', String(x), String(y), 'click', '1'],
				...modifiers.flatMap((modifier) => ['keyup', modifier])
			);
		},
		move: (x, y) => void run('xdotool', 'mousemove', String(x), String(y)),
		key: (...keys) => void run('xdotool', 'key', ...keys),
		type: (text) => void run('xdotool', 'type', text),
		colourAt: (x, y) => {
			const { data, width: row } = shows();
			return `#${Buffer.from(data.subarray((y * row + x) * 4, (y * row + x) * 4 + 3)).toString('hex')}`;
		},
		shows,
		picture: () => run('import', '-window', 'root', 'png:-'),
		close: async () => {
			const exited = once(child, 'exit');
			child.kill('SIGKILL');
			await exited;
			rmSync(folder, { recursive: true });
		}
	};
}

/** An X window dump (XWDFile.h, version 7) as Xvfb keeps it: a header of big-endian words, the colours, the points as blue, green, red, none. */
function pixelsOf(dump: Buffer): Pixels {
	const word = (index: number) => dump.readUInt32BE(index * 4);
	const [headerBytes, width, height, rowBytes, colours] = [word(0), word(4), word(5), word(12), word(19)];
	const start = headerBytes + colours * 12;
	if (rowBytes !== width * 4) throw new Error(`rows of ${rowBytes} bytes for ${width} points`);
	const data = new Uint8Array(dump.subarray(start, start + rowBytes * height));
	const points = new Uint32Array(data.buffer);
	for (let at = 0; at < points.length; at += 1) {
		const point = points[at] ?? 0;
		points[at] = (point & 0xff_00_ff_00) | ((point & 0xff) << 16) | ((point >>> 16) & 0xff);
	}
	return { width, height, data };
}
