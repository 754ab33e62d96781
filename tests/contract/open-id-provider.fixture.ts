import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider from 'oidc-provider';

export const clientSecret = 'the-secret-of-the-kiosk-client';

/** People whom the provider knows, and what it says of them. */
const people: Readonly<Record<string, Record<string, unknown>>> = {
	'boss-1': { preferred_username: 'boss', groups: ['people', 'kiosk-admins'] },
	'staff-1': { preferred_username: 'staff@kela.fi', groups: 'kiosk-staff' },
	'guest-1': { preferred_username: 'guest', groups: ['people'] },
	'silent-1': {}
};

export interface ProviderHabits {
	/** Claims in the ID token too, and not only at the user's endpoint. */
	readonly claimsInToken?: boolean;
	readonly authMethod?: 'client_secret_basic' | 'client_secret_post';
}

/** A real identity provider on loopback whose log-in page lets in at once whom the test names. */
export async function startOpenIdProvider({
	claimsInToken = true,
	authMethod = 'client_secret_basic'
}: ProviderHabits = {}) {
	let who = 'boss-1';
	let answer: (request: IncomingMessage, response: ServerResponse) => unknown = (_, response) =>
		response.writeHead(503).end();
	const server = createServer((request, response) => void answer(request, response));
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	const { port } = server.address() as AddressInfo;
	const issuer = `http://127.0.0.1:${port}`;
	return {
		issuer,
		/** Whom its log-in page lets in from now on; `nobody`: it refuses. */
		logsIn: (next: string) => void (who = next),
		/** Registers the kiosk, whose address may be known only later. */
		register(redirectUri: string) {
			const provider = new Provider(issuer, {
				clients: [
					{
						client_id: 'kiosk',
						client_secret: clientSecret,
						redirect_uris: [redirectUri],
						token_endpoint_auth_method: authMethod
					}
				],
				clientAuthMethods: [authMethod],
				cookies: { keys: ['only-for-this-test'] },
				features: { devInteractions: { enabled: false } },
				interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
				claims: { profile: ['preferred_username', 'groups'] },
				conformIdTokenClaims: !claimsInToken,
				findAccount: (_, id) => ({ accountId: id, claims: async () => ({ sub: id, ...people[id] }) })
			});
			const known = provider.callback();
			answer = async (request, response) => {
				if (!request.url?.startsWith('/interaction/')) return known(request, response);
				const { prompt, params } = await provider.interactionDetails(request, response);
				const finish = (result: Parameters<typeof provider.interactionFinished>[2]) =>
					provider.interactionFinished(request, response, result);
				if (who === 'nobody') return finish({ error: 'access_denied', error_description: 'no' });
				if (prompt.name === 'login') return finish({ login: { accountId: who } });
				const grant = new provider.Grant({ accountId: who, clientId: String(params.client_id) });
				grant.addOIDCScope('openid profile');
				return finish({ consent: { grantId: await grant.save() } });
			};
		},
		stop: () =>
			new Promise<void>((closed) => {
				server.close(() => closed());
				server.closeAllConnections();
			}),
		startAgain: () => new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening))
	};
}
