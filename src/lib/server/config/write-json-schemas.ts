import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { jsonSchemaFiles } from './json-schemas.ts';

/** Writes `kiosk-config/schema/`: `node src/lib/server/config/write-json-schemas.ts` from the project's folder. */
for (const [name, content] of Object.entries(jsonSchemaFiles())) {
	await writeFile(join('kiosk-config', 'schema', name), content);
}
