import { setTimeout as delay } from 'node:timers/promises';
import { failed, ok, type Result } from '../../../domain/result.ts';
import type { ScanFault, ScanFaultReport } from '../../../ports/scanner.ts';
import { readCapabilities, readStatus, type EsclCapabilities, type EsclStatus } from './answers.ts';
import { requestOnce, type Fetch, type HttpAnswer, type HttpFailure, type HttpRequest } from './http.ts';

export interface EsclTimeLimits {
	/** One answer of the device that is no page. */
	readonly answerMs: number;
	/** One page, from asking for it to its last byte. */
	readonly pageMs: number;
	/** How long a device may go on saying that it is busy (503). */
	readonly busyMs: number;
	/** Cancelling a job, and looking after a wipe whether it is gone. */
	readonly cancelMs: number;
}

const maxDocumentBytes = 1024 * 1024;
const maxPageBytes = 128 * 1024 * 1024;
const longestPauseMs = 2000;

const faults: Readonly<Record<HttpFailure, ScanFault>> = {
	unreachable: 'offline',
	broken: 'io-error',
	'timed-out': 'timed-out',
	// Whoever aborted does not read the report.
	aborted: 'io-error',
	'not-http': 'bad-answer',
	'too-big': 'bad-answer'
};

const report = (fault: ScanFault, detail: string): ScanFaultReport => ({ fault, detail });

type Reported<Value> = Promise<Result<Value, ScanFaultReport>>;
/** `conflict`: the device stopped (409) and its status knows why. */
type Refused = ScanFaultReport & { readonly conflict: boolean };

/** One eSCL device: its five requests, each with limits and answered by a value. */
export interface EsclDevice {
	capabilities(signal: AbortSignal): Reported<EsclCapabilities>;
	status(signal: AbortSignal, options?: { limitMs?: number; retry?: boolean }): Reported<EsclStatus>;
	/** The path of the new job. */
	beginJob(settings: string, signal: AbortSignal): Promise<Result<string, Refused>>;
	/** The bytes of the next page, or null when there is none. */
	nextPage(jobPath: string, signal: AbortSignal): Promise<Result<Uint8Array | null, Refused>>;
	/** Whether the device said that the job is gone. */
	deleteJob(jobPath: string): Promise<boolean>;
}

export function createEsclDevice(rootUrl: string, limits: EsclTimeLimits, fetch: Fetch): EsclDevice {
	const given = new URL(rootUrl);
	const root = new URL(
		given.pathname === '/' ? '/eSCL/' : given.pathname.endsWith('/') ? given.pathname : `${given.pathname}/`,
		given.origin
	);

	const ask = (path: string, request: Partial<HttpRequest> & { signal: AbortSignal }) =>
		// By string: the URL parser would read a job's path that begins with two slashes as another host.
		requestOnce(fetch, path.startsWith('/') ? root.origin + path : root.href + path, {
			method: 'GET',
			limitMs: limits.answerMs,
			maxBytes: maxDocumentBytes,
			...request
		});

	/** A device that slept often drops the first request; one silent retry (scanservjs #425). */
	const askAwake = async (path: string, request: Partial<HttpRequest> & { signal: AbortSignal }) => {
		const first = await ask(path, request);
		const asleep = !first.ok && ['unreachable', 'broken', 'timed-out'].includes(first.fault);
		return asleep ? ask(path, request) : first;
	};

	async function whileBusy(
		patienceMs: number,
		signal: AbortSignal,
		request: () => Promise<Result<HttpAnswer, HttpFailure>>
	): Promise<Result<HttpAnswer, HttpFailure>> {
		const until = performance.now() + patienceMs;
		for (let pauseMs = 50; ; pauseMs = Math.min(2 * pauseMs, longestPauseMs)) {
			const answer = await request();
			const leftMs = until - performance.now();
			if (!answer.ok || answer.value.status !== 503 || leftMs <= 0) return answer;
			const wishedMs = 1000 * Number(answer.value.headers.get('retry-after') ?? 0);
			const waitMs = wishedMs > 0 ? Math.min(wishedMs, longestPauseMs) : pauseMs;
			await delay(Math.min(waitMs, leftMs), undefined, { signal }).catch(() => {});
			if (signal.aborted) return failed('aborted');
		}
	}

	function refused(what: string, answer: Result<HttpAnswer, HttpFailure>): { ok: false; fault: Refused } {
		if (!answer.ok)
			return failed({
				...report(faults[answer.fault], `${what}: ${answer.fault}`),
				conflict: answer.fault === 'broken'
			});
		const { status } = answer.value;
		const fault = status === 503 ? 'busy' : status >= 500 || status === 409 ? 'io-error' : 'bad-answer';
		return failed({ ...report(fault, `${what}: HTTP ${status}`), conflict: status === 409 });
	}

	async function document<Value>(
		what: string,
		answer: Result<HttpAnswer, HttpFailure>,
		read: (document: string) => Value | null
	): Reported<Value> {
		if (!answer.ok || answer.value.status !== 200) {
			const { fault, detail } = refused(what, answer).fault;
			return failed(report(fault, detail));
		}
		const value = read(new TextDecoder().decode(answer.value.body));
		return value === null ? failed(report('bad-answer', `${what}: not understood`)) : ok(value);
	}

	return {
		capabilities: async (signal) =>
			document('ScannerCapabilities', await askAwake('ScannerCapabilities', { signal }), readCapabilities),
		status: async (signal, { limitMs = limits.answerMs, retry = true } = {}) => {
			const answer = await (retry ? askAwake : ask)('ScannerStatus', { signal, limitMs });
			return document('ScannerStatus', answer, readStatus);
		},
		async beginJob(body, signal) {
			const answer = await whileBusy(limits.busyMs, signal, () => ask('ScanJobs', { method: 'POST', body, signal }));
			if (!answer.ok || answer.value.status !== 201) return refused('ScanJobs', answer);
			// Only the path counts: some devices name themselves by a host that we cannot resolve, and none may send us elsewhere.
			const location = answer.value.headers.get('location');
			const path = location === null ? undefined : URL.parse(location, root)?.pathname;
			if (path === undefined || path.length > 2000)
				return failed({ ...report('bad-answer', 'ScanJobs: no job address'), conflict: false });
			return ok(path.endsWith('/') ? path.slice(0, -1) : path);
		},
		async nextPage(jobPath, signal) {
			const answer = await whileBusy(limits.pageMs, signal, () =>
				ask(`${jobPath}/NextDocument`, { signal, limitMs: limits.pageMs, maxBytes: maxPageBytes })
			);
			if (answer.ok && answer.value.status === 200) return ok(answer.value.body);
			if (answer.ok && (answer.value.status === 404 || answer.value.status === 410)) return ok(null);
			return refused('NextDocument', answer);
		},
		async deleteJob(jobPath) {
			const signal = AbortSignal.timeout(limits.cancelMs);
			const answer = await ask(jobPath, { method: 'DELETE', signal, limitMs: limits.cancelMs });
			return answer.ok && (answer.value.status < 300 || answer.value.status === 404 || answer.value.status === 410);
		}
	};
}
