/** The world of the guard in the portal's pages: it shares the document with the page, not its variables. */
export const guardWorld = 'kiosk';

/** In the guard's world: a promise of the next time that the page wants to be printed. */
export const printAsked = 'kioskPrintAsked()';

/**
 * Runs before every document of the portal, unseen by the page. Chromium has no policy for a click with a modifier or the middle
 * button (it opens a window of its own), nor for dragging a link; the page's own draggable things stay draggable.
 * `printSignal` is an event name that the page cannot guess.
 */
export const guardScript = (printSignal: string) => `(() => {
	const listen = (type, listener) => addEventListener(type, listener, { capture: true });
	listen('contextmenu', (event) => event.preventDefault());
	listen('click', (event) => {
		const modified = event.ctrlKey || event.shiftKey || event.altKey || event.metaKey;
		if (modified && !(event.target instanceof HTMLSelectElement || event.target instanceof HTMLOptionElement)) event.preventDefault();
	});
	listen('auxclick', (event) => event.preventDefault());
	listen('dragstart', (event) => {
		if (!(event.target instanceof HTMLElement && event.target.getAttribute('draggable') === 'true')) event.preventDefault();
	});
	let asked = Promise.withResolvers();
	listen(${JSON.stringify(printSignal)}, () => asked.resolve());
	globalThis.kioskPrintAsked = () => asked.promise.then(() => void (asked = Promise.withResolvers()));
})();`;

/**
 * With printing off by policy `window.print()` does nothing and fires no `beforeprint`, so nothing outside of the page's own world can
 * see that it was called. The proxy keeps the function's name and a native look; it speaks by an event to the guard.
 */
export const printScript = (printSignal: string) => `(() => {
	const print = Object.getOwnPropertyDescriptor(globalThis, 'print');
	if (!print || !print.value) return;
	const { Event, Reflect } = globalThis;
	const dispatch = Reflect.apply.bind(undefined, EventTarget.prototype.dispatchEvent, globalThis);
	const apply = () => void dispatch([new Event(${JSON.stringify(printSignal)})]);
	Object.defineProperty(globalThis, 'print', { ...print, value: new Proxy(print.value, { apply }) });
})();`;

/**
 * For the customer screen alone: a browser remembers the zoom of a page, so it would last into the next visit and push the bar out of its
 * place. The portal may be zoomed; it is thrown away.
 */
export const zoomGuard = `(() => {
	const keys = new Set(['+', '-', '=', '0', '_']);
	addEventListener('keydown', (event) => {
		if (event.ctrlKey && keys.has(event.key)) event.preventDefault();
	}, { capture: true });
	addEventListener('wheel', (event) => {
		if (event.ctrlKey) event.preventDefault();
	}, { capture: true, passive: false });
})();`;
