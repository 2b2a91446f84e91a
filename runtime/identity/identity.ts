// Signing in and out, and who is signed in: all the server needs to call, without knowing OpenID Connect.
// It decides nothing about what somebody may see or do; that is decided from realm, level and roles elsewhere.
import type { Answers, Identity } from "#contract/facts.ts";
import { hasLevel, type Level, readLevel } from "./level.ts";
import { actorOf, keepSupplied, readParts } from "./parts.ts";
import { faultOf, RealmClient, type SignInFault, type Told } from "./realm.ts";
import { openSealed, type Random, seal } from "./seal.ts";
import {
  createSession,
  deleteSession,
  readSession,
  type Session,
  type SessionStore,
  type SessionSurroundings,
} from "./sessions.ts";
import { defaultLimits, type Realm, type RealmSettings, returnPaths, type SessionLimits } from "./settings.ts";

/** What a register of people says about a subject: connect/people.ts has one over HTTP. */
export type PeopleRegister = (
  subject: string,
) => Promise<{ state: "present" | "absent" | "unavailable"; parts: Answers }>;

/** Everything identity takes from outside. */
export interface IdentitySurroundings {
  readonly realms: Readonly<Record<Realm, RealmSettings>>;
  /** "https://apply.ashby.example", without a slash at the end. */
  readonly publicAddress: string;
  /** The deployment's session secret, at least 32 characters. */
  readonly secret: string;
  readonly store: SessionStore;
  readonly people?: PeopleRegister;
  readonly limits?: Readonly<Record<Realm, SessionLimits>>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly random: Random;
  /** Told why a sign-in did not work, without personal data. */
  readonly log?: (fault: SignInFault, error: unknown) => void;
}

/** Where to send the browser, and the sealed text to put into a short-lived cookie until it comes back. */
export type Begun =
  | { readonly ok: true; readonly goTo: string; readonly pending: string }
  | { readonly ok: false; readonly fault: "unavailable" };

/** What came of a sign-in. `returnTo` is the path on this site that the person was on the way to. */
export type Finished =
  | {
      readonly ok: true;
      /** For the session cookie; a new one at every sign-in and step-up. */
      readonly sessionId: string;
      readonly session: Session;
      readonly returnTo: string;
      /** false: signed in, but not at the level that was asked for. */
      readonly levelReached: boolean;
    }
  | { readonly ok: false; readonly fault: SignInFault | "too-late"; readonly returnTo: string };

/** Somebody the register of people was asked about, with the parts that the level supplies. */
export type FoundPerson =
  | { readonly state: "present"; readonly name: string; readonly identity: Identity }
  | { readonly state: "absent" | "unavailable" };

/** Signing in and out; see the functions' own comments. */
export interface IdentityService {
  /** Starts a sign-in. `level` asks for a level of assurance; when somebody is signed in already it is a step-up. */
  beginSignIn(request: { realm: Realm; returnTo: string; level?: Level; again?: boolean }): Promise<Begun>;
  /**
   * Ends a sign-in: `query` is the address's query as the browser brought it ("code=…&state=…"), `pending` the cookie
   * of beginSignIn, `previous` the id of the session before, which is deleted so that no id outlives a sign-in.
   */
  finishSignIn(request: {
    realm: Realm;
    query: string;
    pending: string | undefined;
    previous?: string | undefined;
  }): Promise<Finished>;
  /** Who an identifier of the citizens' sign-in is, as an officer needs it who begins a case for them. Absent without a register of people. */
  readonly findPerson?: (subject: string, level: Level) => Promise<FoundPerson>;
  /** Who this session id is in this realm; undefined when nobody, or when its time is over. */
  readSession(realm: Realm, sessionId: string | undefined): Promise<Session | undefined>;
  /** Signs out here; gives the provider's own sign-out page when it has one. */
  endSession(realm: Realm, sessionId: string | undefined): Promise<{ goTo: string | undefined }>;
}

/** How long a sign-in may take from leaving to coming back. */
const pendingFor = 15 * 60_000;

interface Pending {
  readonly realm: Realm;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly returnTo: string;
  readonly level: Level | "";
  readonly until: number;
}

/** The identity of one deployment. Nothing is asked of the providers before the first sign-in. */
export function createIdentity(around: IdentitySurroundings): IdentityService {
  const clients: Readonly<Record<Realm, RealmClient>> = {
    citizens: new RealmClient(around.realms.citizens, "openid email profile"),
    officers: new RealmClient(around.realms.officers, "openid email profile roles"),
  };
  const sessions: SessionSurroundings = { ...around, limits: around.limits ?? defaultLimits };
  const returnAddress = (realm: Realm) => `${around.publicAddress}${returnPaths[realm]}`;

  const { people } = around;

  return {
    async beginSignIn({ realm, returnTo, level, again = false }) {
      const text = () => Buffer.from(around.random(32)).toString("base64url");
      const checks = { state: text(), nonce: text(), verifier: text() };
      try {
        const goTo = await clients[realm].authorizationAddress(checks, returnAddress(realm), level, again);
        const pending: Pending = {
          realm,
          ...checks,
          returnTo: pathOnly(returnTo),
          level: level ?? "",
          until: around.now() + pendingFor,
        };
        return { ok: true, goTo, pending: seal(around.secret, "sign-in", pending, around.random) };
      } catch (error) {
        around.log?.("unavailable", error);
        return { ok: false, fault: "unavailable" };
      }
    },

    async finishSignIn({ realm, query, pending, previous }) {
      const begun = pending === undefined ? undefined : openSealed(around.secret, "sign-in", pending);
      if (!isPending(begun) || begun.realm !== realm) return { ok: false, fault: "not-trusted", returnTo: "/" };
      const { returnTo } = begun;
      if (around.now() > begun.until) return { ok: false, fault: "too-late", returnTo };
      let told: Told;
      try {
        told = await clients[realm].finish(begun, `${returnAddress(realm)}?${query.replace(/^\?/, "")}`);
      } catch (error) {
        const fault = faultOf(error);
        around.log?.(fault, error);
        return { ok: false, fault, returnTo };
      }
      const draft = await sessionOf(around, realm, told);
      if (previous) await deleteSession(sessions, previous);
      const { id, session } = await createSession(sessions, draft);
      return {
        ok: true,
        sessionId: id,
        session,
        returnTo,
        levelReached: !begun.level || hasLevel(session.identity.level, begun.level),
      };
    },

    ...(people && { findPerson: (subject: string, level: Level) => findPerson(around, people, subject, level) }),

    readSession: (realm, sessionId) => readSession(sessions, realm, sessionId),

    async endSession(realm, sessionId) {
      const session = await readSession(sessions, realm, sessionId);
      if (!session || !sessionId) return { goTo: undefined };
      await deleteSession(sessions, sessionId);
      try {
        return { goTo: await clients[realm].signOutAddress(session.idToken, `${around.publicAddress}/`) };
      } catch (error) {
        // Signed out here is what counts; the provider's own page is a courtesy that may be out of reach.
        around.log?.("unavailable", error);
        return { goTo: undefined };
      }
    },
  };
}

async function findPerson(
  { now }: IdentitySurroundings,
  people: PeopleRegister,
  subject: string,
  level: Level,
): Promise<FoundPerson> {
  const { state, parts } = await people(subject);
  if (state !== "present") return { state };
  const named = [parts["fullName"], parts["legalName"]].find((name) => typeof name === "string");
  const at = new Date(now()).toISOString();
  const identity: Identity = { subject, level, ...actorOf(parts), at, parts: keepSupplied(parts, level) };
  return { state, name: typeof named === "string" ? named : subject, identity };
}

/** The session for what a provider told, with the parts its level supplies; the register's word wins over the provider's. */
async function sessionOf(around: IdentitySurroundings, realm: Realm, told: Told): Promise<Omit<Session, "formToken">> {
  const settings = around.realms[realm];
  const level = readLevel(told.claims[realm === "citizens" ? settings.claim : "acr"]);
  // Below substantial nearly nothing of the register's answer would be kept, so it is not asked.
  const asks = realm === "citizens" && hasLevel(level, "substantial");
  const known = asks ? await around.people?.(told.subject) : undefined;
  const parts = realm === "citizens" ? keepSupplied({ ...readParts(told.claims), ...known?.parts }, level) : {};
  const identity: Identity = {
    subject: told.subject,
    level,
    ...actorOf(known?.parts ?? {}),
    at: new Date(around.now()).toISOString(),
    parts,
  };
  const name = told.claims["name"];
  return {
    realm,
    identity,
    name: typeof name === "string" && name !== "" ? name : told.subject,
    roles: realm === "officers" ? readRoles(told.claims[settings.claim]) : [],
    register: known?.state ?? "none",
    idToken: told.idToken,
  };
}

function readRoles(claim: unknown): string[] {
  const listed = Array.isArray(claim) ? claim : typeof claim === "string" ? claim.split(" ") : [];
  return listed.filter((role): role is string => typeof role === "string" && role !== "");
}

/** A path on this site; anything that could lead to another site becomes the front page. */
function pathOnly(returnTo: string): string {
  if (!/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(returnTo)) return "/";
  return returnTo;
}

function isPending(value: unknown): value is Pending {
  return typeof value === "object" && value !== null && "verifier" in value && "until" in value && "returnTo" in value;
}
