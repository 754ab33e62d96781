import { expect, it } from 'vitest';
import { createSimulatedDisplay } from '../simulated/display.ts';
import { keepScreen } from './kept-screen.ts';

const never = new AbortController().signal;

const opened = async () => {
	const display = createSimulatedDisplay();
	const faults: string[] = [];
	const kept = keepScreen(
		display,
		() => 'http://127.0.0.1/',
		({ fault }) => faults.push(fault)
	);
	expect(await kept.open(never)).toBe(true);
	return { display, kept, faults };
};

it('opens a lost screen again and wipes it', async () => {
	const { display, kept, faults } = await opened();
	display.lose({ fault: 'crashed', detail: '' });
	expect(await kept.screen.wipe(never)).toMatchObject({ step: 'screen', proven: true });
	expect(faults).toEqual(['crashed']);
	expect(display.shows).toBe('screen');
});

it('proves neither screen nor clipboard when the screen cannot be opened again', async () => {
	const { display, kept } = await opened();
	display.lose({ fault: 'crashed', detail: '' });
	display.failNextOpen({ fault: 'did-not-start', detail: '' });
	const nothing = { proven: false, lookedAt: [], found: ['no screen to look at'], durationMs: 0 };
	expect(await kept.screen.wipe(never)).toEqual({ step: 'screen', ...nothing });
	display.failNextOpen({ fault: 'did-not-start', detail: '' });
	expect(await kept.clipboard.wipe(never)).toEqual({ step: 'clipboard', ...nothing });
	expect(await kept.screen.wipe(never)).toMatchObject({ proven: true });
});
