// One OpenID Connect provider, as its client: where to send the browser, and what the provider says when it comes back.
// Code flow with PKCE S256, state and nonce; a pushed authorization request where the provider takes one (RFC 9126).
import * as openid from "openid-client";
import { isThisMachine, type RealmSettings } from "./settings.ts";

/** What one sign-in under way must remember until the browser comes back. */
export interface Checks {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Everything the provider says about who signed in: claims of the ID token and of its user-info endpoint. */
export interface Told {
  readonly claims: Readonly<Record<string, unknown>>;
  readonly subject: string;
  readonly idToken: string;
}

/** A client of one provider. Discovery happens at the first sign-in and again after it did not work. */
export class RealmClient {
  readonly #settings: RealmSettings;
  readonly #scope: string;
  #discovered: Promise<openid.Configuration> | undefined;

  constructor(settings: RealmSettings, scope: string) {
    this.#settings = settings;
    this.#scope = settings.scope ?? scope;
  }

  /** The address to send the browser to. `level` asks for a level of assurance; `again` asks even somebody already signed in. */
  async authorizationAddress(
    checks: Checks,
    returnAddress: string,
    level: string | undefined,
    again: boolean,
  ): Promise<string> {
    const configuration = await this.#discover();
    const parameters = {
      redirect_uri: returnAddress,
      response_type: "code",
      scope: this.#scope,
      state: checks.state,
      nonce: checks.nonce,
      code_challenge: await openid.calculatePKCECodeChallenge(checks.verifier),
      code_challenge_method: "S256",
      ...(level ? { acr_values: level } : {}),
      ...(again ? { prompt: "login" } : {}),
    };
    const pushes = configuration.serverMetadata().pushed_authorization_request_endpoint !== undefined;
    const address = pushes
      ? await openid.buildAuthorizationUrlWithPAR(configuration, parameters)
      : openid.buildAuthorizationUrl(configuration, parameters);
    return address.href;
  }

  /** Trades the code for what the provider tells. Throws when anything does not fit: state, nonce, issuer, signature, time. */
  async finish(checks: Checks, currentAddress: string): Promise<Told> {
    const configuration = await this.#discover();
    const tokens = await openid.authorizationCodeGrant(configuration, new URL(currentAddress), {
      expectedState: checks.state,
      expectedNonce: checks.nonce,
      pkceCodeVerifier: checks.verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims || !tokens.id_token) throw new Error("The provider sent no ID token.");
    const more = configuration.serverMetadata().userinfo_endpoint
      ? await openid.fetchUserInfo(configuration, tokens.access_token, claims.sub)
      : {};
    // The ID token is signed and wins, above all for the level of assurance.
    return { claims: { ...more, ...claims }, subject: claims.sub, idToken: tokens.id_token };
  }

  /** Where to send the browser to sign out at the provider too, if the provider can do that. */
  async signOutAddress(idToken: string | undefined, afterwards: string): Promise<string | undefined> {
    const configuration = await this.#discover();
    if (!configuration.serverMetadata().end_session_endpoint) return undefined;
    return openid.buildEndSessionUrl(configuration, {
      post_logout_redirect_uri: afterwards,
      ...(idToken ? { id_token_hint: idToken } : {}),
    }).href;
  }

  #discover(): Promise<openid.Configuration> {
    this.#discovered ??= this.#askProvider().catch((error: unknown) => {
      this.#discovered = undefined;
      throw error;
    });
    return this.#discovered;
  }

  #askProvider(): Promise<openid.Configuration> {
    const { issuer, clientId, clientSecret, timeout = 5000 } = this.#settings;
    const server = new URL(issuer);
    const plain = server.protocol === "http:" && isThisMachine(server.hostname);
    return openid.discovery(server, clientId, clientSecret, openid.ClientSecretBasic(clientSecret), {
      timeout: timeout / 1000,
      ...(plain ? { execute: [openid.allowInsecureRequests] } : {}),
    });
  }
}

/**
 * Why a sign-in did not work: the person said no; the provider cannot be reached; or what came back is not to be
 * trusted (another state, nonce, issuer or signature, an old or used code).
 */
export type SignInFault = "declined" | "unavailable" | "not-trusted";

/** Reads an error that RealmClient threw. */
export function faultOf(error: unknown): SignInFault {
  if (error instanceof openid.AuthorizationResponseError)
    return error.error === "access_denied" ? "declined" : "not-trusted";
  if (error instanceof openid.ResponseBodyError) return error.status >= 500 ? "unavailable" : "not-trusted";
  if (error instanceof openid.ClientError) return isOutage(error) ? "unavailable" : "not-trusted";
  if (error instanceof TypeError && error.message === "fetch failed") return "unavailable";
  return "not-trusted";
}

function isOutage(error: openid.ClientError): boolean {
  if (error.code === "OAUTH_TIMEOUT" || error.code === "OAUTH_ABORT") return true;
  const { cause } = error;
  if (cause instanceof Response) return cause.status >= 500;
  return cause instanceof TypeError && cause.message === "fetch failed";
}
