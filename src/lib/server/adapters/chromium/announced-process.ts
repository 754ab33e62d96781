import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';

/** A process that says on a descriptor of its own when it is ready. */
export interface AnnouncedProcess {
	readonly child: ChildProcess;
	/** The first line of its announcement; undefined when it ended or was cut short before. */
	readonly announcement: Promise<string | undefined>;
	/** Settles when it has ended, or never started. */
	readonly exited: Promise<void>;
	hasEnded(): boolean;
}

export interface AnnouncedOptions {
	readonly stdio: StdioOptions;
	/** Which descriptor it writes its announcement to. */
	readonly announcesOn: number;
	readonly env: Readonly<Record<string, string>>;
	/** Cuts the waiting for the announcement short; the process is left to the caller. */
	readonly signal: AbortSignal;
}

/** Starts a process by its argv array. */
export function startAnnounced(
	[program, ...programArguments]: readonly [string, ...string[]],
	options: AnnouncedOptions
): AnnouncedProcess {
	const { stdio, env, signal, announcesOn } = options;
	const child = spawn(program, programArguments, { stdio, env });
	let ended = false;
	const exited = Promise.race([once(child, 'exit'), once(child, 'error')]).then(
		() => void (ended = true),
		() => void (ended = true)
	);
	const firstLine = Promise.withResolvers<string | undefined>();
	const nothing = () => firstLine.resolve(undefined);
	let text = '';
	const stream = child.stdio[announcesOn];
	stream?.on('data', (chunk: Buffer) => {
		if (text.includes('\n')) return;
		text += chunk.toString('latin1');
		if (text.includes('\n')) firstLine.resolve(text.slice(0, text.indexOf('\n')));
	});
	stream?.on('error', nothing);
	void exited.then(nothing);
	if (signal.aborted) nothing();
	signal.addEventListener('abort', nothing, { once: true });
	return { child, announcement: firstLine.promise, exited, hasEnded: () => ended };
}
