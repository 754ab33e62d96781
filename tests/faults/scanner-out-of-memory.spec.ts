import { expect, it } from 'vitest';
import { pnmScanWith, pnmTold } from './scanner-house/pnm-house.ts';

it('SANE, backend pnm: a scanner without memory says so, and works again once it has some', async () => {
	expect(await pnmScanWith('--status-nomem')).toEqual(pnmTold('out-of-memory'));
});
