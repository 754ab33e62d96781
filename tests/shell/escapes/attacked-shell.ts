import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { basename } from 'node:path';
import type { XDisplay } from '../../../src/lib/server/adapters/i3/x-connection.ts';
import { until } from '../../contract/portal-fixture/until.ts';
import type { Pixels } from '../../contract/portal-fixture/x-screen.ts';
import type { Change } from '../house/changes.ts';
import { barHeightPx, type Box } from '../house/mirror.ts';
import { processTree, type RunningProcess } from '../house/residue.ts';
import { openShell, type Shell } from '../house/shell.ts';
import { startCanary, type Canary } from './canary.ts';
import { windowsOn } from './windows.ts';

/** What must be true after every attack; `locked` is how it looks when all is well. */
export interface Verdict {
	readonly bar: 'there' | 'not there';
	/** Whether a press on the bar was heard within a second. */
	readonly answers: boolean;
	/** Windows that were not there before, or are gone. */
	readonly windows: readonly string[];
	/** Requests that reached a host off the list, and connections to this machine's loopback. */
	readonly reached: { readonly evil: number; readonly loopback: number };
	readonly newPrograms: readonly string[];
	readonly portal: string;
}
export const locked: Verdict = {
	bar: 'there',
	answers: true,
	windows: [],
	reached: { evil: 0, loopback: 0 },
	newPrograms: [],
	portal: 'shown'
};

/** A shell with a visit in the portal, which shows a page that does whatever an attack orders. */
export interface AttackedShell {
	readonly shell: Shell;
	readonly canary: Canary;
	/** Of the portal's browser, seen from outside. */
	portalBrowser(): RunningProcess;
	/** Real keys at the real screen. */
	keys(...keys: readonly string[]): void;
	/** Real keys right at the nested server, as if the outer guard had let them through. */
	innerKeys(...keys: readonly string[]): void;
	/** Orders a script after which nothing is told any more. */
	give(script: string): Promise<void>;
	/** Runs a script (the body of an async function) in the hostile page and gives what it returns. */
	order(script: string): Promise<unknown>;
	/** The same, with a real press on the page where the script awaits `press()`. */
	orderPressed(script: string): Promise<unknown>;
	/** The keys that the page has heard since it was asked last. */
	heard(): Promise<readonly string[]>;
	/** xdotool on the real screen: for pressing, dragging, other buttons. */
	hands(...argv: readonly string[]): void;
	/** Ends the visit, whatever its page does, and opens the portal in a new one. */
	renew(): Promise<void>;
	/** Presses End and gives how long the question took to come, in milliseconds; then stays. */
	askToEnd(): Promise<number>;
	/** Presses the page at this height below the bar. */
	pressPage(y: number, ...modifiers: readonly string[]): void;
	verdict(): Promise<Verdict>;
	close(): Promise<void>;
}

/** Heights in the hostile page, below the bar. */
export const places = { link: 30, file: 90, empty: 400 } as const;

const startsHostile: Change = {
	file: 'src/lib/server/simulated/demo-portal/demo-portal.ts',
	from: "const startUrl = 'https://portal.test/';",
	to: "const startUrl = 'https://portal.test/hostile';"
};
const barAnswerMs = 1_000;

const programOf = ({ argv }: RunningProcess) => {
	const all = argv.join(' ');
	return [basename(all.split(' ')[0] ?? ''), ...(/--type=\S+/.exec(all) ?? [])].join(' ');
};

/** The X server of this process: the one of its sockets that has such a path (proc(5), /proc/net/unix). */
const displayOf = (pid: number): string => {
	const sockets = readdirSync(`/proc/${String(pid)}/fd`).flatMap((fd) => {
		try {
			return /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${String(pid)}/fd/${fd}`))?.[1] ?? [];
		} catch {
			return [];
		}
	});
	const found = readFileSync('/proc/net/unix', 'utf8')
		.split('\n')
		.map((line) => line.split(/\s+/))
		.find(([, , , , , , inode = '', path = '']) => sockets.includes(inode) && /^\/tmp\/\.X11-unix\/X\d+$/.test(path));
	if (found === undefined) throw new Error('the nested X server has no socket');
	return `:${/\d+$/.exec(found[7] ?? '')?.[0] ?? ''}`;
};

/** What of the bar is the same whatever it says: a row above all buttons from end to end, and the End button. */
const barOf = ({ width, data }: Pixels, end: Box): readonly number[] => {
	const points = [
		...Array.from({ length: width }, (_, left) => 3 * width + left),
		...Array.from({ length: end.width * end.height }, (_, at) => {
			return (end.y + Math.floor(at / end.width)) * width + end.x + (at % end.width);
		})
	];
	return points.flatMap((point) => [...data.subarray(point * 4, point * 4 + 3)]);
};
/** The share of points that look clearly otherwise; the End button is lighter below the pointer. */
const shareOfDifferent = (one: readonly number[], other: readonly number[]) =>
	one.filter((value, at) => Math.abs(value - (other[at] ?? 0)) > 60).length / one.length;

export async function openAttackedShell(changes: readonly Change[] = []): Promise<AttackedShell> {
	const canary = await startCanary();
	const shell = await openShell([startsHostile, ...changes]);
	const { view, x } = shell;
	const command = async (what: object) => {
		const answer = await fetch(new URL('/api/session/command', shell.kiosk.address), {
			method: 'POST',
			headers: {
				'content-type': 'application/json',
				cookie: view.cookie,
				origin: new URL(shell.kiosk.address).origin,
				'sec-fetch-site': 'same-origin'
			},
			body: JSON.stringify(what)
		});
		if (!answer.ok) throw new Error(`the kiosk answers ${answer.status}`);
	};
	const enterPortal = async () => {
		await view.until('ready', ({ state }) => state.name === 'ready', 40_000);
		await command({ type: 'choose language', language: 'fi' });
		await command({ type: 'start visit' });
		await view.untilVisit('home', ({ screen }) => screen.name === 'home');
		await shell.press((page) => page.getByRole('button', { name: /OmaKela/ }).first());
		await view.untilVisit('the portal is shown', ({ portal }) => portal.state === 'shown', 60_000);
		await until(() => x.colourAt(1000, 500) === '#0000ff', 'the hostile page is on the screen', 30_000);
	};
	await enterPortal();
	const { box: end } = await shell.mirror.onScreen((page) => page.getByRole('button', { name: 'Lopeta' }).first());
	await until(async () => (await shell.barDifference()) < 0.02, 'the bar looks as it should');

	const outer: XDisplay = { display: x.display };
	/** Another one in every visit. */
	const nested = (): XDisplay => {
		const xephyr = processTree(shell.kiosk.pid).find(({ argv }) => argv.join(' ').startsWith('Xephyr'));
		if (!xephyr) throw new Error('no nested X server');
		return { display: displayOf(xephyr.pid), xauthority: xephyr.argv[xephyr.argv.indexOf('-auth') + 1] ?? '' };
	};
	const xdotool = ({ display, xauthority = '' }: XDisplay, argv: readonly string[]) =>
		void execFileSync('xdotool', argv, {
			env: { PATH: '/usr/bin:/bin', DISPLAY: display, XAUTHORITY: xauthority, LC_ALL: 'C.UTF-8' },
			timeout: 10_000
		});
	const allWindows = async () => [
		...(await windowsOn(outer)).map((window) => `outer ${window}`),
		...(await windowsOn(nested())).map((window) => `portal ${window}`)
	];
	const programs = new Set(processTree(shell.kiosk.pid).map(programOf));
	const windows = await allWindows();
	const bar = barOf(x.shows(), end);
	let helpCalled = false;
	/** The help button ends there, whatever else the bar shows. */
	const pressHelp = () => x.click(end.x - 36, end.y + 28);

	const told = async (number: number, limitMs = 15_000) =>
		until(
			async () =>
				(await shell.demoPortal()).told
					.map((line) => JSON.parse(line) as { number: number; armed?: true; value?: unknown; threw?: string })
					.findLast((line) => line.number === number),
			`the page tells of order ${String(number)}`,
			limitMs
		);
	const give = async (script: string) =>
		Number(await (await fetch(shell.kiosk.demoPortal, { method: 'POST', body: script })).text());
	const outcome = async (number: number) => {
		const line = await until(
			async () => {
				const latest = await told(number);
				return latest.armed ? undefined : latest;
			},
			`the end of order ${String(number)}`
		);
		if (line.threw !== undefined) throw new Error(line.threw);
		return line.value;
	};
	const pressPage = (y: number, ...modifiers: readonly string[]) => x.click(1000, barHeightPx + y, ...modifiers);
	const order = async (script: string) => outcome(await give(script));

	return {
		shell,
		canary,
		portalBrowser() {
			const found = processTree(shell.kiosk.pid).find(
				(process) => programOf(process) === 'chromium' && process.argv.join(' ').includes('--kiosk')
			);
			if (!found) throw new Error('the portal has no browser');
			return found;
		},
		keys: (...keys) => x.key(...keys),
		innerKeys: (...keys) => xdotool(nested(), ['key', ...keys]),
		give: async (script) => void (await give(script)),
		hands: (...argv) => xdotool(outer, argv),
		order,
		async orderPressed(script) {
			const number = await give(script);
			await told(number);
			pressPage(places.empty);
			return outcome(number);
		},
		heard: async () => (await order('return keys.splice(0)')) as readonly string[],
		pressPage,
		async verdict() {
			// A notice moves what stands beside it.
			if (view.now().state.name === 'inSession' && view.visit().notice) await command({ type: 'dismiss notice' });
			pressHelp();
			helpCalled = !helpCalled;
			const answers = await view
				.untilVisit('the bar answers', (visit) => (visit.help !== 'none') === helpCalled, barAnswerMs)
				.then(
					() => true,
					() => false
				);
			const there = await until(
				() => shareOfDifferent(barOf(x.shows(), end), bar) < 0.02,
				'the bar',
				barAnswerMs
			).catch(() => false);
			const { requests } = await shell.demoPortal();
			const now = await allWindows();
			const { state } = view.now();
			return {
				bar: there ? 'there' : 'not there',
				answers,
				windows: [
					...now.filter((window) => !windows.includes(window)).map((window) => `new: ${window}`),
					...windows.filter((window) => !now.includes(window)).map((window) => `gone: ${window}`)
				],
				reached: { evil: requests['evil.test'] ?? 0, loopback: canary.connections() },
				newPrograms: [...new Set(processTree(shell.kiosk.pid).map(programOf))].filter((name) => !programs.has(name)),
				portal: state.name === 'inSession' ? state.portal.state : state.name
			};
		},
		async renew() {
			await command({ type: 'end visit' });
			helpCalled = false;
			await enterPortal();
		},
		async askToEnd() {
			const asked = performance.now();
			x.click(Math.round(end.x + end.width / 2), Math.round(end.y + end.height / 2));
			await view.untilVisit('the question', ({ screen }) => screen.name === 'confirm end');
			const ms = performance.now() - asked;
			await command({ type: 'stay' });
			await view.untilVisit('back in the portal', ({ screen }) => screen.name === 'portal');
			return ms;
		},
		async close() {
			await shell.close();
			await canary.close();
		}
	};
}
