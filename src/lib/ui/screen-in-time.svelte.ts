/** A page that can no longer load its own code, since the program was replaced under it, starts anew. */
const reloadAfterMs = 2000;

/** A screen whose code is loaded when it is first needed, so that the start page is light; `current` is null until it is there. */
export function screenInTime<Screen>(
	isNeeded: () => boolean,
	load: () => Promise<{ default: Screen }>
): { readonly current: Screen | null } {
	let screen = $state.raw<Screen | null>(null);
	const needed = $derived(isNeeded());
	$effect(() => {
		if (!needed) return;
		load().then(
			(module) => (screen = module.default),
			() => setTimeout(() => location.reload(), reloadAfterMs)
		);
	});
	return {
		get current() {
			return screen;
		}
	};
}
