import type { Attachment } from 'svelte/attachments';

export interface PageDragging {
	/** The page that is dragged and the one before which it would come; null: it is let go, or would fall nowhere. */
	onover(drag: { pageId: string; before: string | null } | null): void;
	ondrop(pageId: string, before: string | null): void;
}

/** A pointer that moved less has only pressed. */
const startPx = 8;
/** A finger that moves at once scrolls; one that rests so long takes hold of the page. */
const holdMs = 350;
const edgePx = 40;

/**
 * Lets the items of a list (`data-page`) be dragged to another place by mouse, pen or a finger that rests first. Outside of the list
 * nothing is dropped.
 */
export const dragPages =
	({ onover, ondrop }: PageDragging): Attachment<HTMLElement> =>
	(list) => {
		let held: { pageId: string; x: number; y: number; touch: boolean; dragging: boolean } | null = null;
		let holding: ReturnType<typeof setTimeout> | undefined;
		let dragged = false;

		const letGo = () => {
			clearTimeout(holding);
			held = null;
			onover(null);
		};
		const begin = () => {
			if (held) held.dragging = true;
		};
		const placeAt = ({ clientX: x, clientY: y }: PointerEvent): { before: string | null } | null => {
			const box = list.getBoundingClientRect();
			const inside = x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
			return inside ? { before: pageAfter(list, x, y) } : null;
		};

		const listeners = new AbortController();
		const { signal } = listeners;
		list.addEventListener(
			'pointerdown',
			(event) => {
				const item = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-page]') : null;
				const pageId = item?.dataset['page'];
				if (pageId === undefined || !event.isPrimary || event.button !== 0) return;
				const touch = event.pointerType === 'touch';
				dragged = false;
				held = { pageId, x: event.clientX, y: event.clientY, touch, dragging: false };
				if (touch) holding = setTimeout(begin, holdMs);
			},
			{ signal }
		);
		window.addEventListener(
			'pointermove',
			(event) => {
				if (!held) return;
				const far = Math.hypot(event.clientX - held.x, event.clientY - held.y) > startPx;
				if (!held.dragging && far && held.touch) letGo();
				else if (far) begin();
				if (!held?.dragging) return;
				dragged = true;
				const place = placeAt(event);
				onover(place && { pageId: held.pageId, ...place });
				const { top, bottom } = list.getBoundingClientRect();
				if (event.clientY < top + edgePx) list.scrollTop -= startPx;
				if (event.clientY > bottom - edgePx) list.scrollTop += startPx;
			},
			{ signal }
		);
		window.addEventListener(
			'pointerup',
			(event) => {
				const place = held?.dragging === true && dragged ? placeAt(event) : null;
				if (held && place) ondrop(held.pageId, place.before);
				letGo();
			},
			{ signal }
		);
		window.addEventListener('pointercancel', letGo, { signal });
		// The browser would scroll under the finger that holds a page.
		list.addEventListener('touchmove', (event) => held?.dragging && event.preventDefault(), { signal, passive: false });
		// What ends a drag is no press.
		list.addEventListener(
			'click',
			(event) => {
				if (dragged) event.stopPropagation();
				dragged = false;
			},
			{ signal, capture: true }
		);
		return () => {
			listeners.abort();
			clearTimeout(holding);
		};
	};

/** The first page, in reading order, whose middle lies after this point; null: none. */
function pageAfter(list: HTMLElement, x: number, y: number): string | null {
	for (const item of list.querySelectorAll<HTMLElement>('[data-page]')) {
		const { top, bottom, left, width } = item.getBoundingClientRect();
		if (y < top || (y <= bottom && x < left + width / 2)) return item.dataset['page'] ?? null;
	}
	return null;
}
