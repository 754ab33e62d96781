import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadConfiguration } from '../config/configuration.ts';
import { qrCode } from '../customer/qr-code.ts';
import { takeAlongAddresses } from './take-along.ts';

const loaded = await loadConfiguration('kiosk-config');
if (!loaded.ok) throw new Error('the configuration of this repository does not load');
const addresses = takeAlongAddresses(loaded.value);

let dir: string;
beforeAll(async () => (dir = await mkdtemp(join(tmpdir(), 'kiosk-qr-'))));
afterAll(() => rm(dir, { recursive: true }));

/** What a phone's camera would read of a picture. */
async function decoded(id: string, svg: string): Promise<string> {
	const file = join(dir, `${id}.png`);
	await writeFile(file, await sharp(Buffer.from(svg), { density: 300 }).png().toBuffer());
	const { stdout } = await promisify(execFile)('zbarimg', ['--quiet', '--raw', file]);
	return stdout.trimEnd();
}

describe('what a person takes along', () => {
	it('has the portal, the way to each other point and each channel that has an address, and nothing else', () => {
		const channels = loaded.value.channels.filter(({ url }) => url !== undefined).map(({ id }) => id);
		expect([...addresses.keys()].toSorted()).toEqual([...channels, 'portal', 'route-kemi'].toSorted());
	});

	it.each([...addresses])('leads a phone that reads the code of %s to %s', async (id, address) => {
		expect(await decoded(id, await qrCode(address))).toBe(address);
	});
});
