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

/** One process for good: its number alone could be another's later. */
export interface ProcessIdentity {
	readonly pid: number;
	/** In clock ticks since the machine started (proc(5), stat field 22). */
	readonly startedAt: string;
}

/** Fields of /proc/PID/stat from the third (state) on; the second may hold spaces. Undefined when it is gone. */
const statOf = (pid: string): readonly string[] | undefined => {
	try {
		return readFileSync(`/proc/${pid}/stat`, 'latin1')
			.replace(/^.*\) /s, '')
			.split(' ');
	} catch {
		return undefined;
	}
};

const allPids = () => readdirSync('/proc').filter((name) => /^\d+$/.test(name));

/** The living children of a process. */
export const childrenOf = (parent: number): readonly ProcessIdentity[] =>
	allPids().flatMap((pid) => {
		const stat = statOf(pid) ?? [];
		const startedAt = stat[19] ?? '';
		return Number(stat[1]) === parent && !isDead(pid) ? [{ pid: Number(pid), startedAt }] : [];
	});

/** Whether this very process still lives. */
export const stillThere = ({ pid, startedAt }: ProcessIdentity): boolean =>
	!isDead(String(pid)) && statOf(String(pid))?.[19] === startedAt;

/** Dead and only not yet collected by its parent (proc(5), state Z or X): it holds no memory and no file any more. */
const isDead = (pid: string): boolean => /^[ZX]/.test(statOf(pid)?.[0] ?? 'X');

/** Every process of this machine that lives in one of these namespaces. */
export const processesIn = (namespaces: Namespaces): readonly number[] =>
	namespaces.size === 0
		? []
		: allPids()
				.filter((pid) => sharedKinds.some((kind) => namespaces.has(namespaceOf(pid, kind) ?? '')))
				.filter((pid) => !isDead(pid))
				.map(Number);
