import { expect, it, onTestFinished } from 'vitest';
import { render } from 'vitest-browser-svelte';
import WakingUp from '../fixtures/WakingUp.svelte';

const form = () => {
	const made = document.createElement('form');
	made.innerHTML = `<input name="typed" value="60"><input name="untouched" value="20">
<textarea name="long">from the server</textarea>
<input type="checkbox" name="ticked"><input type="radio" name="way" value="a" checked><input type="radio" name="way" value="b">
<select name="chosen"><option>a</option><option selected>b</option></select>
<select name="first"><option>a</option><option>b</option></select>`;
	document.body.append(made);
	onTestFinished(() => made.remove());
	return made;
};
const field = (of: HTMLFormElement, name: string) => of.elements.namedItem(name) as HTMLInputElement;

it('what was typed, ticked and chosen before the page woke up stays and is heard of; the rest is as the page wants it', async () => {
	const page = form();
	field(page, 'typed').value = '26';
	field(page, 'long').value = 'by hand';
	field(page, 'ticked').checked = true;
	page.querySelector<HTMLInputElement>('[value=b]')!.checked = true;
	field(page, 'chosen').value = 'a';
	const heard: string[] = [];
	for (const type of ['input', 'change'])
		page.addEventListener(type, ({ target }) => heard.push(`${(target as HTMLInputElement).name} ${type}`));
	await render(WakingUp, {
		wake: () => {
			page.reset();
			field(page, 'untouched').value = '21';
			field(page, 'first').value = 'b';
		}
	});
	expect(Object.fromEntries(new FormData(page))).toEqual({
		typed: '26',
		untouched: '21',
		long: 'by hand',
		ticked: 'on',
		way: 'b',
		chosen: 'a',
		first: 'b'
	});
	const told = (name: string) => [`${name} input`, `${name} change`];
	expect(heard).toEqual(['typed', 'long', 'ticked', 'way', 'chosen'].flatMap(told));
});
