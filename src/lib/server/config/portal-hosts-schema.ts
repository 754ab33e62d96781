import * as v from 'valibot';
import { fields, hostName, list, localizedText, oneOf } from './schema-words.ts';

/** What a host is in the portal's journey. Assets are fetched by pages but never navigated to. */
export const portalHostRoles = ['portal', 'idp', 'bank', 'mobile', 'asset'] as const;

const portalHost = fields({
	host: hostName,
	role: oneOf(portalHostRoles),
	/** What the bar calls the place. */
	label: localizedText,
	/** Whether the host was seen in real use (observe mode) and not only read about. */
	checked: v.boolean('checked can only be true or false')
});
export type PortalHost = v.InferOutput<typeof portalHost>;

/** `portal-hosts.yaml`: the one list behind the browser's policy, the proxy and the name in the bar. */
export const portalHostsSchema = fields({ hosts: list(portalHost, 1) });
