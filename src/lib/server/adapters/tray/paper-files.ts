import {
	chmodSync,
	closeSync,
	constants,
	existsSync,
	fstatSync,
	lstatSync,
	mkdirSync,
	openSync,
	readdirSync,
	readlinkSync,
	readSync,
	rmSync,
	write,
	writeSync
} from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const idPattern = /^[a-z0-9-]{1,40}$/;
const writeOnPool = promisify(write);
/** Less is copied to tmpfs (0.3 ms for 1 MB) faster than a thread of the pool is woken and heard. */
const worthAThread = 1024 * 1024;

/** The tray's own folder (0700) and the files in it (0600), each named by an id of ours. Follows no symbolic link. */
export class PaperFiles {
	readonly #directory: string;

	/** Makes the folder. Throws when it cannot be made, or something else than a folder of ours has its name. */
	constructor(directory: string) {
		this.#directory = directory;
		this.#make();
	}

	/**
	 * Writes a new file and tells how large it is; null, and no file, when there is no room or the pieces break off (which it throws).
	 * The file is opened at once, so that nothing can come between a check and it; large pieces are copied on the thread pool.
	 */
	async write(id: string, pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<number | null> {
		const path = this.#path(id);
		const { O_WRONLY, O_CREAT, O_EXCL, O_NOFOLLOW } = constants;
		const descriptor = openSync(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0o600);
		let size = 0;
		let whole = false;
		try {
			for await (const piece of pieces) {
				for (let written = 0; written < piece.length;) {
					const rest = piece.subarray(written);
					written +=
						rest.length < worthAThread
							? writeSync(descriptor, rest)
							: (await writeOnPool(descriptor, rest)).bytesWritten;
				}
				size += piece.length;
			}
			whole = true;
			return size;
		} catch (error) {
			if (noRoom(error)) return null;
			throw error;
		} finally {
			closeSync(descriptor);
			if (!whole) rmSync(path, { force: true });
		}
	}

	/** The bytes in memory of their own, to be given to `letGo`. Null when the file is gone or something else lies in its place. */
	read(id: string): Promise<Uint8Array<ArrayBuffer> | null> {
		return this.#withFile(id, (handle, size) => filled(handle, new Uint8Array(size)));
	}

	/** A part of a file, at once, as it is not worth a thread. Null when the file is gone, not so long, or something else lies in its place. */
	readPart(id: string, from: number, length: number): Uint8Array<ArrayBuffer> | null {
		const { O_RDONLY, O_NOFOLLOW, O_NONBLOCK } = constants;
		const path = this.#path(id);
		const bytes = new Uint8Array(length);
		let descriptor: number | null = null;
		try {
			descriptor = openSync(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
			const isWhole = fstatSync(descriptor).isFile() && readSync(descriptor, bytes, 0, length, from) === length;
			return isWhole ? bytes : null;
		} catch {
			return null;
		} finally {
			if (descriptor !== null) closeSync(descriptor);
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

	async #withFile<Value>(
		id: string,
		use: (handle: FileHandle, size: number) => Promise<Value | null>
	): Promise<Value | null> {
		const handle = await open(this.#path(id), constants.O_RDONLY | constants.O_NOFOLLOW).catch(() => null);
		if (handle === null) return null;
		try {
			const stat = await handle.stat();
			return stat.isFile() ? await use(handle, stat.size) : null;
		} finally {
			await handle.close();
		}
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

async function filled(handle: FileHandle, bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer> | null> {
	for (let read = 0; read < bytes.length;) {
		const { bytesRead } = await handle.read(bytes, read, bytes.length - read, read);
		if (bytesRead === 0) return null;
		read += bytesRead;
	}
	return bytes;
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
