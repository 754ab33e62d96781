import { parseArgs } from 'node:util';
import { resolve } from 'node:path';
import { isProven, type WipeProof } from '#lib/domain/wipe.ts';
import type { Wipeable } from '#lib/ports/wipeable.ts';
import { plugPrinter, plugScanner } from '#lib/server/compose/devices.ts';
import { loadConfiguration } from '#lib/server/config/configuration.ts';
import { formatProblem } from '#lib/server/config/yaml-file.ts';
import { ownerOf, storageIn } from '#lib/server/machine/storage.ts';
import { temporaryFiles } from '#lib/server/wipe/temporary-files.ts';
import { createWiper } from '#lib/server/wipe/wiper.ts';
import type { Command } from '../command.ts';

const livesInTheKiosk = (step: WipeProof['step'], what: string): Wipeable => ({
	wipe: async () => ({
		step,
		proven: true,
		lookedAt: [`${what}: only a running kiosk has one, and none runs`],
		found: [],
		durationMs: 0
	})
});

/** Wipes what a stopped kiosk may have left on this machine, and proves it. */
export const wipeCommand: Command = {
	name: 'wipe',
	usage: 'wipe --verify [--json] | wipe --retry',
	summary:
		'--verify wipes what a stopped kiosk left and says of each step what was looked at; 1 when a step is not proven. --retry has a running kiosk that is out of order wipe again.',
	async run(args, { out, err, signal, configDir }) {
		const asked = parse(args);
		if (asked === null) {
			err(`usage: npm run kiosk -- ${wipeCommand.usage}`);
			return 2;
		}
		const loaded = await loadConfiguration(configDir);
		if (!loaded.ok) {
			for (const problem of loaded.fault) err(formatProblem(problem));
			return 1;
		}
		const { kiosk } = loaded.value;
		const { sessionDir } = kiosk.storage;
		const running = await ownerOf(sessionDir);
		if (asked.retry) {
			if (running === null) {
				err('No kiosk is running here. To wipe what a stopped one left: npm run kiosk -- wipe --verify');
				return 1;
			}
			process.kill(running, 'SIGUSR2');
			out('The kiosk was asked to wipe again. Its screen shows when it is free.');
			return 0;
		}
		if (running !== null) {
			err('A kiosk is running and wipes by itself after each visit. Stop it first, or end the visit at its screen.');
			return 1;
		}
		const { visitDir } = storageIn(sessionDir);
		// A simulated device lives in the kiosk and is gone with it; a real one may still hold a job.
		const scanner =
			kiosk.scanner.kind === 'simulated'
				? null
				: await plugScanner(kiosk.scanner, kiosk.scannerIdentity ?? null, visitDir);
		const printer =
			kiosk.printer.kind === 'simulated'
				? null
				: await plugPrinter(kiosk.printer, kiosk.printViaCups, visitDir, resolve('kiosk-config', 'host'));
		const files = temporaryFiles(visitDir);
		const wipe = createWiper({
			steps: {
				portal: livesInTheKiosk('portal', 'portal'),
				scanner: scanner?.device ?? livesInTheKiosk('scanner', 'simulated scanner'),
				printer: printer?.device ?? livesInTheKiosk('printer', 'simulated printer'),
				tray: { wipe: async (wipeSignal) => ({ ...(await files.wipe(wipeSignal)), step: 'tray' }) },
				clipboard: livesInTheKiosk('clipboard', 'screen'),
				screen: livesInTheKiosk('screen', 'screen'),
				settings: livesInTheKiosk('settings', 'session'),
				'temporary-files': files
			},
			clock: { now: () => Date.now() },
			coverScreen: async () => {}
		});
		const record = await wipe('command-line', () => {}, signal);
		await Promise.all([scanner?.close(), printer?.close()]);
		if (asked.json) out(JSON.stringify({ proven: isProven(record), ...record }));
		else record.proofs.forEach((proof) => out(inWords(proof)));
		return isProven(record) ? 0 : 1;
	}
};

function parse(args: readonly string[]): { json: boolean; retry: boolean } | null {
	try {
		const options = {
			verify: { type: 'boolean', default: false },
			retry: { type: 'boolean', default: false },
			json: { type: 'boolean', default: false }
		} as const;
		const { values } = parseArgs({ args: [...args], strict: true, options });
		return values.verify === values.retry ? null : { json: values.json, retry: values.retry };
	} catch {
		return null;
	}
}

const inWords = ({ step, proven, lookedAt, found, durationMs }: WipeProof) =>
	`${proven ? 'proven' : 'NOT PROVEN'}  ${step} (${Math.round(durationMs)} ms): looked at ${lookedAt.join(', ') || 'nothing'}${
		found.length > 0 ? `; found ${found.join(', ')}` : ''
	}`;
