import { mkdtempSync, rmSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { openConsoleDatabase } from '../../src/lib/server/adapters/sqlite/console-database.ts';
import { createConfigHistory } from '../../src/lib/server/adapters/sqlite/sqlite-config-history.ts';
import { createSimulatedConfigHistory } from '../../src/lib/server/simulated/config-history.ts';
import { configHistoryContract } from './config-history.contract.ts';

configHistoryContract('in memory', (clock) => {
	const history = createSimulatedConfigHistory(clock);
	return { history, reopen: () => history, end: () => {} };
});

configHistoryContract('in the database of the console', (clock) => {
	const folder = mkdtempSync('/dev/shm/kiosk-history-');
	const opened: DatabaseSync[] = [];
	const open = () => {
		const result = openConsoleDatabase(folder);
		if (!result.ok) throw new Error(result.fault);
		opened.push(result.value);
		return createConfigHistory(result.value, clock);
	};
	return {
		history: open(),
		reopen: open,
		end() {
			for (const database of opened) database.close();
			rmSync(folder, { recursive: true });
		}
	};
});
