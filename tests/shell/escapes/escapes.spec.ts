import { afterAll, afterEach, beforeAll } from 'vitest';
import { openAttackedShell, type AttackedShell } from './attacked-shell.ts';
import { controls } from './controls.ts';
import { permissionAttacks } from './files-and-permissions.ts';
import { keyboardAttacks } from './keyboard.ts';
import { navigationAttacks } from './navigation.ts';
import { networkAttacks } from './network.ts';
import { pointerAttacks } from './pointer-and-window.ts';
import { stuckPages } from './stuck-pages.ts';

/** One shell for all attacks of ESCAPES.md that can be tried here; `npm run escapes` takes one control away. */
const without = process.env.ESCAPES_WITHOUT;
const changes = without === undefined ? [] : (controls.find(({ name }) => name === without)?.changes ?? []);

let shell: AttackedShell | undefined;
const attacked = () => {
	if (!shell) throw new Error('no shell');
	return shell;
};
beforeAll(async () => {
	shell = await openAttackedShell(changes);
}, 120_000);
afterEach(async ({ task }) => {
	// An attack that got through leaves a shell that says nothing about the next one.
	if (task.result?.state !== 'fail') return;
	await shell?.close();
	shell = await openAttackedShell(changes);
}, 120_000);
afterAll(() => shell?.close(), 60_000);

keyboardAttacks(attacked);
pointerAttacks(attacked);
permissionAttacks(attacked);
networkAttacks(attacked);
navigationAttacks(attacked);
stuckPages(attacked);
