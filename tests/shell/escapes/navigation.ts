import { describe, expect, it } from 'vitest';
import { locked, type AttackedShell } from './attacked-shell.ts';

/** Chromium lets no page go there; the page stays and goes on. */
const silent = [
	'chrome://settings',
	'devtools://devtools/bundled/inspector.html',
	'view-source:https://portal.test/',
	'file:///etc/passwd'
];

const refused: readonly { row: string; what: string; address: string; host: string }[] = [
	{ row: '63', what: 'a link to the open web', address: 'https://evil.test/', host: 'evil.test' },
	{ row: '55', what: 'a redirect to it', address: '/hostile/redirect?to=https://evil.test/', host: 'evil.test' },
	{ row: '56', what: 'a look-alike', address: 'https://portal.test.evil.test/', host: 'portal.test.evil.test' },
	{ row: '56', what: 'a sub-domain', address: 'https://a.portal.test/', host: 'a.portal.test' },
	{
		row: '57',
		what: 'user information before another host',
		address: 'https://portal.test@evil.test/',
		host: 'evil.test'
	},
	{ row: '84', what: 'loopback', address: 'https://127.0.0.1/', host: '127.0.0.1' }
];

export function navigationAttacks(attacked: () => AttackedShell): void {
	describe('navigation', () => {
		it.each(silent)('rows 48 to 52: %s is not opened', async (address) => {
			const { order, orderPressed, shell, verdict } = attacked();
			const to = JSON.stringify(address);
			await orderPressed(`await press(); open(${to}); location = ${to}`).catch(() => {});
			await shell.view.untilVisit('one page only', ({ portal }) => portal.state === 'shown' && portal.pagesOpen === 1);
			expect({ at: await order('return location.pathname'), verdict: await verdict() }).toEqual({
				at: '/hostile',
				verdict: locked
			});
		});

		it.each(refused)('row $row: $what is refused, and the customer stays and is told', async ({ address, host }) => {
			const { orderPressed, order, shell, verdict } = attacked();
			await orderPressed(`await press(); open(${JSON.stringify(address)})`);
			await shell.view.untilVisit(
				'told',
				({ notice }) => notice?.kind === 'navigation refused' && notice.host === host
			);
			await shell.view.untilVisit('one page only', ({ portal }) => portal.state === 'shown' && portal.pagesOpen === 1);
			expect({ at: await order('return location.pathname'), verdict: await verdict() }).toEqual({
				at: '/hostile',
				verdict: locked
			});
		});
	});
}
