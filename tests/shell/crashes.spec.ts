import { afterEach, describe, expect, it } from 'vitest';
import { until } from '../contract/portal-fixture/until.ts';
import { processTree, programs } from './house/residue.ts';
import { openShell, type Shell } from './house/shell.ts';

let shell: Shell;
afterEach(() => shell.close());

/** A visit with the portal on the screen. */
async function inThePortal(): Promise<Readonly<Record<string, number>>> {
	shell = await openShell();
	await shell.view.until('ready', ({ state }) => state.name === 'ready');
	const before = programs(processTree(shell.kiosk.pid));
	await shell.press((page) => page.getByRole('button', { name: /Suomi/ }));
	await shell.press((page) => page.getByRole('button', { name: 'Aloita' }));
	await shell.press((page) => page.getByRole('button', { name: /OmaKela/ }).first());
	await shell.view.untilVisit('the portal is shown', ({ portal }) => portal.state === 'shown', 30_000);
	await shell.untilPortalShows();
	return before;
}

const browserOf = (ofThePortal: boolean) =>
	processTree(shell.kiosk.pid).find(({ argv }) => {
		const [program = ''] = (argv[0] ?? '').split(' ');
		return (
			program.endsWith('/chromium') &&
			!argv.join(' ').includes('--type=') &&
			argv.join(' ').includes('--kiosk') === ofThePortal
		);
	});

describe('something dies in the middle of a visit', () => {
	it('the screen: the visit ends, everything is wiped, and the next customer finds a screen', async () => {
		const before = await inThePortal();
		const endWatch = shell.watchBar();
		process.kill(browserOf(false)?.pid ?? 0, 'SIGKILL');
		await shell.view.until('the visit is over', ({ state }) => state.name !== 'inSession');
		await shell.view.until('ready again', ({ state }) => state.name === 'ready', 30_000);
		// The watch of the visit test does notice a bar that is not there.
		expect((await endWatch()).gone).toBeGreaterThan(0);
		await shell.press((page) => page.getByRole('button', { name: /Suomi/ }));
		await shell.view.until('it answers', ({ state }) => state.name === 'ready' && state.language === 'fi');
		expect(programs(processTree(shell.kiosk.pid))).toEqual(before);
	});

	it('the portal: the customer is told, the visit and its papers stay, and it can be opened anew', async () => {
		await inThePortal();
		process.kill(browserOf(true)?.pid ?? 0, 'SIGKILL');
		await shell.view.untilVisit(
			'told',
			({ portal, notice }) => portal.state === 'failed' && notice?.kind === 'portal ended'
		);
		await shell.press((page) => page.getByRole('button', { name: 'Yritä uudelleen' }).first());
		await shell.view.untilVisit('shown again', ({ portal }) => portal.state === 'shown', 30_000);
		await shell.untilPortalShows();
	});

	it('the server: nothing of the visit outlives it', async () => {
		await inThePortal();
		const pids = processTree(shell.kiosk.pid).map(({ pid }) => pid);
		await shell.kiosk.stop('SIGKILL');
		const alive = () => pids.filter((pid) => processTree(pid).length > 0);
		await until(() => alive().length === 0, 'every process of the kiosk is gone');
	});
});
