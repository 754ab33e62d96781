/** The part of multicast-dns 7.2 that is used here and by the test's responder; it brings no types of its own. */
declare module 'multicast-dns' {
	interface MulticastDns {
		/** `response`: a whole packet that could be decoded. `error`: the port cannot be had. `warning`: anything else. */
		on(
			event: 'response',
			listener: (packet: { answers: unknown[]; additionals: unknown[] }, from: { address: string }) => void
		): this;
		on(event: 'error' | 'warning', listener: (error: Error) => void): this;
		on(event: 'query', listener: (packet: { questions: readonly { name: string; type: string }[] }) => void): this;
		on(event: 'ready', listener: () => void): this;
		query(questions: readonly { name: string; type: string }[]): void;
		respond(answers: readonly { name: string; type: string; ttl: number; data: unknown }[]): void;
		destroy(): void;
	}
	export default function multicastDns(): MulticastDns;
}
