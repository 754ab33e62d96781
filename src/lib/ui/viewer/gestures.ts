import type { Attachment } from 'svelte/attachments';

export interface Gestures {
	/** Whether there is more than the window shows: a finger then moves the page, else it turns it. */
	zoomed(): boolean;
	/** The next or the previous page. */
	onturn(by: 1 | -1): void;
	onmagnify(by: 1 | -1): void;
}

const swipePx = 60;
/** Two fingers this much further apart, or nearer, are one step of size. */
const pinchStep = 1.3;

/** Fingers (or a pressed mouse) on a page: one turns or moves it, two make it larger or smaller. The browser's own gestures are off here. */
export const gestures =
	({ zoomed, onturn, onmagnify }: Gestures): Attachment<HTMLElement> =>
	(stage) => {
		const down = new Map<number, { x: number; y: number; fromX: number; fromY: number }>();
		let apart = 0;
		let pinched = false;
		const distance = () => {
			const [one, other] = [...down.values()];
			return one && other ? Math.hypot(one.x - other.x, one.y - other.y) : 0;
		};

		const listeners = new AbortController();
		const on = <Type extends 'pointerdown' | 'pointermove' | 'pointerup' | 'pointercancel'>(
			target: HTMLElement | Window,
			type: Type,
			listener: (event: PointerEvent) => void
		) => target.addEventListener(type, (event) => listener(event as PointerEvent), { signal: listeners.signal });

		on(stage, 'pointerdown', ({ pointerId, clientX: x, clientY: y }) => {
			down.set(pointerId, { x, y, fromX: x, fromY: y });
			pinched = down.size > 1;
			apart = distance();
		});
		on(window, 'pointermove', ({ pointerId, clientX: x, clientY: y }) => {
			const point = down.get(pointerId);
			if (!point) return;
			if (down.size === 1 && !pinched && zoomed()) stage.scrollBy(point.x - x, point.y - y);
			Object.assign(point, { x, y });
			if (down.size < 2 || apart === 0) return;
			const ratio = distance() / apart;
			if (ratio < pinchStep && ratio > 1 / pinchStep) return;
			onmagnify(ratio > 1 ? 1 : -1);
			apart = distance();
		});
		on(window, 'pointerup', ({ pointerId, clientX, clientY }) => {
			const point = down.get(pointerId);
			down.delete(pointerId);
			if (!point || pinched || zoomed()) return;
			const [across, along] = [clientX - point.fromX, clientY - point.fromY];
			if (Math.abs(across) > swipePx && Math.abs(across) > 1.5 * Math.abs(along)) onturn(across < 0 ? 1 : -1);
		});
		on(window, 'pointercancel', ({ pointerId }) => void down.delete(pointerId));
		return () => listeners.abort();
	};
