import type { Attachment } from 'svelte/attachments';

/** Moves the focus here when the screen appears, so that keyboard and screen reader begin at the right place. */
export const focusOnArrival: Attachment<HTMLElement> = (element) => element.focus({ preventScroll: true });
