import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type Protocol from 'devtools-protocol';
import type { FileChooser, PortalEvent } from '../../../ports/portal.ts';
import { CdpError, type CdpPipe, type CdpSession } from './cdp-pipe.ts';
import { guardScript, guardWorld, printAsked, printScript } from './guard-script.ts';

export interface PortalPagesOptions {
	readonly cdp: CdpPipe;
	/** Whether a page may be of this host. */
	readonly isAllowed: (host: string) => boolean;
	/** For the browser's first answer. */
	readonly startMs: number;
	/** For one page to become a PDF. */
	readonly captureMs: number;
	readonly onEvent: (event: PortalEvent) => void;
	/** The last page crashed. */
	readonly onCrashed: () => void;
}

/** The pages of one portal. Every method waits at most for one time limit of the protocol. */
export interface PortalPages {
	/** Loads the first page and settles when it shows something: `unreachable` where nothing came. */
	start(url: string, timeoutMs: number): Promise<'loaded' | 'unreachable'>;
	/** False when the chooser is not there (any more); an empty list is a cancel. */
	answerFileChooser(chooserId: string, pathsInside: readonly string[]): Promise<boolean>;
	back(): Promise<void>;
	closePage(): Promise<void>;
	capture(): Promise<void>;
}

interface Page {
	readonly targetId: string;
	readonly session: CdpSession;
	/** Of the last page of an allowed host; empty while there was none. It holds a path: never told. */
	address: string;
	/** Of the document that was told last. */
	loaderId: string;
	capturing: boolean;
}

interface Chooser {
	readonly session: CdpSession;
	readonly frameId: string;
	readonly backendNodeId: number;
}

/** A4 in inches, as `Page.printToPDF` wants it. */
const a4 = { paperWidth: 8.27, paperHeight: 11.69 };

const hostOf = (address: string): string => {
	try {
		return new URL(address).hostname;
	} catch {
		return '';
	}
};

const attributesOf = (node: Protocol.DOM.Node): ReadonlyMap<string, string> => {
	const flat = node.attributes ?? [];
	return new Map(flat.flatMap((name, index) => (index % 2 === 0 ? [[name.toLowerCase(), flat[index + 1] ?? '']] : [])));
};

/** Expected whenever a page goes away while we speak to it. */
const ignore = () => {};

/**
 * Takes hold of every page, pop-up and frame of the browser before its first script runs, and tells what happens in them.
 * Windows that no page opened are closed at once.
 */
export async function followPages(options: PortalPagesOptions): Promise<PortalPages> {
	const { cdp, isAllowed, captureMs, onEvent, onCrashed } = options;
	/** In the order in which they were opened: the last one is on top. */
	const pages = new Map<string, Page>();
	const choosers = new Map<string, Chooser>();
	const shown = Promise.withResolvers<'loaded' | 'unreachable'>();
	const firstPage = Promise.withResolvers<Page>();
	const printSignal = randomUUID();
	let nextChooser = 0;
	let startRequested = false;

	const top = () => [...pages.values()].at(-1);
	const tellPlace = () => {
		const host = [...pages.values()].map((page) => hostOf(page.address)).findLast((known) => known !== '');
		if (startRequested && host !== undefined) onEvent({ type: 'place changed', host, pagesOpen: pages.size });
	};
	const dropChoosers = (isGone: (chooser: Chooser) => boolean) => {
		for (const [chooserId, chooser] of choosers)
			if (isGone(chooser)) {
				choosers.delete(chooserId);
				onEvent({ type: 'file chooser gone', chooserId });
			}
	};

	const openChooser = async (session: CdpSession, event: Protocol.Page.FileChooserOpenedEvent) => {
		const { backendNodeId, frameId, mode } = event;
		if (backendNodeId === undefined) return;
		const described = await session.send('DOM.describeNode', { backendNodeId }).catch(() => undefined);
		if (!described) return;
		const accept = (attributesOf(described.node).get('accept') ?? '')
			.split(',')
			.map((entry) => entry.trim().toLowerCase())
			.filter((entry) => entry !== '');
		// A new one takes the place of an unanswered one: only one question is on the screen.
		dropChoosers(() => true);
		const chooser: FileChooser = {
			id: `chooser-${String(++nextChooser)}`,
			accept,
			multiple: mode === 'selectMultiple'
		};
		choosers.set(chooser.id, { session, frameId, backendNodeId });
		onEvent({ type: 'file chooser opened', chooser });
	};

	const capture = async (page: Page) => {
		if (page.capturing) return;
		page.capturing = true;
		try {
			const { data } = await page.session.send(
				'Page.printToPDF',
				{ ...a4, printBackground: true, preferCSSPageSize: true },
				captureMs
			);
			onEvent({ type: 'page captured', bytes: Buffer.from(data, 'base64') });
		} catch {
			onEvent({ type: 'download failed', reason: 'cancelled' });
		} finally {
			page.capturing = false;
		}
	};

	/**
	 * Waits in the guard's world of one document, until it is gone, for the page to ask for paper. An evaluation that waits needs no
	 * `Runtime.enable`, other than a binding or the console.
	 */
	const followPrint = async (session: CdpSession, frameId: string, page: Page | undefined) => {
		const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId, worldName: guardWorld });
		for (;;) {
			const { exceptionDetails } = await session.send(
				'Runtime.evaluate',
				{ expression: printAsked, contextId: executionContextId, awaitPromise: true },
				Infinity
			);
			if (exceptionDetails) return;
			const asking = page ?? top();
			if (asking) await capture(asking);
		}
	};

	/** A window that is not on the screen yet loses the customer's first click; frames are made for a visible one only. */
	const painted = async ({ session }: Page) => {
		const { frameTree } = await session.send('Page.getFrameTree');
		const { executionContextId } = await session.send('Page.createIsolatedWorld', {
			frameId: frameTree.frame.id,
			worldName: guardWorld
		});
		await session.send('Runtime.evaluate', {
			expression: 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))',
			contextId: executionContextId,
			awaitPromise: true
		});
	};

	/** While Chromium changes from the page to its own about the refusal, neither answers: "Not attached to an active page". */
	const leaveRefused = async (page: Page) => {
		for (const { loaderId } = page; pages.has(page.targetId) && page.loaderId === loaderId; await wait(50)) {
			const left = await goBackFrom(page).then(
				() => true,
				(error: unknown) => !(error instanceof CdpError && error.reason === 'refused')
			);
			if (left) return;
		}
	};

	const goBackFrom = async (page: Page) => {
		// A pop-up that has shown nothing yet has only its blank page to go back to.
		if (hostOf(page.address) === '' && pages.size > 1) {
			await cdp.browser.send('Target.closeTarget', { targetId: page.targetId });
			return;
		}
		const { currentIndex, entries } = await page.session.send('Page.getNavigationHistory');
		const previous = entries[currentIndex - 1];
		if (previous) await page.session.send('Page.navigateToHistoryEntry', { entryId: previous.id });
		// What a page does by itself before it has loaded takes its place in the history.
		else if (page.address !== '') await page.session.send('Page.navigate', { url: page.address });
	};

	const pageNavigated = (page: Page, frame: Protocol.Page.Frame) => {
		if (page.loaderId === frame.loaderId) return;
		page.loaderId = frame.loaderId;
		if (frame.unreachableUrl === undefined) {
			page.address = frame.url;
			return tellPlace();
		}
		const host = hostOf(frame.unreachableUrl);
		if (isAllowed(host)) return shown.resolve('unreachable');
		onEvent({ type: 'navigation refused', host });
		void leaveRefused(page);
	};

	/** Sends everything before it lets the target run, so no script of the page is ever ahead of us. */
	const takeHold = (session: CdpSession, page: Page | undefined) => {
		session.on('Page.fileChooserOpened', (event) => void openChooser(session, event));
		session.on('Page.frameDetached', ({ frameId }) => dropChoosers((chooser) => chooser.frameId === frameId));
		session.on('Page.frameNavigated', ({ frame }) => {
			dropChoosers((chooser) => chooser.frameId === frame.id);
			if (page && frame.parentId === undefined) pageNavigated(page, frame);
			followPrint(session, frame.id, page).catch(ignore);
		});
		session.on('Target.attachedToTarget', ({ sessionId }) => void takeHold(cdp.session(sessionId), undefined));
		session.on('Target.detachedFromTarget', ({ sessionId }) => {
			cdp.forget(sessionId);
			dropChoosers((chooser) => chooser.session.sessionId === sessionId);
		});
		return Promise.allSettled([
			session.send('Page.enable'),
			session.send('Page.setInterceptFileChooserDialog', { enabled: true }),
			session.send('Page.addScriptToEvaluateOnNewDocument', {
				source: guardScript(printSignal),
				worldName: guardWorld,
				runImmediately: true
			}),
			session.send('Page.addScriptToEvaluateOnNewDocument', { source: printScript(printSignal), runImmediately: true }),
			session.send('Target.setAutoAttach', {
				autoAttach: true,
				waitForDebuggerOnStart: true,
				flatten: true,
				filter: [{ type: 'iframe' }, { exclude: true }]
			}),
			session.send('Runtime.runIfWaitingForDebugger')
		]);
	};

	cdp.browser.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
		const { targetId, openerId, url } = targetInfo;
		const session = cdp.session(sessionId);
		// Chromium lists parts of its own window as pages.
		if (targetInfo.type !== 'page' || url.startsWith('chrome://')) {
			session.send('Runtime.runIfWaitingForDebugger').catch(ignore);
			cdp.browser.send('Target.detachFromTarget', { sessionId }).catch(ignore);
			return;
		}
		if (pages.size > 0 && openerId === undefined) {
			session.send('Runtime.runIfWaitingForDebugger').catch(ignore);
			cdp.browser.send('Target.closeTarget', { targetId }).catch(ignore);
			return;
		}
		const page: Page = { targetId, session, address: '', loaderId: '', capturing: false };
		pages.set(targetId, page);
		void takeHold(session, page).then(async () => {
			firstPage.resolve(page);
			// A pop-up that policy blocks is there before us: its navigation is over and tells nothing more.
			const { frameTree } = await session.send('Page.getFrameTree').catch(() => ({ frameTree: undefined }));
			if (frameTree) pageNavigated(page, frameTree.frame);
		});
		tellPlace();
	});
	cdp.browser.on('Target.detachedFromTarget', ({ sessionId }) => {
		const gone = [...pages.values()].find((page) => page.session.sessionId === sessionId);
		cdp.forget(sessionId);
		if (!gone) return;
		pages.delete(gone.targetId);
		dropChoosers((chooser) => chooser.session === gone.session);
		tellPlace();
	});
	cdp.browser.on('Target.targetCrashed', ({ targetId }) => {
		if (!pages.has(targetId)) return;
		if (pages.size === 1) onCrashed();
		else cdp.browser.send('Target.closeTarget', { targetId }).catch(ignore);
	});
	cdp.onClosed(() => shown.resolve('unreachable'));
	await cdp.browser.send('Target.setDiscoverTargets', { discover: true }, options.startMs);
	await cdp.browser.send('Target.setAutoAttach', {
		autoAttach: true,
		waitForDebuggerOnStart: true,
		flatten: true,
		filter: [{ type: 'page' }, { exclude: true }]
	});

	return {
		start: async (url, timeoutMs) => {
			const timer = setTimeout(() => shown.resolve('unreachable'), timeoutMs);
			const page = await Promise.race([firstPage.promise, shown.promise.then(() => undefined)]);
			if (page) {
				startRequested = true;
				page.session.on('Page.domContentEventFired', () => {
					// The blank page before the first fires it too.
					if (hostOf(page.address) !== '') shown.resolve('loaded');
				});
				const { errorText } = await page.session
					.send('Page.navigate', { url }, timeoutMs)
					.catch(() => ({ errorText: 'no answer' }));
				if (errorText !== undefined) shown.resolve('unreachable');
			}
			const outcome = await shown.promise;
			clearTimeout(timer);
			// Otherwise "back" leads to the blank page before the first.
			if (outcome === 'loaded' && page) {
				await page.session.send('Page.resetNavigationHistory').catch(ignore);
				await painted(page).catch(ignore);
			}
			return outcome;
		},
		answerFileChooser: async (chooserId, pathsInside) => {
			const chooser = choosers.get(chooserId);
			choosers.delete(chooserId);
			if (!chooser || pathsInside.length === 0) return chooser !== undefined;
			return chooser.session
				.send('DOM.setFileInputFiles', { files: [...pathsInside], backendNodeId: chooser.backendNodeId })
				.then(
					() => true,
					() => false
				);
		},
		back: async () => {
			const page = top();
			const history = await page?.session.send('Page.getNavigationHistory').catch(ignore);
			const previous = history?.entries[history.currentIndex - 1];
			if (previous) await page?.session.send('Page.navigateToHistoryEntry', { entryId: previous.id }).catch(ignore);
		},
		closePage: async () => {
			const page = top();
			if (page && pages.size > 1)
				await cdp.browser.send('Target.closeTarget', { targetId: page.targetId }).catch(ignore);
		},
		capture: async () => {
			const page = top();
			if (page) await capture(page);
		}
	};
}
