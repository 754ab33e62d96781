import { accessCookie } from '../../src/lib/server/customer/customer-access.ts';
import { blankPath } from '../../src/lib/server/customer/open-door.ts';
import { mkdtemp, rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import { startCustomerScreen } from '../../src/lib/server/adapters/chromium/customer-screen.ts';
import { policyTemplate } from '../contract/portal-fixture/capsule.ts';
import { startKiosk } from './running-kiosk.ts';

/** The customer screen's own Chromium, as the locked shell starts it, on a kiosk whose page can be asked. */
export interface CustomerPage {
	/** The value of an expression in the page; promises are waited for. */
	evaluate(expression: string): Promise<unknown>;
	/** A press and release of the pointer in the middle of an element. */
	click(selector: string): Promise<void>;
	close(): Promise<void>;
}

const startMs = 20_000;
/** One of these for each language stands on the start page when it is ready. */
export const languageButton = 'button.language';

/** Resolves when the start page is ready. */
export async function openCustomerPage(): Promise<CustomerPage> {
	const kiosk = await startKiosk({ screen: 'browser' });
	const stateDir = await mkdtemp('/dev/shm/bench-screen-');
	const started = await startCustomerScreen(
		{ stateDir, policyTemplate: policyTemplate('screen'), accessCookie, blankPath },
		{ display: kiosk.screen.display, url: kiosk.address },
		AbortSignal.timeout(startMs)
	);
	const close = async () => {
		if (started.ok) await started.value.close();
		await kiosk.close();
		await rm(stateDir, { recursive: true, force: true });
	};
	if (!started.ok) {
		await close();
		throw new Error(started.fault.detail);
	}
	const { page } = started.value;
	const evaluate = async (expression: string) => {
		const answer = await page.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
		if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception?.description ?? 'the page threw');
		return answer.result.value as unknown;
	};
	// Until the token has moved into its cookie, each navigation takes the page away under a question.
	const isReady = () => evaluate(`document.querySelector('${languageButton}') !== null`).catch(() => false);
	for (const deadline = performance.now() + startMs; !(await isReady()); await wait(20)) {
		if (performance.now() < deadline) continue;
		await close();
		throw new Error('the customer screen never became ready');
	}
	return {
		evaluate,
		async click(selector) {
			const middle = (await evaluate(
				`(({ left, top, width, height }) => ({ x: left + width / 2, y: top + height / 2 }))(document.querySelector('${selector}').getBoundingClientRect())`
			)) as { x: number; y: number };
			for (const type of ['mousePressed', 'mouseReleased'] as const)
				await page.send('Input.dispatchMouseEvent', { type, ...middle, button: 'left', clickCount: 1 });
		},
		close
	};
}
