import {
	chmodSync,
	closeSync,
	constants,
	existsSync,
	lstatSync,
	mkdirSync,
	openSync,
	readdirSync,
	readlinkSync,
	renameSync,
	rmSync,
	writeSync
} from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';

const idPattern = /^[a-z0-9-]{1,40}$/;

/**
 * The tray's own folder (0700) and the files in it (0600), each named by an id of ours. Follows no symbolic link.
 * Writing is synchronous: on tmpfs it is a copy in memory (1.5 MB in about 1 ms), and nothing can come between a check and the write.
 */
export class PaperFiles {
	readonly #directory: string;

	/** Makes the folder. Throws when it cannot be made, or something else than a folder of ours has its name. */
	constructor(directory: string) {
		this.#directory = directory;
		this.#make();
	}

	/** Writes a new file whole, or not at all. False when there is no room. */
	write(id: string, bytes: Uint8Array): boolean {
		const part = `${this.#path(id)}.part`;
		const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW } = constants;
		const descriptor = openSync(part, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600);
		try {
			let written = 0;
			while (written < bytes.length) written += writeSync(descriptor, bytes, written);
		} catch (error) {
			rmSync(part, { force: true });
			if (noRoom(error)) return false;
			throw error;
		} finally {
			closeSync(descriptor);
		}
		renameSync(part, this.#path(id));
		return true;
	}

	/** The bytes in memory of their own, to be given to `letGo`. `null` when the file is gone or something else lies in its place. */
	async read(id: string): Promise<Uint8Array<ArrayBuffer> | null> {
		const handle = await open(this.#path(id), constants.O_RDONLY | constants.O_NOFOLLOW).catch(() => null);
		if (handle === null) return null;
		try {
			const stat = await handle.stat();
			if (!stat.isFile()) return null;
			const bytes = new Uint8Array(stat.size);
			for (let filled = 0; filled < bytes.length;) {
				const { bytesRead } = await handle.read(bytes, filled);
				if (bytesRead === 0) return null;
				filled += bytesRead;
			}
			return bytes;
		} finally {
			await handle.close();
		}
	}

	/** Removes a file and tells how many bytes it took: 0 where there is none, null when it cannot be removed. */
	delete(id: string): number | null {
		const path = this.#path(id);
		try {
			const size = lstatSync(path, { throwIfNoEntry: false })?.size ?? 0;
			rmSync(path, { force: true });
			return size;
		} catch {
			return null;
		}
	}

	/** Removes the folder with everything in it. What resists is seen by `remaining`. */
	removeFolder(): void {
		try {
			rmSync(this.#directory, { recursive: true, force: true });
		} catch {
			// An immutable or mounted entry; the proof tells.
		}
	}

	/** Makes the folder anew after `removeFolder`. False when that fails. */
	remakeFolder(): boolean {
		try {
			this.#make();
			return true;
		} catch {
			return false;
		}
	}

	/** How many entries the folder still has; 0 also when it is gone. */
	remaining(): number {
		return existsSync(this.#directory) ? readdirSync(this.#directory).length + 1 : 0;
	}

	/** How many open descriptors of this process lead into the folder, also to files that are already unlinked. */
	openDescriptors(): number {
		return readdirSync('/proc/self/fd').filter((descriptor) => {
			const target = linkTarget(join('/proc/self/fd', descriptor));
			return target === this.#directory || target.startsWith(`${this.#directory}/`);
		}).length;
	}

	#make(): void {
		mkdirSync(this.#directory, { recursive: true, mode: 0o700 });
		const stat = lstatSync(this.#directory);
		if (!stat.isDirectory() || stat.uid !== process.getuid?.())
			throw new Error('the tray folder is not a folder of ours');
		chmodSync(this.#directory, 0o700);
	}

	#path(id: string): string {
		if (!idPattern.test(id)) throw new TypeError('an id of the tray has other characters than a-z, 0-9 and -');
		return join(this.#directory, id);
	}
}

/**
 * Gives the memory of bytes from `read` back at once; they are empty afterwards. Node collects large buffers late: without this, a few
 * PDFs of a hundred pages left half a gigabyte behind, and a customer's pages stayed in memory after the wipe.
 */
export function letGo(bytes: Uint8Array<ArrayBuffer>): void {
	bytes.buffer.transfer(0);
}

const noRoom = (error: unknown): boolean =>
	error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');

/** A descriptor of the listing itself is gone by the time it is read. */
function linkTarget(path: string): string {
	try {
		return readlinkSync(path);
	} catch {
		return '';
	}
}
