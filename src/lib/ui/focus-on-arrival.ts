import type { Attachment } from 'svelte/attachments';

/** Moves the focus here when the screen appears, so that keyboard and screen reader begin at the right place. */
export const focusOnArrival: Attachment<HTMLElement> = (element) => element.focus({ preventScroll: true });

/** As that, but not away from where somebody types already: a page from the server can be written in before its scripts run. */
export const focusUnlessTyping: Attachment<HTMLElement> = (element) => {
	if (document.activeElement === document.body) element.focus({ preventScroll: true });
};

/** Moves the focus to the heading of the screen where the button that had it is gone. */
export function focusIfLost(): void {
	if (document.activeElement === null || document.activeElement === document.body)
		document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true });
}
