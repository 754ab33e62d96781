import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { expect, it } from 'vitest';

it.each(['SIGINT', 'SIGTERM'] as const)('%s while a device says nothing ends the command by itself', async (signal) => {
	const silent = createServer(() => {}).listen(0, '127.0.0.1');
	await once(silent, 'listening');
	const { port } = silent.address() as AddressInfo;
	const connected = once(silent, 'connection');
	const scanner = `escl:http://127.0.0.1:${port}/eSCL`;
	const child = spawn(
		process.execPath,
		['src/cli/main.ts', 'scan', '--to', '/dev/null', '--scanner', scanner, '--json'],
		{ stdio: 'ignore' }
	);
	const ended = once(child, 'exit');
	await connected;
	child.kill(signal);
	// Ended by an exit code of its own, not by the signal: it had the time to let go of the device.
	expect(await ended).toEqual([1, null]);
	silent.close();
});
