import { readFile } from 'node:fs/promises';
import * as client from 'openid-client';
import * as v from 'valibot';
import type { Role } from '../../../domain/console/console-user.ts';
import { failed, ok } from '../../../domain/result.ts';
import type { IdentityFault, IdentityProvider } from '../../../ports/identity-provider.ts';

export interface OpenIdOptions {
	/** Https; http is taken as meant where the configuration allows it: loopback and `.test`. */
	readonly issuer: string;
	readonly clientId: string;
	readonly clientSecretFile: string;
	/** The claim that tells the role: one word, or a list of words. */
	readonly roleClaim: string;
	readonly administratorValue: string;
	readonly staffValue: string;
	readonly timeoutSeconds: number;
	/** Told each time the provider is of no use, for the log. */
	readonly onNotReachable: (why: 'no-secret' | 'no-discovery' | 'no-answer') => void;
}

const claimsSchema = v.looseObject({
	sub: v.string(),
	preferred_username: v.fallback(v.optional(v.string()), undefined),
	email: v.fallback(v.optional(v.string()), undefined)
});
type Claims = v.InferOutput<typeof claimsSchema>;

/** An OpenID Connect provider. It is looked up at the first log-in, so that a kiosk starts without it. */
export function createOpenIdProvider(options: OpenIdOptions): IdentityProvider {
	let known: client.Configuration | null = null;

	const lookUp = async (): Promise<client.Configuration | null> => {
		if (known !== null) return known;
		const secret = await readFile(options.clientSecretFile, 'utf8').catch(() => '');
		if (secret.trim() === '') {
			options.onNotReachable('no-secret');
			return null;
		}
		const issuer = new URL(options.issuer);
		const execute = [client.enableNonRepudiationChecks];
		if (issuer.protocol === 'http:') execute.push(client.allowInsecureRequests);
		known = await client
			.discovery(issuer, options.clientId, {}, secretAsTheyTakeIt(secret.trim()), {
				execute,
				timeout: options.timeoutSeconds
			})
			.catch(() => null);
		if (known === null) options.onNotReachable('no-discovery');
		return known;
	};

	const roleIn = (claims: Claims): Role | null => {
		const words = [claims[options.roleClaim]].flat();
		if (words.includes(options.administratorValue)) return 'administrator';
		return words.includes(options.staffValue) ? 'staff' : null;
	};

	/** Some providers tell the role in the ID token, others only when asked for the user. */
	const claimsOf = async (
		configuration: client.Configuration,
		tokens: Awaited<ReturnType<typeof client.authorizationCodeGrant>>
	): Promise<Claims> => {
		const claims = v.parse(claimsSchema, tokens.claims());
		if (options.roleClaim in claims || configuration.serverMetadata().userinfo_endpoint === undefined) return claims;
		const told = await client.fetchUserInfo(configuration, tokens.access_token, claims.sub);
		return v.parse(claimsSchema, { ...told, ...claims });
	};

	return {
		host: new URL(options.issuer).host,
		async begin(redirectUri) {
			const configuration = await lookUp();
			if (configuration === null) return failed('not-reachable');
			const state = client.randomState();
			const nonce = client.randomNonce();
			const codeVerifier = client.randomPKCECodeVerifier();
			const url = client.buildAuthorizationUrl(configuration, {
				redirect_uri: redirectUri,
				scope: 'openid profile',
				state,
				nonce,
				code_challenge: await client.calculatePKCECodeChallenge(codeVerifier),
				code_challenge_method: 'S256'
			});
			return ok({ url: url.href, checks: { state, nonce, codeVerifier, redirectUri } });
		},
		async finish(parameters, { state, nonce, codeVerifier, redirectUri }) {
			const configuration = await lookUp();
			if (configuration === null) return failed('not-reachable');
			const callback = new URL(redirectUri);
			callback.search = parameters.toString();
			try {
				const tokens = await client.authorizationCodeGrant(configuration, callback, {
					expectedState: state,
					expectedNonce: nonce,
					pkceCodeVerifier: codeVerifier
				});
				const claims = await claimsOf(configuration, tokens);
				const name = claims.preferred_username ?? claims.email ?? claims.sub;
				return ok({ subject: claims.sub, name, role: roleIn(claims) });
			} catch (error) {
				const fault = faultOf(error);
				if (fault === 'not-reachable') options.onNotReachable('no-answer');
				return failed(fault);
			}
		}
	};
}

/** Basic is what OpenID Connect Core 1.0 §9 presumes; some providers take the secret in the form only. */
const secretAsTheyTakeIt =
	(secret: string): client.ClientAuth =>
	(server, ...rest) => {
		const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
		const way = methods.includes('client_secret_basic') ? client.ClientSecretBasic : client.ClientSecretPost;
		way(secret)(server, ...rest);
	};

/** No connection, no time, or the provider's own fault; everything else is a no. */
function faultOf(error: unknown): IdentityFault {
	if (error instanceof client.AuthorizationResponseError)
		return ['server_error', 'temporarily_unavailable'].includes(error.error) ? 'not-reachable' : 'refused';
	if (error instanceof client.ResponseBodyError) return error.status >= 500 ? 'not-reachable' : 'refused';
	if (error instanceof client.ClientError) {
		if (error.cause instanceof Response) return error.cause.status >= 500 ? 'not-reachable' : 'refused';
		return error.code === 'OAUTH_TIMEOUT' ? 'not-reachable' : 'refused';
	}
	return error instanceof TypeError && error.message === 'fetch failed' ? 'not-reachable' : 'refused';
}
