import type { WipeStepName } from '../../domain/wipe.ts';
import type { Display, DisplayFaultReport } from '../../ports/display.ts';
import type { Wipeable } from '../../ports/wipeable.ts';

/** The customer screen, opened again by a wipe when it was lost. */
export interface KeptScreen {
	/** True: the screen shows us. */
	open(signal: AbortSignal): Promise<boolean>;
	/** Covers everything; a screen that is gone has nothing to cover. */
	cover(): Promise<void>;
	/** Step `screen`: a lost screen is opened anew; one that cannot be opened proves nothing. */
	readonly screen: Wipeable;
	/** Step `clipboard`; selections of a screen that is gone cannot be looked at. */
	readonly clipboard: Wipeable;
}

/** Keeps the screen alive. `onFault` hears of each loss and of each opening that failed. */
export function keepScreen(
	display: Display,
	address: () => string,
	onFault: (report: DisplayFaultReport) => void
): KeptScreen {
	let isOpen = false;
	display.onLost((report) => {
		isOpen = false;
		onFault(report);
	});

	const open = async (signal: AbortSignal) => {
		const opened = await display.open(address(), signal);
		isOpen = opened.ok;
		if (!opened.ok) onFault(opened.fault);
		return opened.ok;
	};

	/** Both steps need the screen, and run at once: one opening serves them. */
	let reopening: Promise<boolean> | undefined;
	const reopen = (signal: AbortSignal) =>
		(reopening ??= display
			.close()
			.then(() => open(signal))
			.finally(() => (reopening = undefined)));

	const step = (name: WipeStepName, wipeable: Wipeable): Wipeable => ({
		async wipe(signal) {
			if (isOpen || (await reopen(signal))) return wipeable.wipe(signal);
			return { step: name, proven: false, lookedAt: [], found: ['no screen to look at'], durationMs: 0 };
		}
	});

	return {
		open,
		cover: async () => {
			if (isOpen) await display.coverAll();
		},
		screen: step('screen', display),
		clipboard: step('clipboard', display.clipboard)
	};
}
