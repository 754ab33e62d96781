/** The world of our scripts in the portal's pages: they share the document with the page, not its variables. */
export const guardWorld = 'kiosk';
/** Exists in the guard's world only; tells that the page wants to be printed. */
export const printBinding = 'kioskPrint';

/**
 * Runs before every document of the portal, unseen by the page. Chromium has no policy for a click with a modifier or the middle
 * button (it opens a window of its own), nor for dragging a link; the page's own draggable things stay draggable.
 */
export const guardScript = `(() => {
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
	listen('beforeprint', () => ${printBinding}(''));
})();`;
