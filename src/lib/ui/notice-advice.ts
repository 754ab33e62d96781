import type { Advice, Catalogue } from '../i18n/catalogue.ts';
import type { NoticeView } from '../session/session-view.ts';

/** A notice in the customer's words. */
export function noticeAdvice(notice: NoticeView, texts: Catalogue, portalName: string): Advice {
	switch (notice.kind) {
		case 'paper arrived':
			return { what: texts.notices.paperArrived, todo: '' };
		case 'download refused':
			return texts.notices.downloadRefused[notice.reason];
		case 'navigation refused':
			return texts.notices.navigationRefused(notice.host);
		case 'portal ended':
			return texts.notices.portalEnded(portalName);
		case 'paper could not be used':
			return texts.trayFaults[notice.reason];
	}
}
