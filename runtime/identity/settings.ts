// What identity needs to be told about a deployment. Secrets are already looked up; lengths are milliseconds.

/** Two separate realms: people who apply, and people who decide. A session of one never counts in the other. */
export type Realm = "citizens" | "officers";

/** One OpenID Connect provider as the deployment binds it. */
export interface RealmSettings {
  /** "https://sign-in.example"; http only on this machine. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The claim that names the level of assurance (citizens, usually "acr") or lists the roles (officers, "roles"). */
  readonly claim: string;
  /** What is asked for, "openid email profile" (officers: and "roles") when not said. */
  readonly scope?: string;
  /** How long the provider may take to answer; 5 seconds when not said. */
  readonly timeout?: number;
}

/** How long sessions last, in milliseconds. */
export interface SessionLimits {
  /** Without a request. */
  readonly idle: number;
  /** Since signing in, whatever happens. */
  readonly absolute: number;
}

export const defaultLimits: Readonly<Record<Realm, SessionLimits>> = {
  citizens: { idle: 60 * 60_000, absolute: 12 * 3_600_000 },
  officers: { idle: 30 * 60_000, absolute: 10 * 3_600_000 },
};

/** Where the provider sends the browser back to, below the public address. */
export const returnPaths: Readonly<Record<Realm, string>> = {
  citizens: "/signed-in",
  officers: "/desk/signed-in",
};

/** Says what is wrong with an issuer address, or nothing. Plain http would let anybody on the way sign in as anybody. */
export function problemOfIssuer(issuer: string): string | undefined {
  if (!URL.canParse(issuer))
    return `"${issuer}" is not an address. Write it in full, for example https://sign-in.example`;
  const { protocol, hostname } = new URL(issuer);
  if (protocol === "https:" || (protocol === "http:" && isThisMachine(hostname))) return undefined;
  return `${issuer} must begin with https. Only an issuer on this machine (127.0.0.1 or localhost) may use http.`;
}

/** Whether a host name can only mean this machine. */
export function isThisMachine(hostname: string): boolean {
  return hostname === "127.0.0.1" || hostname === "localhost" || hostname === "[::1]";
}
