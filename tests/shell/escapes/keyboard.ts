import { describe, expect, it } from 'vitest';
import { until } from '../../contract/portal-fixture/until.ts';
import { locked, places, type AttackedShell } from './attacked-shell.ts';

/** `inner`: also pressed behind the outer guard; `swallowed` there by the nested i3, `harmless` when the browser gets it. */
const attacks: readonly { row: string; what: string; keys: string; inner?: 'swallowed' | 'harmless' }[] = [
	{
		row: '1',
		what: 'F12, Ctrl+Shift+I, J and C open no devtools',
		keys: 'F12 ctrl+shift+i ctrl+shift+j ctrl+shift+c',
		inner: 'swallowed'
	},
	{ row: '2', what: 'Ctrl+U shows no source', keys: 'ctrl+u', inner: 'swallowed' },
	{ row: '3', what: 'Ctrl+N and Ctrl+T open no window', keys: 'ctrl+n ctrl+t ctrl+shift+t', inner: 'swallowed' },
	{ row: '4', what: 'Ctrl+Shift+N opens no incognito window', keys: 'ctrl+shift+n', inner: 'swallowed' },
	{ row: '5, 6', what: 'Ctrl+O and Ctrl+S open no file dialog', keys: 'ctrl+o ctrl+s', inner: 'swallowed' },
	{ row: '7, 8', what: 'Ctrl+P and Ctrl+Shift+P open no print dialog', keys: 'ctrl+p ctrl+shift+p', inner: 'harmless' },
	{
		row: '9',
		what: 'history, downloads, bookmarks and the menu do not open',
		keys: 'ctrl+h ctrl+j ctrl+shift+o ctrl+shift+Delete alt+e alt+f',
		inner: 'swallowed'
	},
	{ row: '10', what: 'Shift+Escape opens no task manager', keys: 'shift+Escape', inner: 'swallowed' },
	{ row: '11, 25', what: 'F1 opens no help and F7 asks nothing', keys: 'F1 F7', inner: 'swallowed' },
	{ row: '12', what: 'Alt+Home and Alt+Left lead nowhere', keys: 'alt+Home alt+Left' },
	{ row: '13', what: 'F11 leaves no full screen', keys: 'F11', inner: 'swallowed' },
	{
		row: '14',
		what: 'no shortcut closes the browser',
		keys: 'alt+F4 ctrl+w ctrl+F4 ctrl+shift+w ctrl+q ctrl+shift+q',
		inner: 'swallowed'
	},
	{ row: '15', what: 'nothing leads to an address line', keys: 'ctrl+l F6 alt+d ctrl+k', inner: 'swallowed' },
	{
		row: '16',
		what: 'no menu of a window manager opens',
		keys: 'alt+Tab alt+space super+d ctrl+Escape alt+Return super+Return'
	},
	{ row: '23', what: 'Print Screen does nothing', keys: 'Print alt+Print' },
	{ row: '24', what: 'F10 and the menu key open no menu', keys: 'F10 shift+F10 Menu', inner: 'harmless' },
	{
		row: '27',
		what: 'keys of multimedia keyboards start nothing',
		keys: 'XF86WWW XF86HomePage XF86Calculator XF86Mail XF86Back'
	}
];
const modifiers = /(Control|Alt|Shift|Meta|Super)$/;

export function keyboardAttacks(attacked: () => AttackedShell): void {
	describe('keyboard', () => {
		const heardOf = async (press: (...keys: string[]) => void, keys: string) => {
			await attacked().heard();
			// A page that hears nothing at all would prove nothing.
			press('x', ...keys.split(' '), 'y');
			return (await attacked().heard()).filter((key) => !modifiers.test(key));
		};

		it.each(attacks)('row $row: $what', async ({ keys, inner }) => {
			const { pressPage, keys: press, innerKeys, verdict } = attacked();
			pressPage(places.empty);
			expect(await heardOf(press, keys)).toEqual(['x', 'y']);
			expect(await verdict()).toEqual(locked);
			if (inner === undefined) return;
			pressPage(places.empty);
			const heard = await heardOf(innerKeys, keys);
			if (inner === 'swallowed') expect(heard).toEqual(['x', 'y']);
			else expect(heard[0]).toBe('x');
			expect(await verdict()).toEqual(locked);
			innerKeys('Escape');
		});

		it('row 28: a thousand keys at once stop neither bar nor page', async () => {
			const { pressPage, hands, heard, verdict } = attacked();
			pressPage(places.empty);
			await heard();
			hands('key', '--delay', '0', ...Array.from({ length: 250 }, () => ['a', 'ctrl+t', 'F5', 'b']).flat());
			let arrived = 0;
			await until(
				async () => (arrived += (await heard()).filter((key) => key === 'a').length) > 200,
				'the keys arrive'
			);
			expect(await verdict()).toEqual(locked);
		});
	});
}
