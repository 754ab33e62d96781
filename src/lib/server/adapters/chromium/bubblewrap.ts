/** What a browser sees of the machine. Host paths are made by us; the browser's own are fixed. */
export interface Enclosure {
	/** `own`: no network but what is bound in. `host`: the machine's, for the customer screen. */
	readonly network: 'own' | 'host';
	/** Paths bound in: host path, path inside, whether it may be written. */
	readonly binds: readonly { readonly from: string; readonly to: string; readonly writable?: boolean }[];
	readonly environment: Readonly<Record<string, string>>;
	/** Limit of each private tmpfs, so that no page fills the machine's memory. */
	readonly tmpfsBytes: number;
	/** An inherited descriptor to which bubblewrap writes the process id of the enclosure's first process. */
	readonly statusFd: number;
}

/** The browser's home inside; gone with the last process. */
export const homeInside = '/home/customer';

const systemFolders = ['/usr', '/etc/fonts', '/etc/ssl', '/etc/ld.so.cache', '/etc/alternatives', '/etc/localtime'];

/**
 * The argv that runs a program in namespaces of its own, with a read-only /usr, empty private tmpfs for everything that it
 * writes, no capability and no way to outlive us. As root it becomes the ordinary user 1000 inside, so Chromium keeps its sandbox.
 */
export const bubblewrapArgv = (enclosure: Enclosure, program: readonly string[]): [string, ...string[]] => {
	const tmpfs = (path: string) => ['--size', String(enclosure.tmpfsBytes), '--tmpfs', path];
	return [
		'bwrap',
		...['--unshare-user', '--uid', '1000', '--gid', '1000'],
		...['--unshare-pid', '--unshare-ipc', '--unshare-uts', '--hostname', 'kiosk', '--unshare-cgroup-try'],
		...(enclosure.network === 'own' ? ['--unshare-net'] : []),
		...['--die-with-parent', '--new-session', '--cap-drop', 'ALL'],
		...systemFolders.flatMap((path) => ['--ro-bind-try', path, path]),
		...['bin', 'sbin', 'lib', 'lib64'].flatMap((name) => ['--symlink', `usr/${name}`, `/${name}`]),
		...['--proc', '/proc', '--dev', '/dev'],
		...['/dev/shm', '/tmp', '/run', '/home'].flatMap(tmpfs),
		...['--dir', homeInside, '--perms', '0700', '--dir', '/run/user', '--perms', '1777', '--dir', '/tmp/.X11-unix'],
		...enclosure.binds.flatMap(({ from, to, writable }) => [writable ? '--bind' : '--ro-bind', from, to]),
		...['--chdir', homeInside, '--clearenv'],
		...Object.entries({
			PATH: '/usr/bin',
			HOME: homeInside,
			USER: 'customer',
			TMPDIR: '/tmp',
			XDG_RUNTIME_DIR: '/run/user',
			XDG_CONFIG_HOME: `${homeInside}/.config`,
			XDG_CACHE_HOME: `${homeInside}/.cache`,
			XDG_DATA_HOME: `${homeInside}/.local/share`,
			// Without a UTF-8 locale a file name with ä is silently dropped by DOM.setFileInputFiles.
			LANG: 'C.UTF-8',
			// Fails at once instead of looking for a bus that is not there.
			DBUS_SESSION_BUS_ADDRESS: 'disabled:',
			NO_AT_BRIDGE: '1',
			...enclosure.environment
		}).flatMap(([name, value]) => ['--setenv', name, value]),
		...['--json-status-fd', String(enclosure.statusFd), '--', ...program]
	];
};
