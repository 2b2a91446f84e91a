// Signs in through the real test sign-in over HTTP, as a browser without scripts would.
import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { RunningRegister } from "../../examples/registers/register.ts";
import { startSignIn } from "../../examples/registers/sign-in.ts";
import { createIdentity, type IdentityService, type IdentitySurroundings } from "./identity.ts";
import type { SessionRow, SessionStore } from "./sessions.ts";

const publicAddress = "http://127.0.0.1:9";
const portalSecret = "portal-secret-that-is-long-enough-for-a-test";
const deskSecret = "desk-secret-that-is-long-enough-for-a-test";
let signIn: RunningRegister;

beforeAll(async () => {
  const clients = [
    { id: "formwork-portal", secret: portalSecret, returnAddress: `${publicAddress}/signed-in` },
    { id: "formwork-desk", secret: deskSecret, returnAddress: `${publicAddress}/desk/signed-in` },
  ];
  signIn = await startSignIn({ port: 0, clients });
});
afterAll(() => signIn.close());

class Rows implements SessionStore {
  readonly rows = new Map<string, SessionRow>();
  async writeSession(row: SessionRow) {
    this.rows.set(row.idHash, row);
  }
  async readSession(idHash: string) {
    return this.rows.get(idHash);
  }
  async touchSession(idHash: string, lastSeenAt: string) {
    const row = this.rows.get(idHash);
    if (row) this.rows.set(idHash, { ...row, lastSeenAt });
  }
  async deleteSession(idHash: string) {
    this.rows.delete(idHash);
  }
}

interface Bench {
  readonly identity: IdentityService;
  readonly store: Rows;
  readonly clock: { now: number };
  readonly faults: string[];
}

function bench(change: Partial<IdentitySurroundings> = {}): Bench {
  const store = new Rows();
  const clock = { now: Date.now() };
  const faults: string[] = [];
  const realms = {
    citizens: { issuer: signIn.address, clientId: "formwork-portal", clientSecret: portalSecret, claim: "acr" },
    officers: { issuer: signIn.address, clientId: "formwork-desk", clientSecret: deskSecret, claim: "roles" },
  };
  const identity = createIdentity({
    realms,
    publicAddress,
    secret: "0123456789abcdef0123456789abcdef",
    store,
    now: () => clock.now,
    random: (count) => randomBytes(count),
    log: (fault) => faults.push(fault),
    ...change,
  });
  return { identity, store, clock, faults };
}

/** Follows the provider's pages until it sends the browser back to us; gives the query it brings. */
async function choose(goTo: string, subject: string): Promise<string> {
  const jar = new Map<string, string>();
  let response = await browse(goTo, jar);
  const place = new URL(response.headers.get("location") ?? "", goTo);
  const page = await (await browse(place.href, jar)).text();
  expect(page).toContain("Who do you want to be?");
  response = await browse(place.href, jar, new URLSearchParams({ subject }));
  for (let hops = 0; hops < 5; hops += 1) {
    const next = new URL(response.headers.get("location") ?? "", signIn.address);
    if (next.origin === publicAddress) return next.search;
    response = await browse(next.href, jar);
  }
  throw new Error("The provider never sent the browser back.");
}

async function browse(address: string, jar: Map<string, string>, form?: URLSearchParams): Promise<Response> {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
  const response = await fetch(address, {
    redirect: "manual",
    headers: { cookie },
    ...(form ? { method: "POST", body: form } : {}),
  });
  for (const line of response.headers.getSetCookie()) {
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    jar.set(name, value);
  }
  return response;
}

async function begin({ identity }: Bench, realm: "citizens" | "officers" = "citizens", level?: "substantial" | "high") {
  const begun = await identity.beginSignIn({ realm, returnTo: "/apply/parking?page=2", ...(level ? { level } : {}) });
  if (!begun.ok) throw new Error("The sign-in did not begin.");
  return begun;
}

async function signedIn(
  on: Bench,
  subject: string,
  realm: "citizens" | "officers" = "citizens",
  level?: "substantial" | "high",
) {
  const { goTo, pending } = await begin(on, realm, level);
  const finished = await on.identity.finishSignIn({ realm, query: await choose(goTo, subject), pending });
  if (!finished.ok) throw new Error(finished.fault);
  return finished;
}

const rhian = "person-7f3a91c2";
const amina = "person-90aa3f1e";

test("a citizen signs in with the asked level, comes back to the page, and the register's parts win over the provider's", async () => {
  const asked: string[] = [];
  const people = async (subject: string) => {
    asked.push(subject);
    return {
      state: "present" as const,
      parts: { address: { line1: "14 Canal Street", postcode: "AS1 4QT" }, email: "from.register@mail.example" },
    };
  };
  const on = bench({ people });
  const { session, returnTo, levelReached, sessionId } = await signedIn(on, rhian, "citizens", "substantial");
  expect({ returnTo, levelReached, asked }).toEqual({
    returnTo: "/apply/parking?page=2",
    levelReached: true,
    asked: [rhian],
  });
  expect(session.identity).toMatchObject({ subject: rhian, level: "substantial", kind: "person" });
  expect(session.identity.parts).toEqual({
    fullName: "Rhian Ellis",
    email: "from.register@mail.example",
    address: { line1: "14 Canal Street", postcode: "AS1 4QT" },
  });
  expect(session.roles).toEqual([]);
  expect(await on.identity.readSession("citizens", sessionId)).toEqual(session);
  expect(await on.identity.readSession("officers", sessionId)).toBeUndefined();
});

test("somebody known at level low gets only what low supplies, and the register is not asked", async () => {
  const on = bench({ people: () => Promise.reject(new Error("must not be asked")) });
  const { session, levelReached } = await signedIn(on, amina, "citizens", "substantial");
  expect(levelReached).toBe(false);
  expect(session.identity.level).toBe("low");
  expect(session.identity.parts).toEqual({ email: "amina.yusuf@mail.example" });
});

test("whom an officer names is found in the register of people, with the parts of the level; without a register nobody is", async () => {
  const parts = { fullName: "Rhian Ellis", phone: "01632 960018", kind: "business" };
  const people = async (subject: string) =>
    subject === rhian ? { state: "present" as const, parts } : { state: "absent" as const, parts: {} };
  const { identity } = bench({ people });
  expect(await identity.findPerson?.(rhian, "low")).toMatchObject({
    state: "present",
    name: "Rhian Ellis",
    identity: { subject: rhian, level: "low", kind: "business", isKindKnown: true, parts: { phone: "01632 960018" } },
  });
  expect(await identity.findPerson?.(rhian, "low")).not.toHaveProperty("identity.parts.fullName");
  expect(await identity.findPerson?.("nobody", "high")).toEqual({ state: "absent" });
  expect(bench().identity.findPerson).toBeUndefined();
});

test("an officer's roles come from the claim, and no parts of an identity are kept", async () => {
  const { session } = await signedIn(bench(), "officer-owen-marsh", "officers");
  expect(session).toMatchObject({ name: "Owen Marsh", roles: ["parking-officer"], identity: { parts: {} } });
});

test("a citizen cannot be chosen at the desk, nor the other way round", async () => {
  const on = bench();
  const { goTo, pending } = await begin(on, "officers");
  const finished = await on.identity.finishSignIn({ realm: "officers", query: await choose(goTo, rhian), pending });
  expect(finished).toMatchObject({ ok: false, fault: "declined" });
});

test("a step-up gives a new session id and the old one is gone", async () => {
  const on = bench();
  const first = await signedIn(on, "person-c51d6680");
  const { goTo, pending } = await begin(on, "citizens", "high");
  const query = await choose(goTo, "person-c51d6680");
  const second = await on.identity.finishSignIn({ realm: "citizens", query, pending, previous: first.sessionId });
  if (!second.ok) throw new Error(second.fault);
  expect(second.session.identity.level).toBe("high");
  expect(second.sessionId).not.toBe(first.sessionId);
  expect(await on.identity.readSession("citizens", first.sessionId)).toBeUndefined();
  expect(on.store.rows.size).toBe(1);
});

test("saying no, coming too late, and coming without the cookie are told apart", async () => {
  const on = bench();
  const declined = await begin(on);
  const no = await on.identity.finishSignIn({
    realm: "citizens",
    query: await choose(declined.goTo, ""),
    pending: declined.pending,
  });
  expect(no).toEqual({ ok: false, fault: "declined", returnTo: "/apply/parking?page=2" });
  const late = await begin(on);
  const query = await choose(late.goTo, rhian);
  on.clock.now += 16 * 60_000;
  expect(await on.identity.finishSignIn({ realm: "citizens", query, pending: late.pending })).toMatchObject({
    fault: "too-late",
  });
  expect(await on.identity.finishSignIn({ realm: "citizens", query, pending: undefined })).toMatchObject({
    fault: "not-trusted",
  });
});

test("another state, another sign-in's cookie, another realm's cookie, a used code: none is trusted", async () => {
  const on = bench();
  const mine = await begin(on);
  const other = await begin(on);
  const query = await choose(mine.goTo, rhian);
  const forged = query.replace(/state=[^&]+/, "state=forged");
  const finish = (realm: "citizens" | "officers", text: string, pending: string) =>
    on.identity.finishSignIn({ realm, query: text, pending });
  expect(await finish("citizens", forged, mine.pending)).toMatchObject({ ok: false, fault: "not-trusted" });
  expect(await finish("citizens", query, other.pending)).toMatchObject({ ok: false, fault: "not-trusted" });
  expect(await finish("officers", query, mine.pending)).toMatchObject({ ok: false, fault: "not-trusted" });
  expect(await finish("citizens", query, `${mine.pending.slice(0, -2)}AA`)).toMatchObject({
    ok: false,
    fault: "not-trusted",
  });
  expect(await finish("citizens", query, mine.pending)).toMatchObject({ ok: true });
  expect(await finish("citizens", query, mine.pending)).toMatchObject({ ok: false, fault: "not-trusted" });
});

test("an ID token for another nonce is not trusted", async () => {
  const on = bench();
  const mine = await begin(on);
  const query = await choose(mine.goTo, rhian);
  // The same state and verifier with another nonce can only be made with the secret: so we make it, as a broken provider would.
  const { openSealed, seal } = await import("./seal.ts");
  const secret = "0123456789abcdef0123456789abcdef";
  const opened = openSealed(secret, "sign-in", mine.pending);
  const changed = seal(secret, "sign-in", { ...(opened instanceof Object ? opened : {}), nonce: "another" }, (count) =>
    randomBytes(count),
  );
  expect(await on.identity.finishSignIn({ realm: "citizens", query, pending: changed })).toMatchObject({
    fault: "not-trusted",
  });
});

test("only paths on this site are come back to", async () => {
  const on = bench();
  for (const returnTo of [
    "//evil.example",
    "https://evil.example",
    "/\\evil.example",
    "javascript:alert(1)",
    "/a\nb",
  ]) {
    const begun = await on.identity.beginSignIn({ realm: "citizens", returnTo });
    if (!begun.ok) throw new Error("The sign-in did not begin.");
    const finished = await on.identity.finishSignIn({
      realm: "citizens",
      query: "error=access_denied",
      pending: begun.pending,
    });
    expect(finished.ok ? finished : finished.returnTo).toBe("/");
  }
});

test("sessions end when idle, at their absolute limit, and when signed out", async () => {
  const on = bench();
  const idle = await signedIn(on, rhian);
  on.clock.now += 61 * 60_000;
  expect(await on.identity.readSession("citizens", idle.sessionId)).toBeUndefined();
  const long = await signedIn(on, rhian);
  for (let hours = 0; hours < 11.5; hours += 0.5) {
    on.clock.now += 30 * 60_000;
    expect(await on.identity.readSession("citizens", long.sessionId)).toBeDefined();
  }
  on.clock.now += 31 * 60_000;
  expect(await on.identity.readSession("citizens", long.sessionId)).toBeUndefined();
  const left = await signedIn(on, rhian);
  const { goTo } = await on.identity.endSession("citizens", left.sessionId);
  expect(goTo).toContain("/session/end?");
  expect(await on.identity.readSession("citizens", left.sessionId)).toBeUndefined();
  expect(on.store.rows.size).toBe(0);
});

test("the store holds neither ids nor anything readable about a person", async () => {
  const on = bench();
  const { sessionId } = await signedIn(on, rhian);
  const kept = JSON.stringify([...on.store.rows.values()]);
  for (const secret of [sessionId, "Rhian", rhian, "mail.example"]) expect(kept).not.toContain(secret);
});

test("nonsense for a session id is nobody", async () => {
  const on = bench();
  for (const id of ["", "x", "../..", "a".repeat(43), "é".repeat(43), "a".repeat(100_000)]) {
    expect(await on.identity.readSession("citizens", id)).toBeUndefined();
  }
});

test("a provider that is down, or answers nonsense, is said to be unavailable, and works again once it is back", async () => {
  const server = createServer((_request, response) => response.writeHead(503).end("down"));
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const bound = server.address();
  const port = bound && typeof bound === "object" ? bound.port : 0;
  const settings = { issuer: `http://127.0.0.1:${port}`, clientId: "a", clientSecret: "b", claim: "acr", timeout: 300 };
  const on = bench({ realms: { citizens: settings, officers: settings } });
  expect(await on.identity.beginSignIn({ realm: "citizens", returnTo: "/" })).toEqual({
    ok: false,
    fault: "unavailable",
  });
  await new Promise<void>((done) => server.close(() => done()));
  expect(await on.identity.beginSignIn({ realm: "citizens", returnTo: "/" })).toEqual({
    ok: false,
    fault: "unavailable",
  });
  const back = await startSignIn({
    port,
    clients: [{ id: "a", secret: "b", returnAddress: `${publicAddress}/signed-in` }],
  });
  expect(await on.identity.beginSignIn({ realm: "citizens", returnTo: "/" })).toMatchObject({ ok: true });
  await back.close();
});

test("plain http is for this machine only", async () => {
  const { problemOfIssuer } = await import("./settings.ts");
  expect(problemOfIssuer("http://sign-in.example")).toContain("must begin with https");
  expect(problemOfIssuer("sign-in")).toContain("not an address");
  expect(problemOfIssuer("https://sign-in.example")).toBeUndefined();
  expect(problemOfIssuer("http://127.0.0.1:4401")).toBeUndefined();
  const settings = { issuer: "http://sign-in.example", clientId: "a", clientSecret: "b", claim: "acr" };
  expect(
    await bench({ realms: { citizens: settings, officers: settings } }).identity.beginSignIn({
      realm: "citizens",
      returnTo: "/",
    }),
  ).toMatchObject({ ok: false });
});
