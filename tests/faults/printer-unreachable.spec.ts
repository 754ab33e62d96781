import { describe, expect, it } from 'vitest';
import { createIppPrinter } from '../../src/lib/server/adapters/ipp/ipp-printer.ts';
import { bothPrinters, mended, print, printThrough, roads, stagesOf } from './printing-through.fixture.ts';

describe('a printer that a box on the way cannot reach', () => {
	const printers = bothPrinters();

	it.each(['offline-report', 'connecting-to-device', 'timed-out', 'shutdown', 'deactivated'])(
		'that says %s is waited for, and prints all once that is mended',
		async (reason) => {
			for (const road of roads) {
				expect(await printThrough(printers()[road], reason)).toStrictEqual(mended('offline'));
			}
		}
	);

	it('that is being looked for is not called off at once, only when that stays so', async () => {
		const { printer, control } = printers().ipp;
		const isLookedFor = (is: 'raise' | 'clear') =>
			control.apply({ do: is, reason: 'connecting-to-device', ...(is === 'raise' && { stops: false }) });
		control.apply({ do: 'hold' });
		isLookedFor('raise');
		const looks = Promise.withResolvers<void>();
		let answers = 0;
		control.tamperWith((answer) => {
			answers += 1;
			if (answers === 20) looks.resolve();
			return answer;
		});
		const atOnce = print(printer);
		await looks.promise;
		control.tamperWith(undefined);
		isLookedFor('clear');
		control.apply({ do: 'release' });
		expect(stagesOf(await atOnce)).toStrictEqual(mended('offline').filter(({ type }) => type !== 'waiting'));

		control.apply({ do: 'hold' });
		isLookedFor('raise');
		const impatient = createIppPrinter({ uri: printers().uri, pollMs: 2, timeLimits: { connectingMs: 50 } });
		const stays = await print(impatient, ({ type }) => {
			if (type !== 'waiting') return;
			isLookedFor('clear');
			control.apply({ do: 'release' });
		});
		expect(stagesOf(stays)).toStrictEqual(mended('offline'));
	});
});
