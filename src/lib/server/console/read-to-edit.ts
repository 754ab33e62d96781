import type { ChangeRefusal } from '../../domain/console/change-form.ts';
import type { Configuration } from '../config/configuration.ts';
import type { ConsoleKiosk } from './console-kiosk.ts';

/** The folder as it is now, to make a form from; while it is wrong, the configuration in force, which cannot be edited. */
export async function readToEdit({ editor, configuration }: ConsoleKiosk): Promise<{
	readonly configuration: Configuration;
	readonly basedOn: string;
	readonly wrong: ChangeRefusal | null;
}> {
	const read = await editor.read();
	return read.ok
		? { configuration: read.value.configuration, basedOn: read.value.revision, wrong: null }
		: { configuration: configuration(), basedOn: '', wrong: { kind: 'folder is wrong', problems: read.fault } };
}
