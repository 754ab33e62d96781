import { createReadStream } from 'node:fs';
import { access, readdir, readFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { missingReaderPackages, readerLanguages } from '../../lib/server/adapters/tesseract/tesseract-reader.ts';
import type { Configuration } from '../../lib/server/config/configuration.ts';
import { storageSafety } from '../../lib/server/config/storage-safety.ts';
import { isBeforeBuild } from '../../lib/server/machine/build-date.ts';
import { run } from '../../lib/server/process/run.ts';

/** What one look found. `note` is worth reading but does not stop a kiosk; `todo` says what to do. */
export interface Finding {
	readonly check: string;
	readonly state: 'ok' | 'note' | 'not ok';
	readonly found: string;
	readonly todo?: string;
}

const ok = (check: string, found: string): Finding => ({ check, state: 'ok', found });
const bad = (check: string, found: string, todo: string): Finding => ({ check, state: 'not ok', found, todo });

const leastNode = 26;
const leastChromium = 156;
const chromiumProgram = '/usr/lib/chromium/chromium';

export function checkNode(version: string): Finding {
	if (Number.parseInt(version, 10) >= leastNode) return ok('Node', version);
	return bad('Node', version, `start with "npm run kiosk -- …", which uses the packaged Node ${leastNode}`);
}

/** The Debian package of each program that the kiosk starts. */
const packages: Readonly<Record<string, string>> = {
	bwrap: 'bubblewrap',
	[chromiumProgram]: 'chromium',
	i3: 'i3-wm',
	Xephyr: 'xserver-xephyr',
	socat: 'socat',
	setpriv: 'util-linux',
	pdfinfo: 'poppler-utils',
	pdftoppm: 'poppler-utils'
};

const packagesFor = ({ kiosk }: Configuration): Readonly<Record<string, string>> => ({
	...packages,
	...(kiosk.scanner.kind === 'sane' ? { scanimage: 'sane-utils' } : {}),
	...(kiosk.printViaCups === 'always' ? { '/usr/sbin/cupsd': 'cups-daemon', lpadmin: 'cups-client' } : {})
});

export async function checkPrograms(configuration: Configuration): Promise<Finding> {
	const needed = Object.entries(packagesFor(configuration));
	const there = await Promise.all(needed.map(([program]) => isInstalled(program)));
	const missing = needed.filter((_, index) => there[index] !== true);
	if (missing.length === 0) return ok('programs', `all ${needed.length} found`);
	const toInstall = [...new Set(missing.map(([, debianPackage]) => debianPackage))].join(' ');
	return bad('programs', `missing: ${missing.map(([program]) => program).join(', ')}`, `apt-get install ${toInstall}`);
}

async function isInstalled(program: string): Promise<boolean> {
	const folders = program.startsWith('/') ? [''] : (process.env.PATH ?? '').split(delimiter);
	const tried = await Promise.all(
		folders.map((folder) =>
			access(join(folder, program)).then(
				() => true,
				() => false
			)
		)
	);
	return tried.includes(true);
}

/** A visit's data on a disk outlives the visit. */
export async function checkStorage({ kiosk }: Configuration, root?: string): Promise<readonly Finding[]> {
	const { sessionDir } = kiosk.storage;
	const { onTmpfs, plainSwap } = await storageSafety(sessionDir, root);
	return [
		onTmpfs
			? ok('session storage', `${sessionDir} is on tmpfs`)
			: bad(
					'session storage',
					`${sessionDir} is not on tmpfs`,
					'set storage.sessionDir in kiosk.yaml to a folder under /dev/shm'
				),
		plainSwap.length === 0
			? ok('swap', 'off, in memory (zram) or encrypted')
			: bad(
					'swap',
					`unencrypted: ${plainSwap.join(', ')}`,
					'turn it off (swapoff, /etc/fstab) or encrypt it (/etc/crypttab)'
				)
	];
}

/** Tries the very thing that the portal's capsule rests on: namespaces of its own for an ordinary user. */
export async function checkSandbox(signal: AbortSignal): Promise<Finding> {
	const outcome = await run(
		[
			'bwrap',
			...['--unshare-user', '--uid', '1000', '--gid', '1000', '--unshare-pid', '--unshare-ipc', '--unshare-net'],
			...['--die-with-parent', '--ro-bind', '/', '/', '--proc', '/proc', '--dev', '/dev', '--', 'true']
		],
		{ timeoutMs: 10_000, signal }
	);
	if (outcome.ended === 'exited' && outcome.code === 0)
		return ok('sandbox', 'user, process and network namespaces work');
	if (outcome.ended === 'not-started')
		return bad('sandbox', 'bubblewrap is not installed', 'apt-get install bubblewrap');
	return bad(
		'sandbox',
		'bubblewrap cannot make its namespaces',
		'allow user namespaces: sysctl kernel.unprivileged_userns_clone=1 user.max_user_namespaces=15000'
	);
}

/** Where the text of papers is wanted: whether every language of it can be read. */
export async function checkTextLayer({ kiosk }: Configuration, signal: AbortSignal): Promise<readonly Finding[]> {
	if (kiosk.textLayer === 'off') return [];
	const missing = await missingReaderPackages(readerLanguages, signal);
	return [
		missing.length === 0
			? ok('text layer', `papers are read in ${readerLanguages.join(', ')}`)
			: bad(
					'text layer',
					`missing: ${missing.join(', ')}; papers stay pictures that cannot be searched`,
					`apt-get install ${missing.join(' ')}`
				)
	];
}

export async function checkChromium(signal: AbortSignal): Promise<Finding> {
	const outcome = await run([chromiumProgram, '--version'], { timeoutMs: 20_000, signal });
	if (outcome.ended !== 'exited' || outcome.code !== 0) {
		return bad('Chromium', 'not installed or does not start', 'apt-get install chromium');
	}
	const version = /\d+(\.\d+)+/.exec(outcome.stdout.toString('utf8'))?.[0] ?? 'unknown version';
	if (Number.parseInt(version, 10) >= leastChromium) return ok('Chromium', version);
	return bad('Chromium', version, `the policies were tried on ${leastChromium}: apt-get upgrade chromium`);
}

/**
 * A policy whose name this Chromium does not have locks nothing and says nothing. Names lie as plain text in the program.
 * Looks at the policies that the kiosk gives its browsers, in `host/chromium/*-policy.json`.
 */
export async function checkPolicies(configDir: string, signal: AbortSignal): Promise<Finding> {
	const folder = join(configDir, 'host', 'chromium');
	const files = (await readdir(folder).catch((): string[] => [])).filter((name) => name.endsWith('-policy.json'));
	if (files.length === 0)
		return bad('policies', `no *-policy.json in ${folder}`, 'restore the folder from the program’s package');
	const names = new Set<string>();
	for (const file of files) {
		const policies = policyNames(await readFile(join(folder, file), 'utf8'));
		if (policies === null)
			return bad('policies', `${join(folder, file)} is not a policy file`, 'restore it from the program’s package');
		policies.forEach((name) => names.add(name));
	}
	const unknown = await namesNotIn(chromiumProgram, names, signal);
	if (unknown === null) return bad('policies', 'Chromium cannot be read', 'apt-get install chromium');
	if (unknown.length === 0) return ok('policies', `all ${names.size} are known to this Chromium`);
	return bad(
		'policies',
		`not known to this Chromium: ${unknown.join(', ')}`,
		'look the names up at chromeenterprise.google/policies'
	);
}

function policyNames(content: string): readonly string[] | null {
	try {
		const policies: unknown = JSON.parse(content);
		return typeof policies === 'object' && policies !== null && !Array.isArray(policies) ? Object.keys(policies) : null;
	} catch {
		return null;
	}
}

async function namesNotIn(
	program: string,
	names: ReadonlySet<string>,
	signal: AbortSignal
): Promise<readonly string[] | null> {
	const missing = new Set([...names].map((name) => `\0${name}\0`));
	const longest = Math.max(...[...missing].map((name) => name.length));
	let tail = '';
	try {
		for await (const chunk of createReadStream(program, {
			highWaterMark: 8 * 1024 * 1024,
			encoding: 'latin1',
			signal
		})) {
			const text = tail + String(chunk);
			for (const name of missing) if (text.includes(name)) missing.delete(name);
			tail = text.slice(-longest);
			if (missing.size === 0) break;
		}
	} catch {
		return null;
	}
	return [...missing].map((name) => name.slice(1, -1));
}

/** Whether there is a screen to lock; without one the kiosk can still be tried in any browser. */
export async function checkDisplay(display: string | undefined): Promise<Finding> {
	const hint = 'start from a desktop, or as the systemd unit; without a display the customer screen is not locked down';
	if (display === undefined || display === '')
		return { check: 'display', state: 'note', found: 'no X display here', todo: hint };
	const number = /^:(\d+)/.exec(display)?.[1];
	const there =
		number === undefined
			? true
			: await access(`/tmp/.X11-unix/X${number}`).then(
					() => true,
					() => false
				);
	return there ? ok('display', display) : bad('display', `${display} is not running`, hint);
}

/** A clock from before the program was built is wrong, and with it every opening hour. `builtAt`: null when nothing tells. */
export function checkClock(nowMs: number, builtAt: number | null): Finding {
	const now = new Date(nowMs).toISOString();
	if (isBeforeBuild(nowMs, builtAt))
		return bad('clock', `${now} is before this program was built`, 'set the clock: timedatectl set-ntp true');
	if (builtAt !== null) return ok('clock', now);
	return {
		check: 'clock',
		state: 'note',
		found: `${now}; nothing tells when the program was built`,
		todo: 'npm run build'
	};
}
