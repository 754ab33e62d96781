import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Clock } from '../../src/lib/ports/clock.ts';
import type { ConfigHistory, SavedFile } from '../../src/lib/ports/config-history.ts';

/** A history that is empty at first. */
export interface ConfigHistoryHarness {
	readonly history: ConfigHistory;
	/** The same history as a process that starts later finds it; the same object where nothing is kept. */
	reopen(): ConfigHistory;
	end(): void;
}

const tornio: SavedFile = { path: 'service-points/tornio.yaml', before: 'id: tornio # ä\r\n', after: 'id: tornio\n' };
const created: SavedFile = { path: 'service-points/defaults.yaml', before: null, after: '' };
const removed: SavedFile = { path: 'service-points/defaults.yaml', before: '', after: null };
const save = (summary: string, files: readonly SavedFile[], undoes: number | null = null) => {
	return { who: 'aino', summary, files, undoes };
};

/** What the editor may count on, wherever the versions are kept. */
export function configHistoryContract(name: string, start: (clock: Clock) => ConfigHistoryHarness): void {
	describe(`configuration history: ${name}`, () => {
		let now: number;
		let harness: ConfigHistoryHarness;
		beforeEach(() => {
			now = 1_800_000_000_000;
			harness = start({ now: () => now });
		});
		afterEach(() => harness.end());

		it('keeps every file to the byte, by path, who, when, what, in the order of saving', () => {
			const first = harness.history.add(save('one', [tornio, created]));
			now += 60_000;
			const second = harness.history.add(save('two', [removed], first.id));
			expect([first, second]).toEqual([
				{ ...save('one', [created, tornio]), id: first.id, at: 1_800_000_000_000 },
				{ ...save('two', [removed], first.id), id: second.id, at: 1_800_000_060_000 }
			]);
			expect(second.id).toBeGreaterThan(first.id);
			const reopened = harness.reopen();
			expect(reopened.versions(10)).toEqual([second, first]);
			expect(reopened.version(first.id)).toEqual(first);
		});

		it('tells the newest first, and no more than asked for', () => {
			const [, second, third] = ['one', 'two', 'three'].map((summary) => harness.history.add(save(summary, [tornio])));
			expect(harness.history.versions(2)).toEqual([third, second]);
			expect(harness.history.versions(0)).toEqual([]);
		});

		it('puts versions of a clock that was set back in the order of saving', () => {
			const first = harness.history.add(save('one', [tornio]));
			now -= 3_600_000;
			const second = harness.history.add(save('two', [tornio]));
			expect(harness.history.versions(2)).toEqual([second, first]);
		});

		it('knows no version that was never saved', () => {
			expect([harness.history.version(1), harness.history.versions(5)]).toEqual([null, []]);
		});

		it('is not changed by what is done to a version that was told', () => {
			const files = [{ ...tornio }];
			const { id } = harness.history.add(save('one', files));
			files.pop();
			expect(harness.history.version(id)?.files).toEqual([tornio]);
		});
	});
}
