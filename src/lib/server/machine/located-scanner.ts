import { failed, ok, type Result } from '../../domain/result.ts';
import type { WipeProof } from '../../domain/wipe.ts';
import type { ScanEvent, ScanFaultReport, Scanner, ScannerCapabilities, ScanRequest } from '../../ports/scanner.ts';
import { wipeWithin } from '../process/wipe-within.ts';
import { samenessOf, type Sameness, type ScannerIdentity } from './scanner-identity.ts';
import { faultOfPlace, type AtAddress, type ScannerPlace } from './scanner-place.ts';

/** A scanner that is known by what it is, wherever it is. */
export interface LocatedScanner extends Scanner {
	/** Where it is now, asked anew. Null while somebody scans, or when a scan begins: a look must not disturb it. */
	locate(signal: AbortSignal): Promise<ScannerPlace | null>;
}

export interface LocatedScannerOptions {
	/** The address in the configuration, in the words of `scannerAt`. */
	readonly configured: string;
	/** Null: whatever answers at the configured address. */
	readonly identity: ScannerIdentity | null;
	readonly scannerAt: (address: string) => Scanner;
	/** Looks where devices are now, for a limited time; ends early when `signal` says that it is enough. The fault: why it cannot. */
	readonly look: (onFound: (address: string) => void, signal: AbortSignal) => Promise<Result<null, string>>;
	/** True where another device may take the address from one scan to the next; else it is believed until it fails. */
	readonly askBeforeEachScan: boolean;
	/** How long one device may take to say what it is. */
	readonly askMs: number;
}

type Asked =
	| {
			readonly sameness: Sameness;
			readonly address: string;
			readonly scanner: Scanner;
			readonly device: ScannerCapabilities;
	  }
	| { readonly sameness: 'silent'; readonly at: AtAddress & { answers: false } };
type Present = Exclude<Asked, { sameness: 'silent' }>;

/**
 * Talks to the scanner that the configuration means: at its configured address as long as that very device answers there, else
 * wherever it is found by model and serial number. Two that could both be it are refused rather than guessed between.
 */
export function createLocatedScanner(options: LocatedScannerOptions): LocatedScanner {
	const { configured, identity, scannerAt } = options;
	let current = { address: configured, scanner: scannerAt(configured) };
	/** Whether the device at the current address has said that it is the one, and has not failed since. */
	let believed = identity === null;
	/** Scanners that may still hold something of a customer's, the current one last. */
	const used = new Map([[current.address, current.scanner]]);
	const running = new Set<AbortController>();
	const looks = new Set<{ readonly cancel: AbortController; readonly ended: Promise<unknown> }>();

	async function ask(address: string, signal: AbortSignal): Promise<Asked> {
		const scanner = used.get(address) ?? scannerAt(address);
		const limit = AbortSignal.timeout(options.askMs);
		const answer = await scanner.capabilities(AbortSignal.any([signal, limit]));
		if (!answer.ok) {
			const report: ScanFaultReport = limit.aborted ? { fault: 'timed-out', detail: 'no answer' } : answer.fault;
			return { sameness: 'silent', at: { answers: false, report } };
		}
		const sameness = identity ? samenessOf(answer.value, address, identity) : 'same';
		return { sameness, address, scanner, device: answer.value };
	}

	function settle({ address, scanner, device }: Present): ScannerPlace {
		current = { address, scanner };
		used.delete(address);
		used.set(address, scanner);
		believed = true;
		return { kind: 'found', configured, address, device };
	}

	async function find(signal: AbortSignal): Promise<ScannerPlace> {
		believed = identity === null;
		let last: Asked | null = null;
		for (const address of new Set([current.address, configured])) {
			last = await ask(address, signal);
			if (last.sameness === 'same' || last.sameness === 'maybe') return settle(last);
		}
		const atConfigured: AtAddress =
			last === null
				? { answers: false, report: { fault: 'offline', detail: 'not asked' } }
				: last.sameness === 'silent'
					? last.at
					: { answers: true, device: last.device };
		if (identity === null || signal.aborted)
			return { kind: 'missing', configured, atConfigured, elsewhere: 'not-asked' };

		const asked = new Map<string, Promise<Asked>>();
		const sure = Promise.withResolvers<Asked>();
		const enough = new AbortController();
		const looked = await options.look(
			(address) => {
				if (asked.has(address)) return;
				const answer = ask(address, signal);
				asked.set(address, answer);
				void answer.then((one) => {
					if (one.sameness !== 'same' || identity.serial === undefined) return;
					sure.resolve(one);
					enough.abort();
				});
			},
			AbortSignal.any([signal, enough.signal])
		);
		const answers = await Promise.race([Promise.all(asked.values()), sure.promise.then((one) => [one])]);
		const candidates = distinct(answers, identity);
		const [one, other] = candidates;
		if (one && other) return { kind: 'several', configured, addresses: candidates.map(({ address }) => address) };
		if (one) return settle(one);
		return {
			kind: 'missing',
			configured,
			atConfigured,
			elsewhere: looked.ok ? 'not-there' : { cannotLook: looked.fault }
		};
	}

	async function* scan(request: ScanRequest, signal: AbortSignal): AsyncGenerator<ScanEvent> {
		const cancel = new AbortController();
		const either = AbortSignal.any([signal, cancel.signal]);
		running.add(cancel);
		try {
			for (const look of looks) look.cancel.abort();
			await Promise.all([...looks].map(({ ended }) => ended));
			let asked = false;
			for (;;) {
				if (!believed || (identity !== null && options.askBeforeEachScan && !asked)) {
					asked = true;
					const place = await find(either);
					if (either.aborted) return;
					if (place.kind !== 'found') return yield { type: 'fault', report: faultOfPlace(place) };
				}
				let pages = 0;
				let gone = false;
				for await (const event of current.scanner.scan(request, either)) {
					if (event.type === 'fault' && identity !== null) {
						believed = false;
						// Its name went with its last power cycle: it may be here under another.
						gone = event.report.fault === 'offline' && pages === 0 && !asked;
						if (gone) break;
					}
					pages++;
					yield event;
				}
				if (!gone || either.aborted) return;
			}
		} finally {
			cancel.abort();
			running.delete(cancel);
		}
	}

	async function wipe(signal: AbortSignal): Promise<WipeProof> {
		const began = performance.now();
		for (const cancel of running) cancel.abort();
		const wiped: WipeProof[] = [];
		const wipeUsed = async () => {
			wiped.length = 0;
			// The current one first: a job that was begun at another address of the same device is ended there.
			for (const scanner of [...used.values()].reverse()) wiped.push(await scanner.wipe(signal));
			return wiped.every(({ proven }) => proven);
		};
		let proven = await wipeUsed();
		if (!proven && identity !== null) {
			const before = current.address;
			await find(signal);
			if (current.address !== before) proven = await wipeUsed();
		}
		if (proven) for (const address of used.keys()) if (address !== current.address) used.delete(address);
		return {
			step: 'scanner',
			proven,
			lookedAt: [...new Set(wiped.flatMap(({ lookedAt }) => lookedAt))],
			found: wiped.flatMap(({ found }) => found),
			durationMs: performance.now() - began
		};
	}

	return {
		async locate(signal) {
			if (running.size > 0) return null;
			const cancel = new AbortController();
			const ended = find(AbortSignal.any([signal, cancel.signal]));
			const look = { cancel, ended };
			looks.add(look);
			const place = await ended.finally(() => looks.delete(look));
			return cancel.signal.aborted ? null : place;
		},
		async capabilities(signal) {
			if (identity === null) return current.scanner.capabilities(signal);
			const place = await find(signal);
			return place.kind === 'found' ? ok(place.device) : failed(faultOfPlace(place));
		},
		async status(signal) {
			if (!believed) {
				const place = await find(signal);
				if (place.kind !== 'found') return failed(faultOfPlace(place));
			}
			const status = await current.scanner.status(signal);
			if (!status.ok) believed = identity === null;
			return status;
		},
		scan,
		wipe: (signal) => wipeWithin('scanner', signal, wipe)
	};
}

/** The devices that could be the one: those that surely are before those that may be, each once however many addresses it has. */
function distinct(answers: readonly Asked[], { serial }: ScannerIdentity): readonly Present[] {
	const present = answers.filter((answer): answer is Present => answer.sameness !== 'silent');
	const sure = present.filter(({ sameness }) => sameness === 'same');
	if (sure.length > 0 && serial !== undefined) return sure.slice(0, 1);
	const candidates = sure.length > 0 ? sure : present.filter(({ sameness }) => sameness === 'maybe');
	const piece = ({ device, address }: Present) => device.serialNumber ?? address;
	return candidates.filter((one, index) => candidates.findIndex((other) => piece(other) === piece(one)) === index);
}
