import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/**
 * The namespaces that every process of a capsule shares. Chromium's sandbox gives its renderers PID and network namespaces of their
 * own below ours, but never an IPC, UTS or mount namespace; so these three find them too.
 */
const sharedKinds = ['pid', 'net', 'ipc', 'uts', 'mnt'] as const;
export type Namespaces = ReadonlySet<string>;

const namespaceOf = (pid: string, kind: string): string | undefined => {
	try {
		return readlinkSync(`/proc/${pid}/ns/${kind}`);
	} catch {
		// Gone meanwhile, or somebody else's: a capsule's processes are always our own.
		return undefined;
	}
};

/** The namespaces of a process that are not our own; empty when it is gone. */
export const foreignNamespaces = (pid: number): Namespaces =>
	new Set(
		sharedKinds
			.map((kind) => ({ theirs: namespaceOf(String(pid), kind), ours: namespaceOf('self', kind) }))
			.flatMap(({ theirs, ours }) => (theirs === undefined || theirs === ours ? [] : [theirs]))
	);

/** Dead and only not yet collected by its parent (proc(5), state Z or X): it holds no memory and no file any more. */
const isDead = (pid: string): boolean => {
	try {
		return /^.*\) [ZX]/s.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));
	} catch {
		return true;
	}
};

/** Every process of this machine that lives in one of these namespaces. */
export const processesIn = (namespaces: Namespaces): readonly number[] =>
	namespaces.size === 0
		? []
		: readdirSync('/proc')
				.filter((name) => /^\d+$/.test(name))
				.filter((pid) => sharedKinds.some((kind) => namespaces.has(namespaceOf(pid, kind) ?? '')))
				.filter((pid) => !isDead(pid))
				.map(Number);
