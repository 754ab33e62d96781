import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { until } from '../../contract/portal-fixture/until.ts';
import { locked, type AttackedShell } from './attacked-shell.ts';

const stuck: readonly { what: string; script: string }[] = [
	{
		what: 'in alerts without end, and wants nobody to leave',
		script: "addEventListener('beforeunload', (event) => event.preventDefault()); for (;;) alert('no')"
	},
	{ what: 'busy for ever', script: 'for (;;);' },
	{
		what: 'going from address to address',
		script:
			"for (let at = 0; ; at += 1) { history.pushState(null, '', '?' + at); location.hash = at; if (at % 100 === 0) await new Promise((done) => setTimeout(done)); }"
	},
	{
		what: 'taking memory without end',
		script:
			'const all = []; for (;;) { all.push(new Uint8Array(64e6).fill(1)); await new Promise((done) => setTimeout(done, 20)); }'
	}
];

export function stuckPages(attacked: () => AttackedShell): void {
	describe('a page that is', () => {
		it.each(stuck)('row 40, 41, 42: $what stops neither the bar nor End', async ({ script }) => {
			const { give, verdict, askToEnd, renew, shell, order } = attacked();
			await order('return 1');
			await give(script);
			await wait(1_500);
			// Its dialog darkens the page; a page that has ended itself has a bar all the same.
			expect({ ...(await verdict()), windows: [], portal: 'shown' }).toEqual(locked);
			if (shell.view.visit().portal.state === 'shown') expect(await askToEnd()).toBeLessThan(1_000);
			await renew();
			await until(async () => (await order('return location.pathname')) === '/hostile', 'a new page answers');
		});
	});
}
