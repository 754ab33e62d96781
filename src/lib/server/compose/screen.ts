import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Display } from '../../ports/display.ts';
import { createBrowserDisplay } from '../adapters/browser-display/browser-display.ts';
import { startCustomerScreen } from '../adapters/chromium/customer-screen.ts';
import type { PortalScreen } from '../adapters/chromium/portal-capsule.ts';
import { createI3Display } from '../adapters/i3/i3-display.ts';
import { accessCookie } from '../customer/customer-access.ts';
import { blankPath } from '../customer/open-door.ts';

/** `window`: the locked shell in a window of this desktop. `whole`: over the whole X screen. `browser`: any browser, not locked. */
export type ScreenChoice = 'window' | 'whole' | 'browser';

export interface Screen {
	readonly display: Display;
	/** Where the portal may appear; null where there is no locked screen. */
	portalScreen(): PortalScreen | null;
	/** A browser that nobody can watch tells by itself that somebody is there. */
	browserActivity(): void;
}

/** CSS pixels and pixels alike: the bar's height in tokens.css. */
const barHeightPx = 72;

/** The customer screen in the chosen way, on the X server of this environment. */
export async function composeScreen(
	choice: ScreenChoice,
	machineDir: string,
	hostConfigDir: string,
	env: { readonly DISPLAY?: string | undefined; readonly XAUTHORITY?: string | undefined }
): Promise<Screen> {
	if (choice === 'browser') {
		const display = createBrowserDisplay();
		return { display, portalScreen: () => null, browserActivity: () => display.activity() };
	}
	if (!env.DISPLAY) throw new Error('a locked screen needs an X server: DISPLAY is not set');
	const policyTemplate = await readJson(join(hostConfigDir, 'chromium', 'screen-policy.json'));
	const display = createI3Display({
		sessionDir: machineDir,
		outer: {
			kind: choice === 'whole' ? 'existing' : 'window',
			display: env.DISPLAY,
			...(env.XAUTHORITY ? { xauthority: env.XAUTHORITY } : {})
		},
		barHeightPx,
		startScreen: (place, signal) =>
			startCustomerScreen({ stateDir: machineDir, policyTemplate, accessCookie, blankPath }, place, signal)
	});
	return {
		display,
		portalScreen: () =>
			display.x && display.workArea
				? {
						display: display.x.display,
						...(display.x.xauthority ? { xauthority: display.x.xauthority } : {}),
						workArea: display.workArea
					}
				: null,
		browserActivity: () => {}
	};
}

export async function readJson(path: string): Promise<Readonly<Record<string, unknown>>> {
	const value: unknown = JSON.parse(await readFile(path, 'utf8'));
	if (typeof value !== 'object' || value === null || Array.isArray(value))
		throw new TypeError(`${path} holds no object`);
	return value as Record<string, unknown>;
}
