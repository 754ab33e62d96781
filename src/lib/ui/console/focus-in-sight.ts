import type { Attachment } from 'svelte/attachments';

/** Moves the focus here and scrolls to it: what came of a press may lie far above the button. */
export const focusInSight: Attachment<HTMLElement> = (element) => element.focus();
