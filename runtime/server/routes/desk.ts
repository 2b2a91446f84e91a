// The officers' desk: the work list, claiming the next case, incidents, messages to roles.
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Service } from "#contract";
import { dayOf } from "#journey/setting.ts";
import { wordsIn } from "#journey/words-in.ts";
import { beginnerId, isBeginner } from "#routing/beginner.ts";
import { mayOpenCase } from "../../cases/access.ts";
import { renderBegun } from "../../desk/begun-page.ts";
import { dueOf } from "../../desk/due.ts";
import { heldWords } from "../../desk/held-words.ts";
import { pageSize, renderWorkList, type WorkFilter, type WorkItem } from "../../desk/list-page.ts";
import { renderIncidents, renderRoleMessages } from "../../desk/office-pages.ts";
import { dayAndTime, longDay } from "../../portal/days.ts";
import type { StoredCase, TaskRow } from "../../store/store.ts";
import { workAsJson } from "../as-json.ts";
import type { Bundles } from "../bundles.ts";
import { beginningsOf } from "../door.ts";
import { wantsJson } from "../errors.ts";
import { sendPage } from "../form-pages.ts";
import type { Installation } from "../installation.ts";
import { administrator, type Officer, readDeskForm, renderDeskPage, requireOfficer } from "../officer.ts";
import { seeOther } from "../posted-form.ts";
import { Refusal } from "../refusal.ts";
import { findDefinition } from "../services.ts";
import { addDeskCaseRoutes } from "./desk-case.ts";

/** Registers the desk's routes. */
export function addDeskRoutes(server: FastifyInstance, installation: Installation): void {
  server.get("/desk", (_request, reply) => seeOther(reply, "/desk/work"));
  server.get("/desk/work", (request, reply) => showWork(installation, request, reply));
  server.post("/desk/work/next", (request, reply) => takeNext(installation, request, reply));
  server.get("/desk/messages", (request, reply) => showMessages(installation, request, reply));
  server.get<{ Params: { number: string } }>("/desk/begun/:number", async (request, reply) => {
    const officer = await requireOfficer(installation, request, reply);
    return sendPage(reply, await begunPage(installation, officer, request.params.number));
  });
  server.get("/desk/incidents", (request, reply) => showIncidents(installation, request, reply));
  server.post<{ Params: { id: string } }>("/desk/incidents/:id/retry", async (request, reply) => {
    const officer = await requireAdministrator(installation, request, reply);
    await readDeskForm(installation, request, officer);
    const again = await installation.store.retryIncident(request.params.id, installation.instant());
    if (!again) throw new Refusal("not-possible-now", undefined, "/desk/incidents");
    installation.wake();
    return seeOther(reply, "/desk/incidents");
  });
  addDeskCaseRoutes(server, installation);
}

async function requireAdministrator(
  installation: Installation,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Officer> {
  const officer = await requireOfficer(installation, request, reply);
  if (!officer.roles.includes(administrator)) throw new Refusal("no-role");
  return officer;
}

/** A line of the list with what claiming it needs. */
interface Work extends WorkItem {
  readonly caseId: string;
  readonly taskId: string;
}

/** Every task of the officer's roles, urgent first, then soonest due; work without a date and sleeping work last. No case is opened for it. */
async function allWork(installation: Installation, { roles, person }: Officer): Promise<Work[]> {
  const rows = await installation.store.findTasks({ roles });
  const instant = installation.instant();
  const works = rows.flatMap((row) => workOf(installation.bundles, row, instant, person.id));
  // What is urgent comes first, whatever its date.
  const order = ({ row }: { readonly row: TaskRow }): string =>
    row.state === "asleep" ? "9" : `${row.urgent ? "0" : "1"}${row.dueAt ?? "8"}`;
  const sorted = works.toSorted((a, b) => order(a).localeCompare(order(b)));
  return sorted.filter((one, index) => !isAlike(sorted.slice(0, index), one.row)).map(({ work }) => work);
}

/** Of work that several different people do, one line is enough to take it from; what somebody has is a line of its own. */
function isAlike(before: readonly { readonly row: TaskRow }[], row: TaskRow): boolean {
  const { caseId, stage, check, approval, claimedBy } = row;
  if (claimedBy !== undefined) return false;
  return before.some(
    ({ row: one }) =>
      one.caseId === caseId &&
      one.stage === stage &&
      one.check === check &&
      one.item === row.item &&
      one.approval === approval &&
      one.advice === row.advice &&
      one.claimedBy === undefined,
  );
}

/** Nothing for a case whose service is not installed: its page would refuse too. */
function workOf(
  { byHash, given }: Bundles,
  row: TaskRow,
  instant: string,
  me: string,
): { readonly row: TaskRow; readonly work: Work }[] {
  if (row.notFor?.includes(me)) return [];
  const bundle = row.definition === undefined ? given.get(row.service)?.[0] : byHash.get(row.definition);
  if (!bundle) return [];
  const { service, days } = bundle;
  const work = {
    caseId: row.caseId,
    taskId: row.taskId,
    number: row.number,
    applicant: row.applicant ?? row.number,
    service: wordsIn(service.title, "en"),
    stage: `${capitalised(row.check ?? row.stage)}${row.approval ? ", to be confirmed" : ""}${row.advice ? ", your advice" : ""}`,
    stageName: row.check ?? row.stage,
    due: dueOf(row, days.zone.dayOf(instant), days),
    isMine: row.claimedBy === me,
    ...(row.urgent && { urgent: true }),
    ...(row.advice && { advice: true }),
    ...(row.claimedBy !== undefined && { claimedBy: row.claimedByName ?? row.claimedBy }),
  };
  return [{ row, work }];
}

function capitalised(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).replaceAll("-", " ");
}

async function showWork(
  installation: Installation,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const officer = await requireOfficer(installation, request, reply);
  const query = new URLSearchParams(request.url.split("?")[1]);
  const filter = readFilter(query);
  const all = await allWork(installation, officer);
  const matching = all.filter((item) => isWanted(item, filter));
  const pages = Math.max(1, Math.ceil(matching.length / pageSize));
  const page = Math.min(pages, Math.max(1, Number(query.get("page")) || 1));
  const zone = [...installation.bundles.given.values()][0]?.[0]?.service.timeZone ?? "UTC";
  const today = dayOf(installation.instant(), zone);
  const items = matching.slice((page - 1) * pageSize, page * pageSize);
  if (wantsJson(request))
    return reply.send(workAsJson(items, { page, pages, matching: matching.length, token: officer.visitor.token }));
  const main = renderWorkList({
    beginnings: await beginningsOf(installation, officer),
    items,
    all,
    filter,
    today: `${longDay(today, "en", "")}`,
    token: officer.visitor.token,
    page,
    pages,
    matching: matching.length,
  });
  return sendPage(reply, renderDeskPage(installation, officer, { title: "My work", main, current: "/desk/work" }));
}

/** Said to whoever began a case, and to nobody else. Whether they may open it is decided as for every officer. */
async function begunPage(installation: Installation, officer: Officer, number: string): Promise<string> {
  const stored = await installation.store.readCaseByNumber(number);
  if (!stored || !isBeginner(stored.case, officer.person)) throw new Refusal("not-yours");
  const { service } = findDefinition(installation, stored.case.definition);
  const main = renderBegun({
    number,
    service: wordsIn(service.title, "en"),
    when: dayAndTime(stored.case.sentAt, "en", service.timeZone),
    mayOpen: mayOpenCase(service, stored.case, officer.person).allowed,
  });
  return renderDeskPage(installation, officer, { title: "The case is begun", main });
}

function readFilter(query: URLSearchParams): WorkFilter {
  const whose = query.get("whose");
  return {
    due: query.getAll("due"),
    stages: query.getAll("stage"),
    whose: whose === "mine" || whose === "everyone" ? whose : "mine-and-unclaimed",
    find: (query.get("find") ?? "").slice(0, 100).trim(),
  };
}

function isWanted(item: WorkItem, { due, stages, whose, find }: WorkFilter): boolean {
  if (due.length > 0 && !due.includes(item.due.group)) return false;
  if (stages.length > 0 && !stages.includes(item.stageName)) return false;
  if (whose === "mine" && !item.isMine) return false;
  if (whose === "mine-and-unclaimed" && item.claimedBy && !item.isMine) return false;
  const plain = (text: string): string => text.toLowerCase().replaceAll(/[\s-]/g, "");
  return find === "" || plain(item.number).includes(plain(find)) || plain(item.applicant).includes(plain(find));
}

/** Claims the soonest due case that nobody has. Somebody else may be faster: then the next one is tried. */
async function takeNext(
  installation: Installation,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const officer = await requireOfficer(installation, request, reply);
  await readDeskForm(installation, request, officer);
  for (const { claimedBy, due, caseId, taskId, number } of await allWork(installation, officer)) {
    if (claimedBy || due.group === "stopped") continue;
    const claimed = await installation.commands.claim(caseId, officer.person, taskId);
    if (claimed.ok) return seeOther(reply, `/desk/cases/${number}`);
  }
  return seeOther(reply, "/desk/work");
}

async function showMessages(
  installation: Installation,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const officer = await requireOfficer(installation, request, reply);
  const addressees = [...officer.roles.map((role) => `role:${role}`), beginnerId(officer.person.id)];
  const inboxes = await Promise.all(addressees.map((to) => installation.store.readInbox(to, 100)));
  const messages = inboxes.flat().toSorted((a, b) => b.at.localeCompare(a.at));
  const shown = await Promise.all(
    messages.map(async ({ subject, body, at, caseId }) => {
      const stored = await installation.store.readCase(caseId);
      return {
        subject,
        body,
        when: dayAndTime(at, "en", zoneOf(installation, stored)),
        number: stored?.case.number ?? "",
      };
    }),
  );
  return sendPage(
    reply,
    renderDeskPage(installation, officer, {
      title: "Messages",
      main: renderRoleMessages(shown),
      current: "/desk/messages",
    }),
  );
}

async function showIncidents(
  installation: Installation,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const officer = await requireAdministrator(installation, request, reply);
  const { store, bundles } = installation;
  const [incidents, held] = await Promise.all([store.findIncidents(200), store.findHeld(200)]);
  const placed = async <T extends { readonly caseId: string; readonly at: string }>(
    one: T,
  ): Promise<T & { number: string; when: string; service: Service | undefined }> => {
    const stored = await store.readCase(one.caseId);
    const service = stored && bundles.byHash.get(stored.case.definition)?.service;
    return {
      ...one,
      service,
      number: stored?.case.number ?? "",
      when: dayAndTime(one.at, "en", zoneOf(installation, stored)),
    };
  };
  const main = renderIncidents({
    incidents: (await Promise.all(incidents.map(placed))).map((incident) => ({
      ...incident,
      canRetry: incident.state === "open" && incident.due !== undefined,
    })),
    held: (await Promise.all(held.map(placed))).map(({ number, when, to, effect, service }) => ({
      number,
      when,
      what: heldWords(effect, to, service),
    })),
    broken: bundles.broken,
    token: officer.visitor.token,
  });
  return sendPage(
    reply,
    renderDeskPage(installation, officer, { title: "Incidents", main, current: "/desk/incidents" }),
  );
}

function zoneOf(installation: Installation, stored: StoredCase | undefined): string {
  return (stored && installation.bundles.byHash.get(stored.case.definition)?.service.timeZone) ?? "UTC";
}
