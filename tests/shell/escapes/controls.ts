import type { Change } from '../house/changes.ts';

/** One thing that stops an attack, and how a test takes it away. */
export interface Control {
	readonly name: string;
	/** The chapters whose attacks it stops; the others are not tried without it. */
	readonly chapters: string;
	readonly changes: readonly Change[];
}

const portalPolicyFile = 'kiosk-config/host/chromium/portal-policy.json';
const policy = (name: string, value: string, other: string, chapters = 'files and permissions'): Control => ({
	name: `policy ${name}`,
	chapters,
	changes: [{ file: portalPolicyFile, from: `"${name}": ${value}`, to: `"${name}": ${other}` }]
});
const keys = (what: string, ...bindings: readonly string[]): Control => ({
	name: `portal i3 ${what}`,
	chapters: 'keyboard',
	changes: bindings.map((binding) => ({
		file: 'kiosk-config/host/i3/portal.conf',
		from: `bindsym ${binding} nop\n`,
		to: ''
	}))
});
const program = (name: string, chapters: string, file: string, from: string, to: string): Control => ({
	name,
	chapters,
	changes: [{ file: `src/lib/server/adapters/${file}`, from, to }]
});
const guard = (event: string): Control =>
	program(
		`page guard ${event}`,
		'pointer and windows',
		'chromium/guard-script.ts',
		`listen('${event}',`,
		`listen('no-${event}',`
	);

/** Every control that can be taken away alone; a name that is not there any more throws when it is taken away. */
export const controls: readonly Control[] = [
	program('outer shortcut guard', 'keyboard', 'i3/i3-display.ts', 'await guardShortcuts(x);', 'void guardShortcuts;'),
	keys('devtools keys', 'F12', 'Ctrl+Shift+i', 'Ctrl+Shift+j', 'Ctrl+Shift+c'),
	keys('source key', 'Ctrl+u'),
	keys('new window keys', 'Ctrl+n', 'Ctrl+t', 'Ctrl+Shift+t'),
	keys('incognito key', 'Ctrl+Shift+n'),
	keys('file dialog keys', 'Ctrl+o', 'Ctrl+s'),
	keys('own pages keys', 'Ctrl+h', 'Ctrl+j', 'Ctrl+Shift+o', 'Ctrl+Shift+Delete', 'Mod1+e', 'Mod1+f'),
	keys('task manager key', 'Shift+Escape'),
	keys('help and caret keys', 'F1', 'F7'),
	keys('full screen key', 'F11'),
	keys('closing keys', 'Ctrl+w', 'Ctrl+Shift+w', 'Ctrl+q', 'Ctrl+Shift+q', 'Ctrl+F4', 'Mod1+F4'),
	keys('address line keys', 'Ctrl+l', 'F6', 'Mod1+d', 'Ctrl+k'),
	guard('contextmenu'),
	guard('click'),
	guard('auxclick'),
	guard('dragstart'),
	program('egress host list', 'network|navigation', 'egress/egress-proxy.ts', '!allowed.has(host) ||', ''),
	program('own network namespace', 'network', 'chromium/bubblewrap.ts', "['--unshare-net']", '[]'),
	program(
		'URL allow-list of hosts',
		'network|navigation',
		'chromium/policies.ts',
		'options.hosts.map(exactOrigin)',
		"['*']"
	),
	policy('PrintingEnabled', 'false', 'true', 'keyboard'),
	policy('AllowFileSelectionDialogs', 'false', 'true'),
	policy('WebRtcIPHandling', '"disable_non_proxied_udp"', '"default"', 'network'),
	policy('DefaultFileSystemReadGuardSetting', '2', '3'),
	policy('DefaultFileSystemWriteGuardSetting', '2', '3'),
	policy('DefaultGeolocationSetting', '2', '1'),
	policy('DefaultNotificationsSetting', '2', '1'),
	policy('DefaultWebUsbGuardSetting', '2', '3'),
	policy('DefaultWebHidGuardSetting', '2', '3'),
	policy('DefaultSerialGuardSetting', '2', '3'),
	policy('DefaultClipboardSetting', '2', '1'),
	policy('DefaultLocalFontsSetting', '2', '1'),
	policy('DefaultWindowManagementSetting', '2', '1'),
	policy('ScreenCaptureAllowed', 'false', 'true'),
	policy('TaskManagerEndProcessEnabled', 'false', 'true', 'keyboard')
];
