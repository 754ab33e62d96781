import { describe, expect, it } from 'vitest';
import { locked, type AttackedShell } from './attacked-shell.ts';

const limited = (expression: string) =>
	`await press(); return Promise.race([Promise.resolve().then(() => ${expression}).then(() => 'granted', (error) => error.name), new Promise((done) => setTimeout(done, 1500, 'no answer'))])`;

const asked: readonly { row: string; what: string; ask: string }[] = [
	{ row: '71', what: 'a file', ask: 'showOpenFilePicker()' },
	{ row: '71', what: 'a place to save', ask: 'showSaveFilePicker()' },
	{ row: '71', what: 'a folder', ask: 'showDirectoryPicker()' },
	{
		row: '73',
		what: 'the position',
		ask: 'new Promise((done, fail) => navigator.geolocation.getCurrentPosition(done, () => fail({ name: "denied" })))'
	},
	{
		row: '73',
		what: 'notifications',
		ask: 'Notification.requestPermission().then((state) => { if (state !== "granted") throw { name: state } })'
	},
	{ row: '73', what: 'USB devices', ask: 'navigator.usb.requestDevice({ filters: [] })' },
	{
		row: '73',
		what: 'HID devices',
		ask: 'navigator.hid.requestDevice({ filters: [] }).then((list) => { if (list.length === 0) throw { name: "none" } })'
	},
	{ row: '73', what: 'serial ports', ask: 'navigator.serial.requestPort()' },
	{ row: '73', what: 'MIDI', ask: 'navigator.requestMIDIAccess({ sysex: true })' },
	{ row: '73', what: 'the camera', ask: 'navigator.mediaDevices.getUserMedia({ video: true })' },
	{ row: '73', what: 'the microphone', ask: 'navigator.mediaDevices.getUserMedia({ audio: true })' },
	{ row: '73', what: 'the screen', ask: 'navigator.mediaDevices.getDisplayMedia()' },
	{
		row: '73',
		what: 'the machine’s fonts',
		ask: 'queryLocalFonts().then((list) => { if (list.length === 0) throw { name: "none" } })'
	},
	{ row: '73', what: 'the screens', ask: 'getScreenDetails()' },
	{ row: '74', what: 'the clipboard', ask: 'navigator.clipboard.readText()' }
];

export function permissionAttacks(attacked: () => AttackedShell): void {
	describe('files and permissions', () => {
		it.each(asked)('row $row: a page that asks for $what gets nothing, and nobody is asked', async ({ ask }) => {
			const { orderPressed, verdict } = attacked();
			expect(await orderPressed(limited(ask))).not.toBe('granted');
			expect(await verdict()).toEqual(locked);
		});
	});
}
