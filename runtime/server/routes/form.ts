// The form of a service: start, pages, tasks, check, send. GET shows, POST reads, saves and leads on (303), so that it all
// works without scripts; callers that want JSON get the same answers as JSON.
import type { FastifyInstance } from "fastify";
import { promiseOf } from "#journey/promise.ts";
import { findStep } from "#journey/walk.ts";
import { renderPage } from "#render/render-page.ts";
import { beforeApplying } from "../../portal/opening-words.ts";
import { checkAsJson, listAsJson, pageAsJson } from "../as-json.ts";
import { citizensDoor, type Door, desksDoor } from "../door.ts";
import { wantsJson } from "../errors.ts";
import { beginAt, closedWords, doorwayOf, hindranceOf, openFilling, openPage } from "../filling.ts";
import { leadTo, placeOf, renderCheck, renderMissing, sendPage } from "../form-pages.ts";
import { mayBeFramed } from "../framed.ts";
import type { Installation } from "../installation.ts";
import { seeOther } from "../posted-form.ts";
import { Refusal } from "../refusal.ts";
import { saySoon } from "../visitor.ts";
import { rememberWebsite } from "../way-out.ts";
import { addBeginFor } from "./begin-for.ts";
import { savePage } from "./save-page.ts";
import { sendApplication } from "./send.ts";
import { addWhoApplies } from "./who-applies.ts";

type Service = { Params: { service: string } };
type Start = Service & { Querystring: { from?: string } };
type Page = { Params: { service: string; "*": string } };

/** Registers the form's routes: for people who apply, and for officers who begin a case. */
export function addFormRoutes(server: FastifyInstance, installation: Installation): void {
  addBeginFor(server, installation);
  for (const door of [desksDoor, citizensDoor]) addDoor(server, installation, door);
}

function addDoor(server: FastifyInstance, installation: Installation, door: Door): void {
  const { route } = door;
  // What an officer begins stands in no website.
  const options = door.realm === "citizens" ? mayBeFramed : {};
  server.get<Start>(`${route}`, options, async (request, reply) => {
    const filling = await openFilling(installation, door, request, reply);
    const { journey, visitor, bundle } = filling;
    const promised = promiseOf(bundle.service, journey.setting.today);
    const startAt = `${filling.base}/apply`;
    rememberWebsite(installation, request, reply);
    const signsIn = visitor.session === undefined;
    const closed = await closedWords(installation, filling);
    return sendPage(
      reply,
      renderPage({
        kind: "start",
        place: placeOf(installation, filling),
        journey,
        startAt,
        signsIn,
        notes: closed === undefined ? beforeApplying(doorwayOf(installation, filling)) : [],
        ...(promised && { promised }),
        ...(closed !== undefined && { closed }),
      }),
    );
  });

  server.get<Service>(`${route}/apply`, options, async (request, reply) => {
    const filling = await openFilling(installation, door, request, reply);
    const { journey, visitor } = filling;
    const closed = await closedWords(installation, filling);
    if (closed !== undefined) throw new Refusal("not-possible-now", closed);
    const next = `${filling.base}/${beginAt(journey, visitor)}`;
    return wantsJson(request) ? reply.send({ next, token: visitor.token }) : seeOther(reply, next);
  });

  server.get<Service>(`${route}/leave`, options, async (request, reply) => {
    const { visitor } = await openFilling(installation, door, request, reply);
    if (visitor.session && door.realm === "citizens") saySoon(installation, reply, "saved");
    return seeOther(reply, door.leaveAt(visitor));
  });

  addWhoApplies(server, installation, door, options);

  server.get<Service>(`${route}/needed-licence`, options, async (request, reply) => {
    const filling = await openFilling(installation, door, request, reply);
    if (filling.missing.length === 0) return seeOther(reply, `${filling.base}/apply`);
    return sendPage(reply, renderMissing(installation, filling));
  });

  server.get<Service>(`${route}/eligibility/result`, options, async (request, reply) => {
    const filling = await openFilling(installation, door, request, reply);
    const { journey } = filling;
    const { eligibility } = journey;
    if (!eligibility || eligibility.eligible === undefined)
      return seeOther(reply, `${filling.base}/${eligibility?.nextPage ?? "apply"}`);
    return sendPage(
      reply,
      renderPage({
        kind: "eligibility-result",
        place: placeOf(installation, filling, "eligibility/result"),
        journey,
        continueAt: `${filling.base}/tasks`,
      }),
    );
  });

  server.get<Service>(`${route}/tasks`, options, async (request, reply) => {
    const filling = await openFilling(installation, door, request, reply);
    const hindrance = hindranceOf(filling, "tasks");
    if (hindrance) return seeOther(reply, hindrance);
    return sendPage(
      reply,
      renderPage({ kind: "tasks", place: placeOf(installation, filling, "tasks"), journey: filling.journey }),
    );
  });

  server.get<Service>(`${route}/check`, options, async (request, reply) => {
    const filling = await openFilling(installation, door, request, reply);
    const hindrance = hindranceOf(filling, "check") ?? openPage(filling);
    if (hindrance) return leadTo(request, reply, hindrance);
    if (wantsJson(request)) return reply.send(checkAsJson(filling.journey, filling.visitor.token));
    return sendPage(reply, renderCheck(installation, filling));
  });

  server.post<Service>(`${route}/check`, options, (request, reply) =>
    sendApplication(installation, door, request, reply),
  );

  server.get<Page>(`${route}/*`, options, async (request, reply) => {
    const filling = await openFilling(installation, door, request, reply);
    const address = request.params["*"];
    const hindrance = hindranceOf(filling, address);
    if (hindrance) return leadTo(request, reply, hindrance);
    const step = findStep(filling.journey, address);
    if (!step) throw new Refusal("not-found", undefined, `${filling.base}/apply`);
    if (wantsJson(request) && step.kind !== "stop")
      return reply.send(
        step.kind === "page" ? pageAsJson(step, filling.visitor.token) : listAsJson(step, filling.visitor.token),
      );
    const fromCheck = new URLSearchParams(request.url.split("?")[1]).get("from") === "check";
    return sendPage(
      reply,
      renderPage({
        kind: "question",
        place: placeOf(installation, filling, address),
        journey: filling.journey,
        address,
        fromCheck,
      }),
    );
  });

  server.post<Page>(`${route}/*`, options, (request, reply) => savePage(installation, door, request, reply));
}
