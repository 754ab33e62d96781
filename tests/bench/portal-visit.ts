import type { ScanPreset } from '../../src/lib/domain/scan-settings.ts';
import type { RunningKiosk } from './running-kiosk.ts';

/** Background of the demo's pages (demo.css); neither an empty browser nor our own screen has these colours. */
export const portalColour = 'faf8f1';
const bankColour = 'eef0f6';
/** A point at the left edge, below any header, where both pages show nothing but their background. */
export const backgroundX = 4;
export const backgroundY = 500;

export const untilPortalIsSeen = ({ screen }: RunningKiosk, colour = portalColour): Promise<number> =>
	screen.untilColour(backgroundX, backgroundY, colour);

/** Opens the portal that is warm already. */
export async function enterPortal(kiosk: RunningKiosk): Promise<void> {
	await kiosk.untilVisit(({ portal }) => portal.state === 'warm', 'the portal is warm');
	await kiosk.command({ type: 'enter portal' });
	await untilPortalIsSeen(kiosk);
}

/**
 * A browser that has only just been uncovered may miss the first keys. Where it missed a Tab, the skip link has led into the content,
 * one Tab before the button.
 */
async function pressUntilBankIsSeen({ screen }: RunningKiosk): Promise<void> {
	const attempts = [
		['Tab', 'Tab', 'Return'],
		['Tab', 'Tab', 'Return'],
		['Tab', 'Return']
	];
	for (const keys of attempts) {
		screen.key(...keys);
		const seen = screen.untilColour(backgroundX, backgroundY, bankColour, 4000).catch(() => null);
		if ((await seen) !== null) return;
	}
	throw new Error('the bank never opened');
}

/** Logs in at the demo bank with real keys: past the skip link to the button; past it again to the user's id. */
export async function logIn(kiosk: RunningKiosk): Promise<void> {
	const { screen } = kiosk;
	await screen.untilSettled(null);
	await pressUntilBankIsSeen(kiosk);
	await screen.untilSettled(null);
	screen.key('Tab', 'Tab');
	screen.type('12345678');
	screen.key('Return');
	await untilPortalIsSeen(kiosk);
	await screen.untilSettled(null);
}

/** Follows the link that so many Tabs lead to. */
export async function follow({ screen }: RunningKiosk, tabs: number): Promise<void> {
	const before = await screen.pixels();
	screen.key(...Array.from({ length: tabs }, () => 'Tab'), 'Return');
	await screen.untilSettled(before);
}

/** Takes all sheets of the feeder into the tray. */
export async function scan(kiosk: RunningKiosk, preset: ScanPreset = 'text'): Promise<string> {
	await kiosk.command({ type: 'go to', screen: 'scan' });
	await kiosk.command({ type: 'start scan', source: 'feeder', sides: 'one-sided', preset });
	let paperId = '';
	await kiosk.untilVisit(({ scanning }) => {
		if (scanning.state === 'failed') throw new Error(`the scan failed: ${scanning.fault}`);
		if (scanning.state === 'done') paperId = scanning.paperId;
		return scanning.state === 'done';
	}, 'the scan is done');
	await kiosk.command({ type: 'scan seen' });
	return paperId;
}
