// Sessions: an opaque id in the browser's cookie, a sealed record in the store. The store sees neither the id (only its
// SHA-256) nor whose session it is: the record is sealed under a key that needs the id and the deployment's secret.
import { createHash } from "node:crypto";
import type { Identity } from "#contract/facts.ts";
import { openSealed, type Random, seal } from "./seal.ts";
import type { Realm, SessionLimits } from "./settings.ts";

/** Who is signed in. Identity holds all parts the level supplies; cut it with identityFor before a service sees it. */
export interface Session {
  readonly realm: Realm;
  readonly identity: Identity;
  /** For greeting and signing work, "Owen Marsh"; officers' names stand on decisions. */
  readonly name: string;
  /** Officers only; citizens have none. */
  readonly roles: readonly string[];
  /** Goes into every form and comes back with it, against forged posts. */
  readonly formToken: string;
  /** What the identity register said after sign-in; "none" when the deployment binds none. */
  readonly register: "present" | "absent" | "unavailable" | "none";
  /** Lets the provider know which of its sessions to end. */
  readonly idToken?: string;
}

/** One row of the store. Instants are ISO text. */
export interface SessionRow {
  /** SHA-256 of the id, base64url. */
  readonly idHash: string;
  readonly sealed: string;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  /** The store may delete the row from then on. */
  readonly expiresAt: string;
}

/** What sessions need of the store. */
export interface SessionStore {
  writeSession(row: SessionRow): Promise<void>;
  readSession(idHash: string): Promise<SessionRow | undefined>;
  touchSession(idHash: string, lastSeenAt: string): Promise<void>;
  deleteSession(idHash: string): Promise<void>;
}

/** Everything sessions take from outside. */
export interface SessionSurroundings {
  readonly store: SessionStore;
  readonly secret: string;
  readonly limits: Readonly<Record<Realm, SessionLimits>>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly random: Random;
}

/** Writing "last seen" on every request would be a durable write per page: once a minute is enough for an idle limit. */
const touchAfter = 60_000;

/** Keeps a new session; gives the id for the cookie, which is kept nowhere. */
export async function createSession(
  around: SessionSurroundings,
  session: Omit<Session, "formToken">,
): Promise<{ id: string; session: Session }> {
  const id = base64(around.random(32));
  const whole: Session = { ...session, formToken: base64(around.random(24)) };
  const now = around.now();
  await around.store.writeSession({
    idHash: hashOf(id),
    sealed: seal(around.secret, purposeOf(id), whole, around.random),
    createdAt: instant(now),
    lastSeenAt: instant(now),
    expiresAt: instant(now + around.limits[session.realm].absolute),
  });
  return { id, session: whole };
}

/** The session of this id, if it is of this realm and neither limit has passed. A session past its limit is deleted. */
export async function readSession(
  around: SessionSurroundings,
  realm: Realm,
  id: string | undefined,
): Promise<Session | undefined> {
  if (!id || !/^[\w-]{43}$/.test(id)) return undefined;
  const row = await around.store.readSession(hashOf(id));
  if (!row) return undefined;
  const session = openSealed(around.secret, purposeOf(id), row.sealed);
  if (!isSession(session) || session.realm !== realm) return undefined;
  const now = around.now();
  const { idle, absolute } = around.limits[realm];
  if (now >= Date.parse(row.createdAt) + absolute || now >= Date.parse(row.lastSeenAt) + idle) {
    await around.store.deleteSession(row.idHash);
    return undefined;
  }
  if (now - Date.parse(row.lastSeenAt) >= touchAfter) await around.store.touchSession(row.idHash, instant(now));
  return session;
}

/** Forgets the session; harmless when there is none. */
export async function deleteSession(around: SessionSurroundings, id: string): Promise<void> {
  await around.store.deleteSession(hashOf(id));
}

/** Only we can seal, so the shape is what createSession wrote; this guards against records of an older release. */
function isSession(value: unknown): value is Session {
  return (
    typeof value === "object" &&
    value !== null &&
    "realm" in value &&
    "identity" in value &&
    "formToken" in value &&
    "roles" in value
  );
}

function purposeOf(id: string): string {
  return `session ${id}`;
}

/** SHA-256 of an id, as the store knows it. */
export function hashOf(id: string): string {
  return createHash("sha256").update(id).digest("base64url");
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64url");
}

function instant(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
