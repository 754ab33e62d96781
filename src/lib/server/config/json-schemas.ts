import { toJsonSchema } from '@valibot/to-json-schema';
import { channelsSchema } from './channels-schema.ts';
import { guidesSchema } from './guides-schema.ts';
import { kioskSchema } from './kiosk-schema.ts';
import { portalHostsSchema } from './portal-hosts-schema.ts';
import { defaultsSchema, servicePointSchema } from './service-point-schema.ts';

const schemas = {
	'service-point': servicePointSchema,
	'service-point-defaults': defaultsSchema,
	kiosk: kioskSchema,
	channels: channelsSchema,
	guides: guidesSchema,
	'portal-hosts': portalHostsSchema
};

/** The JSON Schemas for editors, by file name, as they belong into `kiosk-config/schema/`. Rules between fields are not in them. */
export const jsonSchemaFiles = (): Readonly<Record<string, string>> =>
	Object.fromEntries(
		Object.entries(schemas).map(([name, schema]) => [
			`${name}.json`,
			`${JSON.stringify(toJsonSchema(schema, { typeMode: 'input', errorMode: 'ignore' }), null, '\t')}\n`
		])
	);
