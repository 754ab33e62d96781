import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { wipeStepNames } from '../../src/lib/domain/wipe.ts';
import { run } from '../../src/lib/server/process/run.ts';

let folder = '';
let sessionDir = '';
beforeEach(async () => {
	folder = await mkdtemp('/dev/shm/kiosk-cli-wipe-');
	sessionDir = join(folder, 'visits');
	await cp('kiosk-config', join(folder, 'config'), { recursive: true });
	const kioskYaml = join(folder, 'config', 'kiosk.yaml');
	const text = await readFile(kioskYaml, 'utf8');
	await writeFile(kioskYaml, text.replace(/^(\s+)sessionDir: .*$/m, `$1sessionDir: ${sessionDir}`));
});
afterEach(() => rm(folder, { recursive: true }));

const kiosk = async (...args: string[]) => {
	const config = ['--config', join(folder, 'config')];
	const outcome = await run([process.execPath, 'src/cli/main.ts', 'wipe', ...args, ...config], { timeoutMs: 30_000 });
	if (outcome.ended !== 'exited') throw new Error(outcome.ended);
	return { code: outcome.code, out: outcome.stdout.toString(), err: outcome.stderr };
};

describe('kiosk wipe', () => {
	it('removes what a kiosk that was killed left of a visit, and proves every step', async () => {
		await mkdir(join(sessionDir, 'visit', 'tray'), { recursive: true, mode: 0o700 });
		await writeFile(join(sessionDir, 'visit', 'tray', 'paper-1'), 'somebody’s letter');
		const { code, out } = await kiosk('--verify', '--json');
		const record = JSON.parse(out) as { proven: boolean; proofs: { step: string; proven: boolean }[] };
		expect({ code, proven: record.proven, steps: record.proofs.map(({ step }) => step).sort() }).toEqual({
			code: 0,
			proven: true,
			steps: [...wipeStepNames].sort()
		});
		expect(await readdir(join(sessionDir, 'visit', 'tray'))).toEqual([]);
	});

	it('leaves a running kiosk alone and says so', async () => {
		await mkdir(sessionDir, { mode: 0o700 });
		await writeFile(join(sessionDir, 'kiosk.pid'), `${process.pid}\n`);
		expect(await kiosk('--verify')).toEqual({
			code: 1,
			out: '',
			err: 'A kiosk is running and wipes by itself after each visit. Stop it first, or end the visit at its screen.\n'
		});
	});

	it('has nothing to retry where no kiosk runs', async () => {
		const { code, err } = await kiosk('--retry');
		expect({ code, err }).toEqual({
			code: 1,
			err: 'No kiosk is running here. To wipe what a stopped one left: npm run kiosk -- wipe --verify\n'
		});
	});

	it('says how it is used when it is asked for neither or both', async () => {
		expect((await kiosk()).code).toBe(2);
		expect((await kiosk('--verify', '--retry')).code).toBe(2);
	});
});
