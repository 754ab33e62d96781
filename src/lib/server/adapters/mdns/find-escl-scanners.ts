import multicastDns from 'multicast-dns';
import { failed, ok, type Result } from '../../../domain/result.ts';
import { createAnnouncements, scannerServices } from './announcements.ts';

/** Devices wait up to 120 ms before they answer, and one that sleeps may miss the first question (RFC 6762 §6, §5.2). */
const askAgainMs = 1000;
const lookMs = 2500;

/**
 * Looks for eSCL scanners on this network by mDNS (RFC 6762, 6763) for two and a half seconds, or until `signal` says that it is
 * enough. `onFound` gets each address once, as soon as it is known. The fault says why nobody could be asked.
 *
 * By multicast-dns itself and not by bonjour-service, which stands on it: that one leaves the error of a port that another program
 * keeps for itself (avahi, `disallow-other-stacks`) to nobody, which ends the whole process, and it overlooks a device whose records
 * come in more than one packet.
 */
export function findEsclScanners(onFound: (url: string) => void, signal: AbortSignal): Promise<Result<null, string>> {
	if (signal.aborted) return Promise.resolve(ok(null));
	const { promise, resolve } = Promise.withResolvers<Result<null, string>>();
	const heard = createAnnouncements();
	const told = new Set<string>();
	const mdns = multicastDns();
	const ask = (names: readonly string[], types: readonly string[]) =>
		mdns.query(names.flatMap((name) => types.map((type) => ({ name, type }))));
	const tell = (atLast: boolean) => {
		for (const address of heard.addresses(atLast)) {
			if (told.has(address)) continue;
			told.add(address);
			onFound(address);
		}
	};
	mdns.on('warning', () => {});
	mdns.on('error', ({ message }) => resolve(failed(message)));
	mdns.on('ready', () => ask(scannerServices, ['PTR']));
	mdns.on('response', ({ answers, additionals }, { address }) => {
		const before = heard.incomplete().length;
		heard.hear([...answers, ...additionals], address);
		const incomplete = heard.incomplete();
		if (incomplete.length > before) ask(incomplete, ['SRV', 'TXT']);
		tell(false);
	});
	const timers = [
		setTimeout(() => ask(scannerServices, ['PTR']), askAgainMs),
		setTimeout(() => resolve(ok(null)), lookMs)
	];
	const onAbort = () => resolve(ok(null));
	signal.addEventListener('abort', onAbort, { once: true });
	return promise.finally(() => {
		timers.forEach(clearTimeout);
		signal.removeEventListener('abort', onAbort);
		mdns.destroy();
		tell(true);
	});
}
