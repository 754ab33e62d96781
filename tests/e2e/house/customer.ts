import type { Locator, Page } from 'playwright';
import type { Language } from '#lib/domain/language.ts';
import { catalogues } from '#lib/i18n/catalogues.ts';
import type { SessionCommand } from '#lib/session/session-command.ts';
import type { SessionView } from '#lib/session/session-view.ts';

/** A customer at the screen who reads one language and presses what they see. */
export interface Customer {
	readonly page: Page;
	readonly texts: (typeof catalogues)[Language];
	heading(text: string): Locator;
	/** Waits until this heading is on the screen. */
	reads(heading: string): Promise<void>;
	/** Presses the button with these words: all of its name, or the first part of it where it says more. */
	press(name: string): Promise<void>;
	startVisit(): Promise<void>;
	toScan(): Promise<void>;
	/** Scans from the feeder with what is in it and leaves the question how many pages there are on the screen. */
	scan(pages: number): Promise<void>;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

export function customerAt(page: Page, language: Language): Customer {
	const texts = catalogues[language];
	const heading = (text: string) => page.getByRole('heading', { level: 1, name: text, exact: true });
	const reads = (text: string) => heading(text).waitFor();
	const press = (name: string) =>
		page
			.getByRole('button', { name: new RegExp(`^${escaped(name)}(?=[\\s:]|$)`) })
			.first()
			.click();
	return {
		page,
		texts,
		heading,
		reads,
		press,
		async startVisit() {
			await press(texts.languageName);
			await reads(texts.welcome.heading);
			await press(texts.welcome.start);
			await reads(texts.home.heading);
		},
		async toScan() {
			await press(texts.home.scan.label);
			await page.getByText(texts.scan.presetHeading).waitFor();
		},
		async scan(pages) {
			await press(texts.scan.start);
			await reads(texts.scan.isThatRight(pages));
		}
	};
}

/** The view of the session as the page's own stream gets it now. */
export const viewOf = (page: Page): Promise<SessionView> =>
	page.evaluate(
		() =>
			new Promise<SessionView>((resolve, reject) => {
				const source = new EventSource('/api/session/stream');
				source.onmessage = (message: MessageEvent<string>) => {
					source.close();
					resolve(JSON.parse(message.data) as SessionView);
				};
				source.onerror = () => reject(new Error('no stream'));
			})
	);

/** A command as the page sends it; gives status and answer. */
export const commandFrom = (page: Page, command: SessionCommand | string | object) =>
	page.evaluate(
		async (body) => {
			const headers = { 'content-type': 'application/json' };
			const response = await fetch('/api/session/command', { method: 'POST', headers, body });
			return { status: response.status, answer: (await response.json()) as unknown };
		},
		typeof command === 'string' ? command : JSON.stringify(command)
	);

/** Ends whatever visit a test has left and closes the screen. */
export async function leave(page: Page): Promise<void> {
	await commandFrom(page, { type: 'end visit' });
	await page.waitForFunction(() => document.querySelectorAll('button.language').length > 0);
	await page.context().close();
}

/** Back to the first page of a visit that holds no paper, no scan and no print. */
export async function startAfresh({ page, reads, texts }: Customer): Promise<void> {
	const done = ['cancel scan', 'scan seen', 'cancel print', 'print seen'].map((type) => ({ type }));
	for (const command of done) await commandFrom(page, command);
	const { state } = await viewOf(page);
	const papers = state.name === 'inSession' ? state.papers : [];
	for (const { id } of papers)
		await commandFrom(page, { type: 'edit paper', edit: { type: 'remove paper', paperId: id } });
	await commandFrom(page, { type: 'go to', screen: 'home' });
	await reads(texts.home.heading);
}
