import type { Clock } from '../../ports/clock.ts';
import type { ConfigHistory, SavedVersion } from '../../ports/config-history.ts';

/** The history without a disk: gone with the process. For tests. */
export function createSimulatedConfigHistory(clock: Clock): ConfigHistory {
	const saved: SavedVersion[] = [];
	return {
		add(version) {
			const files = structuredClone(version.files).toSorted((a, b) => (a.path < b.path ? -1 : 1));
			const added = { ...version, files, id: saved.length + 1, at: clock.now() };
			saved.push(added);
			return added;
		},
		versions: (limit) => saved.toReversed().slice(0, limit),
		version: (id) => saved.find((version) => version.id === id) ?? null
	};
}
