import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../src/lib/server/adapters/egress/public-address.ts';

const host = 'kiosk-config/host';
const run = (program: string, ...argv: readonly string[]) => {
	const { stdout, stderr } = spawnSync(program, argv, { encoding: 'utf8', timeout: 30_000 });
	return `${stdout}${stderr}`
		.split('\n')
		.map((line) => line.trim())
		.filter((line) => line !== '');
};

describe('host configuration', () => {
	it.each(['service-point-kiosk', 'service-point-x'])('%s.service holds no line that systemd does not know', (unit) => {
		// The program and the X server of a real customer computer are not on this one.
		const said = run('systemd-analyze', 'verify', `${host}/systemd/${unit}.service`);
		expect(said.filter((line) => !/ is not executable: No such file/.test(line))).toEqual([]);
	});

	it('leaves the kiosk’s unit no more exposed than it was when each left-out option was given its reason', () => {
		const said = run('systemd-analyze', 'security', '--offline=true', `${host}/systemd/service-point-kiosk.service`);
		expect(Number(/: (\d+\.\d+)/.exec(said.at(-1) ?? '')?.[1])).toBeLessThanOrEqual(5.2);
	});

	it('holds no line for the portal’s window manager that i3 does not understand', () => {
		expect(run('i3', '-C', '-c', `${host}/i3/portal.conf`)).toEqual([]);
	});

	it('closes the firewall’s way to every block that the egress proxy refuses by name', () => {
		const rules = readFileSync(`${host}/nftables/service-point.nft`, 'utf8');
		const [, elements = ''] = /set not_public \{[^]*?elements = \{([^}]*)\}/.exec(rules) ?? [];
		const blocks = elements.split(',').map((block) => block.trim());
		const special = readFileSync('src/lib/server/adapters/egress/public-address.ts', 'utf8');
		const [, ours = ''] = /specialIPv4[^=]*= \[([^]*?)\n\];/.exec(special) ?? [];
		expect(blocks).toEqual([...ours.matchAll(/'([\d.]+)', (\d+)/g)].map(([, net, prefix]) => `${net}/${prefix}`));
		expect(blocks.filter((block) => isPublicAddress(block.split('/')[0] ?? ''))).toEqual([]);
	});
});
