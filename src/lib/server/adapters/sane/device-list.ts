import { run } from '../../process/run.ts';

/** A device as `scanimage -f` lists it. */
export interface ListedDevice {
	readonly device: string;
	/** Maker and model as the backend says them. */
	readonly makeAndModel: string;
}

/** Lists the devices that SANE finds now. Network backends take seconds for it. Null where scanimage cannot tell. */
export async function listSaneDevices(
	options: {
		readonly timeoutMs: number;
		readonly env: Readonly<Record<string, string>>;
		readonly cwd?: string;
	},
	signal: AbortSignal
): Promise<readonly ListedDevice[] | null> {
	const outcome = await run(['scanimage', '-f', '%d\t%v %m%n'], { ...options, signal });
	if (outcome.ended !== 'exited' || outcome.code !== 0) return null;
	return outcome.stdout
		.toString('utf8')
		.split('\n')
		.map((line) => line.split('\t'))
		.flatMap(([device = '', makeAndModel]) =>
			device === '' || makeAndModel === undefined ? [] : [{ device, makeAndModel: makeAndModel.trim() }]
		);
}

/** The backend of a device name: USB names (`genesys:libusb:001:004`) change behind it at each power cycle. */
export const backendOf = (device: string): string => device.split(':', 1)[0] ?? device;
