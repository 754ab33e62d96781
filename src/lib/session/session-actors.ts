import { fromCallback, type AnyEventObject } from 'xstate';
import { handedType, portalFileName } from '../domain/accept.ts';
import type { Language } from '../domain/language.ts';
import { orientationOf, sidesFor } from '../domain/printing/page-orientation.ts';
import { printExtent } from '../domain/printing/print-extent.ts';
import { ok, type Result } from '../domain/result.ts';
import type { WipeRecord } from '../domain/wipe.ts';
import type { HandedFile, OpenPortal, PortalEvent } from '../ports/portal.ts';
import type { PrinterAttributes, PrintEvent, PrintRequest } from '../ports/printer.ts';
import type { ScanRequest } from '../ports/scanner.ts';
import type { TrayFault } from '../ports/tray.ts';
import type { SessionDevices } from './session-devices.ts';
import type { SessionCommand } from './session-command.ts';
import type { SessionReport } from './session-events.ts';
import type { NoticeView } from './session-view.ts';

type Tell = (report: SessionReport) => void;

/**
 * Runs work that can be cut off. Stopping the actor aborts the work and silences it: whatever it tells afterwards belongs to
 * a visit that is over.
 */
const work = (tell: Tell, onBug: SessionReport, task: (tell: Tell, signal: AbortSignal) => Promise<void>) => {
	const abort = new AbortController();
	const tellWhileWanted: Tell = (report) => {
		if (!abort.signal.aborted) tell(report);
	};
	task(tellWhileWanted, abort.signal).catch(() => tellWhileWanted(onBug));
	return () => abort.abort();
};

export const preparation = (devices: SessionDevices) =>
	fromCallback<AnyEventObject, undefined>(({ sendBack }) =>
		work(sendBack, { type: 'machine is unsafe', reason: 'wipe-failed' }, async (tell, signal) => {
			const reason = await devices.prepare(signal);
			tell(reason === null ? { type: 'machine is prepared' } : { type: 'machine is unsafe', reason });
		})
	);

export const wiping = (devices: SessionDevices) =>
	fromCallback<AnyEventObject, { reason: WipeRecord['reason'] }>(({ input, sendBack }) =>
		work(sendBack, { type: 'wipe broke' }, async (tell, signal) => {
			const record = await devices.wipe(input.reason, (proof) => tell({ type: 'step was proven', proof }), signal);
			tell({ type: 'wipe finished', record });
		})
	);

export interface ScanOrder {
	readonly request: ScanRequest;
	/** The paper that the pages continue; null: a new one. */
	readonly paperId: string | null;
}

/** Takes pages into one paper, and into a new one where that is gone; pages that came before a fault stay in it. */
export const takingPages = ({ scanner, tray }: SessionDevices) =>
	fromCallback<AnyEventObject, ScanOrder>(({ input: { request, paperId: continued }, sendBack }) =>
		work(sendBack, { type: 'scan failed', fault: 'io-error' }, async (tell, signal) => {
			const scanOf = (id: string | null) =>
				tray.papers().find((paper) => paper.id === id && paper.kind === 'pages')?.id ?? tray.beginScan().id;
			let paperId = continued;
			for await (const event of scanner.scan(request, signal)) {
				if (event.type === 'fault') return tell({ type: 'scan failed', fault: event.report.fault });
				if (signal.aborted) return;
				const into = scanOf(paperId);
				const kept = await tray.addPage(into, event.page, request.preset);
				if (!kept.ok) {
					if (into !== paperId) tray.edit({ type: 'remove paper', paperId: into });
					return tell({ type: 'scan failed', fault: 'out-of-memory' });
				}
				paperId = into;
				tell({ type: 'page taken', paperId });
			}
			tell({ type: 'scan finished' });
		})
	);

/** Looks how a paper can be made small enough; changes nothing. */
export const fittingPaper = ({ tray }: SessionDevices) =>
	fromCallback<AnyEventObject, { paperId: string; maxBytes: number }>(({ input, sendBack }) =>
		work(sendBack, { type: 'paper does not fit', fault: { kind: 'damaged' } }, async (tell, signal) => {
			const onProgress = (done: number, total: number) => tell({ type: 'fit progressed', done, total });
			const fitted = await tray.fit(input.paperId, input.maxBytes, onProgress, signal);
			if (!fitted.ok) return tell({ type: 'paper does not fit', fault: fitted.fault });
			const compression = fitted.value;
			tell(compression === null ? { type: 'paper fits as it is' } : { type: 'paper fits', compression });
		})
	);

/** What a customer wants printed, and how. */
export type PrintOrder = Omit<Extract<SessionCommand, { type: 'print' }>, 'type'>;

/** The paper as it is now, whatever is changed meanwhile, and how it lies. It is read from the tray as the printer takes it. */
async function requestFor(
	{ paperId, copies, twoSided, colour, pageRanges, fitToA4 }: PrintOrder,
	{ scaling, orientations }: PrinterAttributes,
	tray: SessionDevices['tray']
): Promise<Result<PrintRequest, TrayFault>> {
	const [sizes, pdf] = await Promise.all([tray.pageSizes(paperId), tray.openPdf(paperId, null)]);
	if (!sizes.ok) return sizes;
	if (!pdf.ok) return pdf;
	const { sizeBytes, read } = pdf.value;
	const orientation = orientationOf(sizes.value);
	const wantedScaling = fitToA4 ? 'fit' : 'none';
	const pages = sizes.value.length;
	return ok({
		document: () => read(0, sizeBytes),
		copies,
		sides: sidesFor(twoSided, orientation),
		colour,
		pageRanges,
		...(scaling.includes(wantedScaling) ? { scaling: wantedScaling } : {}),
		...(orientations.includes(orientation) ? { orientation } : {}),
		impressions: printExtent({ pages, pageRanges, copies, twoSided }).impressions
	});
}

export const printing = ({ printer, tray }: SessionDevices) =>
	fromCallback<AnyEventObject, PrintOrder>(({ input, sendBack }) =>
		work(sendBack, { type: 'print failed', fault: 'aborted', impressionsCompleted: 0 }, async (tell, signal) => {
			const attributes = await printer.attributes(signal);
			if (!attributes.ok) return tell({ type: 'print failed', fault: attributes.fault.fault, impressionsCompleted: 0 });
			const request = await requestFor(input, attributes.value, tray);
			if (!request.ok) return tell({ type: 'print failed', fault: 'document-refused', impressionsCompleted: 0 });
			for await (const event of printer.print(request.value, signal)) tell(reportOf(event));
		})
	);

const reportOf = (event: PrintEvent): SessionReport => {
	switch (event.type) {
		case 'sending':
			return { type: 'print is being sent' };
		case 'sent':
			return { type: 'print sent' };
		case 'printing':
			return { type: 'print progressed', impressionsCompleted: event.impressionsCompleted };
		case 'waiting':
			return { type: 'print is waiting', fault: event.fault };
		case 'done':
			return { type: 'print done', impressionsCompleted: event.impressionsCompleted };
		case 'failed':
			return {
				type: 'print failed',
				fault: event.report.fault,
				impressionsCompleted: event.impressionsCompleted
			};
	}
};

/** What the chart asks of the open portal. */
export type PortalOrder =
	| { type: 'show' }
	| { type: 'hide' }
	| { type: 'back' }
	| { type: 'close page' }
	| { type: 'capture page' }
	| { type: 'answer chooser'; chooserId: string; accept: readonly string[]; paperIds: readonly string[] };

export const openPortal = (devices: SessionDevices, uploadBytes: number) =>
	fromCallback<PortalOrder, { language: Language; siteChannelId: string | null }>(({ input, sendBack, receive }) => {
		const { portal, tray } = devices;
		let opened: OpenPortal | undefined;

		const keep = async (tell: Tell, origin: 'downloaded' | 'captured', name: string, bytes: Uint8Array) => {
			const kept = await tray.addDocument(origin, name, bytes);
			tell({ type: 'notice came', notice: kept.ok ? arrived(kept.value.id) : notKept(kept.fault) });
		};

		const follow = (tell: Tell, event: PortalEvent): void | Promise<void> => {
			switch (event.type) {
				case 'place changed':
				case 'file chooser opened':
				case 'file chooser gone':
					return tell(event);
				case 'download finished':
					return keep(tell, 'downloaded', event.name, event.bytes);
				case 'page captured':
					return keep(tell, 'captured', '', event.bytes);
				case 'download failed':
					return tell({ type: 'notice came', notice: { kind: 'download refused', reason: event.reason } });
				case 'navigation refused':
					return tell({ type: 'notice came', notice: { kind: 'navigation refused', host: event.host } });
				case 'ended':
					return tell({ type: 'portal failed', fault: event.report.fault });
			}
		};

		const handOver = async (tell: Tell, order: Extract<PortalOrder, { type: 'answer chooser' }>) => {
			const files: HandedFile[] = [];
			for (const id of order.paperIds) {
				const paper = tray.papers().find((candidate) => candidate.id === id);
				const mediaType = paper ? handedType(paper, order.accept) : null;
				const content = mediaType === 'application/pdf' ? await tray.pdf(id) : await tray.original(id);
				if (!paper || !mediaType || !content.ok) {
					tell({ type: 'notice came', notice: { kind: 'paper could not be used', reason: 'damaged' } });
					break;
				}
				if (content.value.length > uploadBytes) {
					tell({ type: 'notice came', notice: { kind: 'paper could not be used', reason: 'too-big' } });
					break;
				}
				files.push({ name: portalFileName(paper, mediaType), bytes: content.value });
			}
			const answer = files.length === order.paperIds.length ? files : [];
			const handed = await opened?.answerFileChooser(order.chooserId, answer);
			if (handed?.ok === false && handed.fault === 'too-big')
				tell({ type: 'notice came', notice: { kind: 'paper could not be used', reason: 'too-big' } });
		};

		const obey = (tell: Tell, order: PortalOrder): Promise<unknown> | undefined => {
			switch (order.type) {
				case 'show':
					return opened?.show();
				case 'hide':
					return opened?.hide();
				case 'back':
					return opened?.back();
				case 'close page':
					return opened?.closePage();
				case 'capture page':
					return opened?.capturePage();
				case 'answer chooser':
					return handOver(tell, order);
			}
		};

		return work(sendBack, { type: 'portal failed', fault: 'crashed' }, async (tell, signal) => {
			const fail = () => tell({ type: 'portal failed', fault: 'crashed' });
			receive((order) => void obey(tell, order)?.catch(fail));
			const onEvent = (event: PortalEvent) => void Promise.resolve(follow(tell, event)).catch(fail);
			const { language, siteChannelId } = input;
			const site = siteChannelId === null ? 'portal' : devices.channelSite(siteChannelId);
			if (site === null) return tell({ type: 'portal failed', fault: 'not-reachable' });
			const where = site === 'portal' ? { startUrl: devices.portalStartUrl(language) } : site;
			const warmed = await portal.warm({ ...where, language, onEvent }, signal);
			if (!warmed.ok) return tell({ type: 'portal failed', fault: warmed.fault.fault });
			opened = warmed.value;
			tell({ type: 'portal warmed' });
		});
	});

const arrived = (paperId: string): NoticeView => ({ kind: 'paper arrived', paperId });

const notKept = (fault: TrayFault): NoticeView => {
	if (fault === 'full') return { kind: 'download refused', reason: 'tray-full' };
	if (fault === 'not-found') return { kind: 'download refused', reason: 'damaged' };
	return { kind: 'download refused', reason: fault };
};
