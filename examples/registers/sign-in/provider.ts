// The OpenID Connect provider behind the test sign-in: two clients, made-up accounts, no passwords.
// It asks who you are on every sign-in, so that one browser can be a citizen and an officer in turn.
import { generateKeyPairSync, randomBytes } from "node:crypto";
import Provider, { type Configuration, interactionPolicy, type KoaContextWithOIDC } from "oidc-provider";
import { html, pageHeaders, renderPage } from "../page.ts";
import type { Account } from "./accounts.ts";
import { look } from "./pages.ts";

/** One program that people sign in to. */
export interface Client {
  readonly id: string;
  readonly secret: string;
  /** Where the browser comes back to after signing in. */
  readonly returnAddress: string;
}

/** Where the browser goes after signing out: the front page of the program. */
export function afterSignOut(returnAddress: string): string {
  return `${new URL(returnAddress).origin}/`;
}

/** The provider under this issuer address for these clients and accounts. */
export function createProvider(issuer: string, clients: readonly Client[], accounts: readonly Account[]): Provider {
  const bySubject = new Map(accounts.map((account) => [account.subject, account]));
  const configuration: Configuration = {
    clients: clients.map(({ id, secret, returnAddress }) => ({
      client_id: id,
      client_secret: secret,
      redirect_uris: [returnAddress],
      post_logout_redirect_uris: [afterSignOut(returnAddress)],
      grant_types: ["authorization_code"],
      response_types: ["code"],
    })),
    jwks: { keys: [{ ...freshKey(), use: "sig", alg: "RS256" }] },
    acrValues: ["low", "substantial", "high"],
    claims: { openid: ["sub", "acr"], email: ["email"], profile: ["name"], roles: ["roles"] },
    scopes: ["openid", "email", "profile", "roles"],
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      pushedAuthorizationRequests: { enabled: true },
      // Only to be found by clients: sign-in.ts answers at its address, for nobody stays signed in here.
      rpInitiatedLogout: { enabled: true },
    },
    interactions: { url: (_ctx, interaction) => `/choose/${interaction.uid}`, policy: alwaysAsk() },
    cookies: {
      keys: [randomBytes(32).toString("base64url")],
      names: { session: "test_sign_in", interaction: "test_choosing", resume: "test_resume" },
    },
    findAccount: (_ctx, subject) => {
      const account = bySubject.get(subject);
      return account && { accountId: subject, claims: async () => claimsOf(account) };
    },
    loadExistingGrant,
    renderError: (ctx, _out, error) => renderProblem(ctx, error.message),
    ttl: { AccessToken: 600, AuthorizationCode: 60, IdToken: 600, Grant: 3600, Interaction: 3600, Session: 3600 },
  };
  return new Provider(issuer, configuration);
}

/** A signing key that lives as long as this process. */
function freshKey() {
  return generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" });
}

function claimsOf({ subject, name, email, roles }: Account) {
  return { sub: subject, name, email, ...(roles ? { roles: [...roles] } : {}) };
}

/** The usual policy with one more reason to ask: nobody was chosen in this very sign-in. */
function alwaysAsk(): interactionPolicy.DefaultPolicy {
  const policy = interactionPolicy.base();
  const chosen = new interactionPolicy.Check("choose", "Choose a person", (ctx) => {
    return ctx.oidc.result?.login ? interactionPolicy.Check.NO_NEED_TO_PROMPT : interactionPolicy.Check.REQUEST_PROMPT;
  });
  policy.get("login")?.checks.add(chosen);
  return policy;
}

/** Nobody is asked to consent: both clients belong to the agency that runs the sign-in for itself. */
async function loadExistingGrant(ctx: KoaContextWithOIDC) {
  const { client, session, provider } = ctx.oidc;
  if (!client || !session?.accountId) return undefined;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope("openid email profile roles");
  await grant.save();
  return grant;
}

function send(ctx: KoaContextWithOIDC, page: string): void {
  ctx.set(pageHeaders);
  ctx.body = page;
}

function renderProblem(ctx: KoaContextWithOIDC, message: string): void {
  const body = html`<h1>This sign-in cannot go on</h1><p>Go back to the service and start again.</p><p class="soft">${message}</p>`;
  send(ctx, renderPage({ ...look, title: "This sign-in cannot go on", body }));
}
