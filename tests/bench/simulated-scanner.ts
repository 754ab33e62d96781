import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** The simulated eSCL scanner as a process of its own, without any delay between pages. */
export interface ScannerProcess {
	readonly url: string;
	load(sheets: number, pageDelayMs?: number): Promise<void>;
	close(): Promise<void>;
}

const programs = {
	/** Letters, small as a page can be. */
	letters: fileURLToPath(new URL('../../src/lib/server/simulated/escl-scanner/main.ts', import.meta.url)),
	/** 300 dpi in colour with the grain of real paper: 1.5 MB each. */
	colour: fileURLToPath(new URL('colour-scanner.ts', import.meta.url))
};

export async function startScannerProcess(pages: keyof typeof programs = 'letters'): Promise<ScannerProcess> {
	const child = spawn(process.execPath, [programs[pages]], { stdio: ['ignore', 'pipe', 'ignore'] });
	const exited = once(child, 'exit');
	const [line] = (await once(child.stdout, 'data')) as [Buffer];
	const url = line.toString().trim();
	return {
		url,
		async load(sheets, pageDelayMs = 0) {
			const body = JSON.stringify({ clear: true, loadPages: sheets, setPageDelayMs: pageDelayMs });
			const response = await fetch(new URL('/control', url), { method: 'POST', body });
			if (!response.ok) throw new Error('the scanner takes no sheets');
		},
		async close() {
			child.kill('SIGTERM');
			await exited;
		}
	};
}
