import { onMount } from 'svelte';

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * Keeps what somebody has typed or chosen before the scripts of the page came: Svelte writes into every field what the server
 * sent. To be called while a component above the fields is made.
 */
export function keepTyped(): void {
	if (typeof document === 'undefined') return;
	const touched = [...document.querySelectorAll<Field>('input, textarea, select')].flatMap((field) => {
		const putBack = stateOf(field);
		return putBack === null ? [] : [{ field, putBack }];
	});
	onMount(() => {
		for (const { field, putBack } of touched) {
			putBack();
			// Whoever follows the field (`bind:`) hears of it as of a key.
			field.dispatchEvent(new Event('input', { bubbles: true }));
			field.dispatchEvent(new Event('change', { bubbles: true }));
		}
	});
}

/** How to put a field back as it is now; null: it is as the server sent it. */
function stateOf(field: Field): (() => void) | null {
	if (field instanceof HTMLSelectElement) {
		const { selectedIndex } = field;
		// Without a choice from the server, the browser takes the first.
		const sent = Math.max(
			0,
			[...field.options].findLastIndex(({ defaultSelected }) => defaultSelected)
		);
		return selectedIndex === sent ? null : () => void (field.selectedIndex = selectedIndex);
	}
	if (field instanceof HTMLInputElement && (field.type === 'checkbox' || field.type === 'radio')) {
		const { checked } = field;
		// A radio button goes out by itself when another of its group goes on.
		const isAsSent = checked === field.defaultChecked || (field.type === 'radio' && !checked);
		return isAsSent ? null : () => void (field.checked = checked);
	}
	const { value } = field;
	return value === field.defaultValue ? null : () => void (field.value = value);
}
