/** What a program may use at most, so that hostile input ends it and not the machine. */
export interface CapsuleLimits {
	readonly cpuSeconds: number;
	readonly addressSpaceBytes: number;
}

/**
 * The argv that runs a program over foreign bytes on its standard input: it gets the programs and the fonts of the system, an empty
 * /tmp, and no network, processes or user of ours. Killing it ends everything inside.
 */
export const inCapsule = (
	argv: readonly [string, ...string[]],
	{ cpuSeconds, addressSpaceBytes }: CapsuleLimits,
	environment: Readonly<Record<string, string>> = {}
): [string, ...string[]] => [
	...(['prlimit', `--as=${addressSpaceBytes}`, `--cpu=${cpuSeconds}`, '--core=0', '--'] as const),
	...['bwrap', '--unshare-all', '--unshare-user', '--uid', '1000', '--gid', '1000', '--cap-drop', 'ALL'],
	...['--die-with-parent', '--new-session', '--clearenv'],
	...Object.entries({ PATH: '/usr/bin', LC_ALL: 'C.UTF-8', ...environment }).flatMap(([name, value]) => [
		'--setenv',
		name,
		value
	]),
	...['--ro-bind', '/usr', '/usr', '--symlink', 'usr/lib', '/lib', '--symlink', 'usr/lib64', '/lib64'],
	...['--ro-bind-try', '/etc/fonts', '/etc/fonts', '--ro-bind-try', '/var/cache/fontconfig', '/var/cache/fontconfig'],
	...['--tmpfs', '/tmp', '--dev', '/dev', '--'],
	...argv
];
