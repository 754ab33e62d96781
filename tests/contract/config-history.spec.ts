import { createSimulatedConfigHistory } from '../../src/lib/server/simulated/config-history.ts';
import { configHistoryContract } from './config-history.contract.ts';

configHistoryContract('in memory', (clock) => {
	const history = createSimulatedConfigHistory(clock);
	return { history, reopen: () => history, end: () => {} };
});
