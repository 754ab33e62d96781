import { createInterface } from 'node:readline/promises';
import { text } from 'node:stream/consumers';
import { Writable } from 'node:stream';

/** Asks at the terminal without showing what is typed. Null: there is no terminal, or it was left with Ctrl+C. */
export async function typedPassword(prompt: string): Promise<string | null> {
	if (!process.stdin.isTTY) return null;
	process.stderr.write(prompt);
	const left = new AbortController();
	const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
	const terminal = createInterface({ input: process.stdin, output: silent, terminal: true });
	terminal.once('SIGINT', () => left.abort());
	terminal.once('close', () => left.abort());
	try {
		return await terminal.question('', { signal: left.signal });
	} catch {
		return null;
	} finally {
		terminal.close();
		process.stderr.write('\n');
	}
}

/** What another program gives on standard input, without the end of its line. */
export const pipedPassword = async (): Promise<string> => (await text(process.stdin)).replace(/\r?\n$/, '');
