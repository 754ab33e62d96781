import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { PNG } from 'pngjs';

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
	/** The whole screen as PNG. */
	picture(): Buffer;
	close(): Promise<void>;
}

/** Starts Xvfb on a free display number. */
export async function startXScreen(width = 1024, height = 768): Promise<XScreen> {
	const child = spawn(
		'Xvfb',
		['-displayfd', '3', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp', '-noreset'],
		{
			stdio: ['ignore', 'ignore', 'ignore', 'pipe']
		}
	);
	const [line] = (await once(child.stdio[3] as NodeJS.ReadableStream, 'data')) as [Buffer];
	const display = `:${line.toString().trim()}`;
	const run = (program: string, ...argv: readonly string[]) =>
		execFileSync(program, argv, {
			env: { PATH: '/usr/bin:/bin', DISPLAY: display, LC_ALL: 'C.UTF-8' },
			timeout: 10_000,
			maxBuffer: 1e8
		});
	const picture = () => run('import', '-window', 'root', 'png:-');
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
			const { data, width: row } = PNG.sync.read(picture());
			return `#${data.subarray((y * row + x) * 4, (y * row + x) * 4 + 3).toString('hex')}`;
		},
		picture,
		close: async () => {
			const exited = once(child, 'exit');
			child.kill('SIGKILL');
			await exited;
		}
	};
}
