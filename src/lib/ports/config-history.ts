/** A file of the configuration folder before and after a save; null: it was not there. */
export interface SavedFile {
	/** Below the configuration folder, e.g. `service-points/tornio.yaml`. */
	readonly path: string;
	readonly before: string | null;
	readonly after: string | null;
}

export interface SavedVersion {
	readonly id: number;
	/** Milliseconds since the epoch. */
	readonly at: number;
	readonly who: string;
	/** What was changed, in one line. */
	readonly summary: string;
	/** In the order of their paths, however they were given. */
	readonly files: readonly SavedFile[];
	/** The version that this one took back; null for an ordinary save. */
	readonly undoes: number | null;
}

/** Every configuration that was ever saved at the console. Versions are only ever added. */
export interface ConfigHistory {
	add(version: Omit<SavedVersion, 'id' | 'at'>): SavedVersion;
	/** Newest first. */
	versions(limit: number): readonly SavedVersion[];
	version(id: number): SavedVersion | null;
}
