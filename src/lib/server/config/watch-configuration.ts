import { watch, type FSWatcher } from 'node:fs';
import { join } from 'node:path';
import { loadConfiguration, type Configuration } from './configuration.ts';
import type { ConfigurationProblem } from './yaml-file.ts';

export interface ConfigurationListeners {
	/** A whole new configuration is in force. */
	readonly onChange: (configuration: Configuration) => void;
	/** What lies in the folder is not right; the last good one stays in force. */
	readonly onProblems: (problems: readonly ConfigurationProblem[]) => void;
}

export interface ConfigurationWatch {
	/** The last good configuration. */
	current(): Configuration;
	/** Reads the folder now (SIGHUP); done when the listeners were called. */
	reload(): Promise<void>;
	stop(): void;
}

/** Starts a wait and returns how to call it off; `setTimeout` in production. */
export type Delay = (run: () => void, ms: number) => () => void;

/** Milliseconds of quiet after a change in the folder: editors write a file in several steps. */
const settleMs = 200;

const timerDelay: Delay = (run, ms) => {
	const timer = setTimeout(run, ms);
	timer.unref();
	return () => clearTimeout(timer);
};

/** Follows a configuration folder from a good state on. A folder that goes wrong never takes the good state away. */
export function watchConfiguration(
	dir: string,
	initial: Configuration,
	listeners: ConfigurationListeners,
	delay: Delay = timerDelay
): ConfigurationWatch {
	let good = initial;
	let stopped = false;
	let cancelWait = () => {};
	let watchers: readonly FSWatcher[] = [];
	let reading = Promise.resolve();

	const read = async () => {
		const loaded = await loadConfiguration(dir);
		if (stopped) return;
		if (loaded.ok) {
			good = loaded.value;
			listeners.onChange(good);
		} else {
			listeners.onProblems(loaded.fault);
		}
	};
	const reload = () => (reading = reading.then(read));
	const onEvent = () => {
		cancelWait();
		cancelWait = delay(() => {
			// A folder that was replaced as a whole has a new inode, which the old watchers do not see.
			watchAgain();
			void reload();
		}, settleMs);
	};
	const watchAgain = () => {
		for (const watcher of watchers) watcher.close();
		watchers = stopped ? [] : [dir, join(dir, 'service-points')].flatMap((folder) => watchFolder(folder, onEvent));
	};
	watchAgain();

	return {
		current: () => good,
		reload,
		stop() {
			stopped = true;
			cancelWait();
			watchAgain();
		}
	};
}

/** A folder that is missing at the moment is not watched; `reload` still reads it when it is back. */
function watchFolder(folder: string, onEvent: () => void): FSWatcher[] {
	try {
		const watcher = watch(folder, { persistent: false }, onEvent);
		watcher.on('error', onEvent);
		return [watcher];
	} catch {
		return [];
	}
}
