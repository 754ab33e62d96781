import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { composeKiosk, type Kiosk } from '../../src/lib/server/compose/compose.ts';
import { loadConfiguration } from '../../src/lib/server/config/configuration.ts';
import { createCustomerAccess } from '../../src/lib/server/customer/customer-access.ts';
import { createLog } from '../../src/lib/server/log/log.ts';
import { takeStorage } from '../../src/lib/server/machine/storage.ts';
import type { StateView } from '../../src/lib/session/session-view.ts';

/** A whole kiosk in any browser, on a clock that a test sets; time goes on as it does. */
const builtAt = Date.UTC(2026, 10, 20);
const mondayMorning = Date.UTC(2026, 10, 23, 8);

let root: string;
let lines: string[];
let setTo: number;
let kiosk: Kiosk;
beforeEach(async () => {
	root = await mkdtemp('/dev/shm/kiosk-clock-');
	await cp('kiosk-config', join(root, 'config'), { recursive: true });
	await mkdir(join(root, 'state'));
	const file = join(root, 'config', 'kiosk.yaml');
	const text = await readFile(file, 'utf8');
	await writeFile(file, text.replace(/sessionDir: .*/, `sessionDir: ${root}/sessions`));
	expect(await takeStorage(join(root, 'sessions'))).toBe(null);
	lines = [];
});
afterEach(async () => {
	expect(await kiosk.close()).toBe(true);
	await rm(root, { recursive: true });
});

const start = async (at: number) => {
	setTo = at;
	const configuration = await loadConfiguration(join(root, 'config'));
	if (!configuration.ok) throw new Error('the configuration of this repository does not load');
	const steady = () => Math.round(performance.now());
	const clock = { now: () => setTo + steady(), steady };
	kiosk = await composeKiosk({
		configuration: configuration.value,
		hostConfigDir: 'kiosk-config/host',
		screen: 'browser',
		demoPortal: false,
		ignoreHours: false,
		access: createCustomerAccess(9),
		clock,
		builtAt,
		stateDir: join(root, 'state'),
		log: createLog({ clock, write: (line) => lines.push(line) }),
		env: {}
	});
	kiosk.start();
};
const comesTo = <Name extends StateView['name']>(name: Name) =>
	new Promise<Extract<StateView, { name: Name }>>((resolve) => {
		kiosk.session.subscribe(({ state }) => {
			if (state.name === name) resolve(state as Extract<StateView, { name: Name }>);
		});
	});
const logged = () => lines.map((line) => (JSON.parse(line) as { event: string }).event);

it('a kiosk whose clock has not been set yet serves nobody, says why, and serves once it is set', async () => {
	await start(0);
	expect(await comesTo('outOfOrder')).toMatchObject({ reason: 'clock-wrong' });
	setTo = mondayMorning;
	await comesTo('ready');
	expect(logged()).toEqual(expect.arrayContaining(['out of order', 'clock set']));
	setTo = 0;
	expect(await comesTo('outOfOrder')).toMatchObject({ reason: 'clock-wrong' });
	expect(logged()).toContain('clock wrong');
});

it('a kiosk that staff close by hand is closed at once, stays so over a restart, and opens at their word', async () => {
	await start(mondayMorning);
	await comesTo('ready');
	kiosk.handClosing.close(null);
	expect(kiosk.session.view().state).toMatchObject({
		name: 'closed',
		hours: { why: { kind: 'by hand' }, nextOpen: null }
	});
	expect(await kiosk.close()).toBe(true);
	await start(mondayMorning);
	await comesTo('closed');
	kiosk.handClosing.open();
	expect(kiosk.session.view().state.name).toBe('ready');
	const until = mondayMorning + 3_600_000;
	kiosk.handClosing.close(until);
	expect(kiosk.session.view().state).toMatchObject({ name: 'closed', hours: { nextOpen: until } });
	setTo += 3_600_000;
	await comesTo('ready');
});
