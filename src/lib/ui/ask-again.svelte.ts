/** A device that is not well is asked again by itself. */
const askAgainMs = 3_000;

/** While `troubled`, asks again and again, each time some seconds after the last answer. Call while a component is set up. */
export function askAgainWhile(troubled: () => boolean, ask: () => Promise<void>): void {
	$effect(() => {
		if (!troubled()) return;
		let wanted = true;
		const askLater = (): ReturnType<typeof setTimeout> =>
			setTimeout(async () => {
				await ask();
				if (wanted) timer = askLater();
			}, askAgainMs);
		let timer = askLater();
		return () => {
			wanted = false;
			clearTimeout(timer);
		};
	});
}
