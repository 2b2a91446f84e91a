// What every embodiment of the store must do, as one suite: SQLite runs it now, PostgreSQL can join by giving its own `open`.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Case, Issued } from "#routing/case.ts";
import type { NewDue, Store, StoredCase } from "../store.ts";
import { emptyCase, step } from "./steps.ts";

/** Opens an empty store; `reopen` gives the same data through a new connection. */
export interface Embodiment {
  readonly name: string;
  readonly open: () => Promise<{ store: Store; reopen: () => Promise<Store>; remove: () => Promise<void> }>;
}

const at = "2026-06-01T08:00:00.000Z";

function due(key: string, when: string): NewDue {
  return { key, kind: "effect", caseId: "one", at: when, payload: "{}" };
}

/** Runs the suite. */
export function checkStore(embodiment: Embodiment): void {
  describe(embodiment.name, () => {
    let opened: Awaited<ReturnType<Embodiment["open"]>>;
    let store: Store;
    beforeEach(async () => {
      opened = await embodiment.open();
      store = opened.store;
    });
    afterEach(() => opened.remove());

    test("a step is written whole, and a second one on the old version is a conflict", async () => {
      expect(await store.transition("one", step(0, { due: [due("one/a", at)] }))).toEqual({
        done: "written",
        version: 1,
      });
      expect(await store.transition("one", step(0))).toEqual({ done: "conflict", version: 1 });
      expect((await store.readCase("one"))?.version).toBe(1);
      expect((await store.readCaseByNumber("C-1"))?.caseId).toBe("one");
      expect(await store.readEvents("one")).toHaveLength(1);
    });

    test("of many at once on one version exactly one is written; a broken one harms no other", async () => {
      const all = await Promise.allSettled([
        ...Array.from({ length: 8 }, () => store.transition("one", step(0))),
        store.transition("two", step(0, { case: emptyCase("C-2") })),
        store.transition("three", step(0, { case: emptyCase("C-2") })),
      ]);
      const written = all.filter((one) => one.status === "fulfilled" && one.value.done === "written");
      expect(written).toHaveLength(2);
      expect(all.filter((one) => one.status === "rejected")).toHaveLength(1);
      expect(await store.readCase("three")).toBeUndefined();
      expect(await store.readEvents("three")).toEqual([]);
    });

    test("the same command twice is done once", async () => {
      await store.transition("one", step(0, { onceKey: "send/x" }));
      expect(await store.transition("two", step(0, { onceKey: "send/x" }))).toEqual({
        done: "repeated",
        caseId: "one",
      });
      expect(await store.readCase("two")).toBeUndefined();
    });

    test("of many at once no more cases are written than the service may have; a later step of one is no new case", async () => {
      const atMost = { service: emptyCase("C-0").service, cases: 2 };
      const sent = await Promise.all(
        [1, 2, 3, 4].map((at) => store.transition(`case-${at}`, step(0, { case: emptyCase(`C-${at}`), atMost }))),
      );
      expect(sent.map(({ done }) => done)).toEqual(["written", "written", "full", "full"]);
      expect(await store.readEvents("case-3")).toEqual([]);
      expect(await store.transition("case-1", step(1, { case: emptyCase("C-1"), atMost }))).toMatchObject({
        version: 2,
      });
    });

    test("events are chained, and values stand apart from them", async () => {
      for (let version = 0; version < 5; version += 1) await store.transition("one", step(version));
      const events = await store.readEvents("one", 2);
      expect(events.map(({ number }) => number)).toEqual([3, 4, 5]);
      expect(JSON.stringify(events.map(({ values: _apart, ...event }) => event))).not.toContain("Rhian");
      expect(await store.verifyChain("one")).toBeUndefined();
    });

    test("values that are erased are gone from the log, inboxes and files of that case only, and the chain proves itself", async () => {
      const file = { id: "letter", sha256: "x" };
      const holding = { ...emptyCase("C-1"), answers: { letter: file } };
      const message = {
        id: "one/effect-1",
        to: "driver",
        caseId: "one",
        at,
        subject: "S",
        body: "Rhian",
        language: "en",
      };
      await store.transition("one", step(0, { case: holding, messages: [message] }));
      await store.transition(
        "two",
        step(0, { case: emptyCase("C-2"), messages: [{ ...message, id: "two/effect-1", caseId: "two" }] }),
      );
      const claimed = { type: "claimed", at, details: {}, values: '{"by":"Olu"}' };
      await store.transition("one", step(1, { case: holding, events: [claimed] }));
      await store.transition("one", step(2, { events: [], erases: { all: false, messages: ["one/none"] } }));
      expect((await store.readEvents("one")).flatMap(({ values }) => values ?? [])).toEqual([]);
      expect(await store.isFileHeld("letter")).toBe(false);
      expect(await store.readInbox("driver")).toHaveLength(2);
      await store.transition("one", step(3, { events: [], erases: { all: true, messages: [] } }));
      expect((await store.readEvents("one")).flatMap(({ values }) => values ?? [])).toEqual([]);
      expect((await store.readInbox("driver")).map(({ caseId }) => caseId)).toEqual(["two"]);
      expect((await store.readEvents("two"))[0]?.values).toContain("Rhian");
      expect(await store.verifyChain("one")).toBeUndefined();
    });

    test("due work is held by one owner until the lease is over, then taken over; the old owner's finish is refused", async () => {
      await store.transition("one", step(0, { due: [due("one/a", at), due("one/b", "2026-06-02T08:00:00.000Z")] }));
      const [first] = await store.claimDue("worker-1", at, 5_000, 10);
      expect(first).toMatchObject({ key: "one/a", tries: 1 });
      expect(await store.claimDue("worker-2", "2026-06-01T08:00:04.000Z", 5_000, 10)).toEqual([]);
      const [second] = await store.claimDue("worker-2", "2026-06-01T08:00:05.000Z", 5_000, 10);
      expect(second).toMatchObject({ key: "one/a", tries: 2, owner: "worker-2" });
      if (!first || !second) throw new Error("Nothing was claimed.");
      expect(await store.finishDue(first)).toBe(false);
      expect(await store.transition("one", step(1, { finishes: first }))).toEqual({ done: "lost" });
      expect(await store.transition("one", step(1, { finishes: second }))).toEqual({ done: "written", version: 2 });
      expect(await store.nextDueAt("2026-06-01T08:00:05.000Z")).toBe("2026-06-02T08:00:00.000Z");
    });

    test("what an owner holds can be freed at once, and only that; its finish is refused then", async () => {
      await store.transition("one", step(0, { due: [due("one/a", at), due("one/b", at)] }));
      const [held] = await store.claimDue("gone", at, 60_000, 1);
      const [kept] = await store.claimDue("alive", at, 60_000, 1);
      expect((await store.leaseOwners()).sort()).toEqual(["alive", "gone"]);
      expect(await store.releaseLeases("gone")).toBe(1);
      expect(held && (await store.finishDue(held))).toBe(false);
      expect((await store.claimDue("next", at, 60_000, 10)).map(({ key }) => key)).toEqual([held?.key]);
      expect(kept && (await store.finishDue(kept))).toBe(true);
    });

    test("a lease given by a clock that ran ahead does not hold work for years", async () => {
      await store.transition("one", step(0, { due: [due("one/a", at)] }));
      expect(await store.claimDue("ahead", "2031-06-01T08:00:00.000Z", 5_000, 10)).toHaveLength(1);
      expect(await store.claimDue("right", at, 5_000, 10)).toHaveLength(1);
    });

    test("work that is moved is taken from who holds it", async () => {
      await store.transition("one", step(0, { due: [due("one/clock", at)] }));
      const [held] = await store.claimDue("worker", at, 5_000, 10);
      await store.transition("one", step(1, { due: [due("one/clock", "2026-07-01T08:00:00.000Z")] }));
      expect(held && (await store.finishDue(held))).toBe(false);
      expect(await store.nextDueAt(at)).toBe("2026-07-01T08:00:00.000Z");
    });

    test("poison work ends as an incident, and a person can have it tried again", async () => {
      await store.transition("one", step(0, { due: [due("one/a", at)] }));
      const [held] = await store.claimDue("worker", at, 5_000, 10);
      if (!held) throw new Error("Nothing was claimed.");
      const incident = {
        id: "i",
        caseId: "one",
        at,
        what: "No answer.",
        due: due("one/a", at),
        state: "open",
      } as const;
      expect(await store.failDue(held, incident)).toBe(true);
      expect(await store.failDue(held, incident)).toBe(false);
      expect(await store.nextDueAt(at)).toBeUndefined();
      expect(await store.findIncidents()).toMatchObject([{ what: "No answer.", state: "open" }]);
      expect(await store.retryIncident("i", at)).toBe(true);
      expect(await store.retryIncident("i", at)).toBe(false);
      expect(await store.claimDue("worker", at, 5_000, 10)).toMatchObject([{ key: "one/a", tries: 1 }]);
    });

    test("a draft is saved only on the version it was read at, and goes when it is sent", async () => {
      const draft = {
        draftId: "d",
        owner: "driver",
        service: "permit",
        definition: "hash",
        version: 0,
        content: "{}",
        changedAt: at,
      };
      expect(await store.saveDraft(draft)).toBe(1);
      expect(await store.saveDraft(draft)).toBeUndefined();
      expect(await store.saveDraft({ ...draft, version: 1, content: '{"a":1}' })).toBe(2);
      expect(await store.findDrafts("driver")).toMatchObject([{ version: 2, content: '{"a":1}' }]);
      await store.transition("one", step(0, { fromDraft: "d" }));
      expect(await store.readDraft("d")).toBeUndefined();
    });

    test("drafts nobody has changed since an instant are swept, the others stay", async () => {
      const draft = { owner: "driver", service: "permit", definition: "hash", version: 0, content: "{}" };
      await store.saveDraft({ ...draft, draftId: "old", changedAt: "2026-05-31T23:59:59.999Z" });
      await store.saveDraft({ ...draft, draftId: "new", changedAt: at });
      expect(await store.sweepDrafts(at)).toBe(1);
      expect((await store.findDrafts("driver")).map(({ draftId }) => draftId)).toEqual(["new"]);
    });

    test("a file is held while a draft or a case has it, wherever it stands in them", async () => {
      const file = (id: string) => ({ id, name: "a.pdf", size: 3, mediaType: "application/pdf", sha256: "x" });
      const draft = { draftId: "d", owner: "driver", service: "permit", definition: "hash", version: 0, changedAt: at };
      await store.saveDraft({
        ...draft,
        content: JSON.stringify({ answers: { letters: [{ one: file("in-draft") }] } }),
      });
      const present = { ...emptyCase("C-1"), answers: { letter: file("in-case") } };
      await store.transition("one", step(0, { case: present }));
      const held = await Promise.all(["in-draft", "in-case", "in-dra", "nowhere"].map((id) => store.isFileHeld(id)));
      expect(held).toEqual([true, true, false, false]);
      await store.deleteDraft("d");
      expect(await store.isFileHeld("in-draft")).toBe(false);
    });

    test("the work list is found by role, soonest due first, each task once", async () => {
      const task = (taskId: string, dueAt?: string) => ({
        caseId: "one",
        taskId,
        service: "permit",
        number: "C-1",
        stage: "review",
        roles: ["officer", "judge"],
        state: "open" as const,
        openedAt: at,
        late: false,
        ...(dueAt ? { dueAt } : {}),
      });
      await store.transition(
        "one",
        step(0, {
          tasks: [task("never"), task("later", "2026-06-09T00:00:00.000Z"), task("soon", "2026-06-02T00:00:00.000Z")],
        }),
      );
      const found = await store.findTasks({ roles: ["judge", "officer"] });
      expect(found.map(({ taskId }) => taskId)).toEqual(["soon", "later", "never"]);
      expect(await store.findTasks({ roles: ["manager"] })).toEqual([]);
      await store.transition("one", step(1));
      expect(await store.findTasks({ roles: ["judge"] })).toEqual([]);
    });

    test("a person's licences come newest first, all or those valid on a day; nobody else's", async () => {
      const issued = (id: string, validFrom: string, more: Partial<Issued> = {}): Issued => {
        return { id, credential: "card", claims: {}, validFrom, status: "valid", ...more };
      };
      const of = (number: string, licences: Issued[], more: Partial<Case> = {}) =>
        step(0, { case: { ...emptyCase(number), issued: licences, ...more } });
      // Ids are such that neither the case's nor the licence's own order is that of time.
      await store.transition("b", of("C-1", [issued("issued-9", "2026-01-01"), issued("issued-10", "2026-01-01")]));
      await store.transition(
        "a",
        of("C-2", [issued("issued-1", "2025-01-01", { endDate: "2025-12-31" })], {
          sentAt: "2025-01-01T08:00:00.000Z",
        }),
      );
      await store.transition("c", of("C-3", [issued("issued-1", "2026-03-01", { status: "suspended" })]));
      await store.transition(
        "d",
        of("C-4", [issued("issued-1", "2026-01-01")], { sentAt: "2026-01-02T08:00:00.000Z" }),
      );
      const other = { kind: "applicant", id: "somebody-else" } as const;
      await store.transition("e", of("C-5", [issued("issued-1", "2026-04-01")], { applicant: other }));
      const found = async (on?: string) =>
        (await store.findIssued("driver", on)).map(({ caseId, id }) => `${caseId} ${id}`);
      expect(await found()).toEqual(["c issued-1", "b issued-10", "b issued-9", "d issued-1", "a issued-1"]);
      expect(await found("2026-05-01")).toEqual(["b issued-10", "b issued-9", "d issued-1"]);
      expect(await found("2025-12-31")).toEqual(["a issued-1"]);
      expect(await found("2024-12-31")).toEqual([]);
    });

    test("what a licence is found under is replaced by every step that says so; all keys must fit, and work that is held is taken back", async () => {
      const watched = (...digests: string[]) =>
        digests.map((digest, at) => ({ issuedId: "issued-1", source: "dvla", need: `need-${at}`, digest }));
      const due = [
        { key: "a/look/issued-1", kind: "effect" as const, caseId: "a", at: "2026-06-09T08:00:00.000Z", payload: "{}" },
      ];
      await store.transition("a", step(0, { case: emptyCase("W-1"), due, watched: watched("x", "y") }));
      const wake = (...digests: string[]) => store.wakeWatched("dvla", watched(...digests), at);
      expect(await wake("y")).toBe(0);
      expect(await wake("x", "z")).toBe(0);
      expect(await store.wakeWatched("dvla", [], at)).toBe(0);
      expect(await wake("x", "y")).toBe(1);
      const [claim] = await store.claimDue("one", at, 60_000, 9);
      expect(claim).toMatchObject({ key: "a/look/issued-1" });
      expect(await wake("x")).toBe(1);
      expect(claim && (await store.postponeDue(claim, "2026-06-10T08:00:00.000Z"))).toBe(false);
      const [again] = await store.claimDue("one", at, 60_000, 9);
      expect(again && (await store.postponeDue(again, at, '{"silent":1}'))).toBe(true);
      expect(await store.claimDue("one", at, 60_000, 9)).toMatchObject([{ payload: '{"silent":1}' }]);
      expect(await store.readLook("a", "issued-1")).toBeUndefined();
      await store.noteLook("a", "issued-1", at, watched("z"));
      expect(await store.readLook("a", "issued-1")).toBe(at);
      expect([await wake("x"), await wake("z")]).toEqual([0, 1]);
    });

    test("the previous application is the last sent that is decided and not deleted, of that person and service", async () => {
      const decided = { kind: "outcome", outcome: "granted", time: 1 } as const;
      const sent = (number: string, day: number, more: Partial<Case> = {}) => {
        const sentAt = `2026-06-0${day}T08:00:00.000Z`;
        return step(0, { case: { ...emptyCase(number), sentAt, place: decided, ...more } });
      };
      const previous = async () => (await store.readPreviousCase("driver", "permit"))?.case.number;
      expect(await previous()).toBeUndefined();
      await store.transition("open", sent("C-9", 9, { place: emptyCase("C-9").place }));
      await store.transition("else", sent("C-8", 8, { applicant: { kind: "applicant", id: "else" } }));
      await store.transition("badge", sent("C-7", 7, { service: "badge" }));
      await store.transition("gone", sent("C-6", 6, { deleted: [{ at, paths: [] }] }));
      expect(await previous()).toBeUndefined();
      await store.transition("less", sent("C-5", 5, { deleted: [{ at, paths: ["secret"] }] }));
      // Sent before, and changed after it.
      await store.transition("old", sent("C-1", 1));
      expect(await previous()).toBe("C-5");
    });

    test("cases are read page by page: none is left out and none comes twice, of the same instant neither", async () => {
      const all = Array.from({ length: 7 }, (_, number) => `case-${number}`);
      for (const [number, caseId] of all.entries())
        await store.transition(
          caseId,
          step(0, { case: emptyCase(`P-${number}`), at: number < 2 ? "2026-06-02T08:00:00.000Z" : at }),
        );
      const seen: string[] = [];
      for (let before: StoredCase | undefined; ; ) {
        const page = await store.findCases({ limit: 2, ...(before && { before }) });
        seen.push(...page.map(({ caseId }) => caseId));
        before = page.at(-1);
        if (page.length < 2) break;
      }
      expect(seen).toEqual(all);
    });

    test("messages, sessions and notices of others are kept once", async () => {
      const message = { id: "m", to: "driver", caseId: "one", at, subject: "S", body: "B", language: "en" };
      await store.writeMessage(message);
      await store.writeMessage({ ...message, subject: "again" });
      expect(await store.markRead("m", "neighbour", at)).toBe(false);
      expect(await store.markRead("m", "driver", at)).toBe(true);
      expect(await store.readInbox("driver")).toEqual([{ ...message, readAt: at }]);
      expect([await store.inboxOnce("pay", "1", at), await store.inboxOnce("pay", "1", at)]).toEqual([true, false]);
      const session = {
        idHash: "h",
        sealed: "s",
        createdAt: at,
        lastSeenAt: at,
        expiresAt: "2026-06-01T20:00:00.000Z",
      };
      await store.writeSession(session);
      await store.touchSession("h", "2026-06-01T09:00:00.000Z");
      expect(await store.readSession("h")).toEqual({ ...session, lastSeenAt: "2026-06-01T09:00:00.000Z" });
      expect(await store.sweepSessions("2026-06-01T20:00:00.000Z")).toBe(1);
      expect(await store.readSession("h")).toBeUndefined();
    });

    test("what was acknowledged is there through a new connection", async () => {
      await store.transition("one", step(0));
      const again = await opened.reopen();
      expect((await again.readCase("one"))?.case.number).toBe("C-1");
      expect(await again.verifyChain("one")).toBeUndefined();
      await again.close();
    });
  });
}
