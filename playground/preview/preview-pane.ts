// What people see: the form beside the text, with a person in it whose answers stay while the text changes.

import { html, nothing, render, type TemplateResult } from "lit";
import type { Service } from "#contract";
import { allPages } from "#journey/application.ts";
import { buildMadeUp, type MadeUp } from "../data/made-up.ts";
import { onwardAddress, pageOf } from "./page-of-session.ts";
import { lineOfPath, type WrittenPart, writtenParts } from "./places.ts";
import { openPreviewFrame, type PreviewFrame } from "./preview-frame.ts";
import {
  beginSession,
  continueSession,
  goTo,
  inLanguage,
  type Moment,
  post,
  type Session,
  type,
  withMadeUp,
} from "./session.ts";

export interface PreviewEvents {
  /** The preview shows something that is written here. */
  onWritten(part: WrittenPart | undefined): void;
  /** The author asks for that place. */
  onGoToText(part: WrittenPart): void;
  /** The person's data or the service changed. */
  onData(): void;
}

export interface PreviewPane {
  /** A newly compiled service; undefined: the text has something that stops it, and the last good one stays. */
  setService(service: Service | undefined): void;
  /** Another text altogether: another person. */
  begin(): void;
  service(): Service | undefined;
  madeUp(): MadeUp | undefined;
  setMadeUp(next: MadeUp): void;
  /** Shows the question or page that the caret is on, if it is asked. */
  showPart(part: WrittenPart | undefined): void;
  parts(): readonly WrittenPart[];
}

export interface PreviewPlaces {
  readonly bench: HTMLElement;
  readonly head: HTMLElement;
  readonly frame: HTMLIFrameElement;
  readonly foot: HTMLElement;
}

type Device = "phone" | "desktop";

/** Opens the pane; the frame's document must have loaded. `moment` gives the time and fresh ids. */
export function openPreviewPane(places: PreviewPlaces, events: PreviewEvents, moment: () => Moment): PreviewPane {
  let service: Service | undefined;
  let madeUp: MadeUp | undefined;
  let session: Session | undefined;
  let parts: readonly WrittenPart[] = [];
  let lastGood = false;
  let device: Device = "phone";
  let language = "";
  let lit: WrittenPart | undefined;
  let notAsked = false;
  let drawn = "";

  const frame: PreviewFrame = openPreviewFrame(places.frame, {
    onGo(address) {
      if (!session) return;
      const wanted = /[?&]language=([\w-]+)/.exec(address)?.[1];
      if (wanted) return setLanguage(wanted);
      move(address === onwardAddress ? onward(session) : goTo(session, address === "" ? "start" : address));
    },
    onPost(fields) {
      if (!session) return;
      const around = session.at === "start" || session.at === "eligibility-result" || session.at === "tasks";
      move(around ? onward(session) : post(session, fields, moment()));
      if (session.problems.length > 0) frame.focusSummary();
    },
    onTyped(fields) {
      if (session) move(type(session, fields, moment()), false);
    },
    onControl(name) {
      const path = name.split(":")[0] ?? name;
      if (service) setLit(lineOfPath(parts, service, path));
    },
  });

  const move = (next: Session, follow = true): void => {
    session = next;
    draw();
    if (follow) setLit(writtenOf(next));
  };

  const onward = (at: Session): Session =>
    goTo(at, at.at === "start" ? firstPage(at) : (at.journey.nextPage ?? "check"));

  const writtenOf = (of: Session): WrittenPart | undefined => {
    const page = allPages(of.journey).find((one) => one.address === of.at);
    const first = page?.fields.find((field) => field.asked);
    if (first && service) return lineOfPath(parts, service, first.path);
    return parts.find((part) => part.page !== undefined && of.at.endsWith(`/${part.page}`));
  };

  const setLit = (part: WrittenPart | undefined): void => {
    lit = part;
    notAsked = false;
    frame.light(part?.path);
    drawFoot();
    events.onWritten(part);
  };

  const setLanguage = (tag: string): void => {
    language = tag;
    if (session) move(inLanguage(session, tag, moment()), false);
  };

  const draw = (): void => {
    drawHead();
    places.bench.classList.toggle("wide-preview", device === "desktop");
    if (session) {
      const key = `${session.at} ${session.problems.length}`;
      const page = pageOf(session);
      frame.draw(page.content, session.journey.setting.language, page.title, key !== drawn);
      drawn = key;
    } else
      frame.draw(
        html`<div class="empty-preview"><p>The form appears here once nothing stops the text.</p></div>`,
        "en",
        "What people see",
        true,
      );
    frame.light(lit?.path);
    drawFoot();
  };

  const drawHead = (): void => {
    const choices = (service?.languages ?? [{ tag: "en", name: "English" }]).flatMap((one) =>
      (["phone", "desktop"] as const).map((kind) => ({ kind, tag: one.tag, words: `A ${kind}, ${one.name}` })),
    );
    const shown = session?.journey.setting.language ?? "en";
    render(
      html`<h2 id="preview-title">What people see</h2><p><label for="seen-as" class="soft">As</label> <select id="seen-as" class="input"
        @change=${(event: Event) => {
          const chosen = choices[selectedIn(event)];
          if (!chosen) return;
          device = chosen.kind;
          setLanguage(chosen.tag);
          draw();
        }}>${choices.map((one) => html`<option .selected=${one.kind === device && one.tag === shown}>${one.words}</option>`)}</select></p>`,
      places.head,
    );
  };

  const drawFoot = (): void => {
    render(session ? foot(session) : nothing, places.foot);
  };

  const foot = (of: Session): TemplateResult => html`
    ${lastGood ? html`<p>This is the form as it was before the problem. It follows the text again once that is mended.</p>` : nothing}
    ${of.said ? html`<p role="status">${of.said}</p>` : nothing}
    ${notAsked ? html`<p role="status">The question on this line is not asked with the answers given so far.</p>` : nothing}
    <p class="buttons">${
      lit
        ? html`<span>Written on <button type="button" class="plainbutton" @click=${() => lit && events.onGoToText(lit)}>line ${lit.line}${
            service && lit.file !== mainFile() ? html` of ${lit.file}` : nothing
          }</button></span>`
        : nothing
    }<label>Page <select class="input" @change=${(event: Event) => {
      const chosen = stops(of)[selectedIn(event)];
      if (chosen) move(goTo(of, chosen.at));
    }}>${stops(of).map((stop) => html`<option .selected=${stop.at === of.at}>${stop.words}</option>`)}</select></label>
    <button type="button" class="plainbutton" @click=${() => pane.begin()}>Begin as a new person</button></p>`;

  const mainFile = (): string | undefined => service?.sourceMap[""]?.file ?? service?.sourceMap["/"]?.file;

  const pane: PreviewPane = {
    setService(next) {
      lastGood = next === undefined && service !== undefined;
      if (next) {
        service = next;
        parts = writtenParts(next);
        madeUp = buildMadeUp(next, madeUp);
        if (!next.languages.some((one) => one.tag === language)) language = next.languages[0]?.tag ?? "en";
        session = session
          ? continueSession(session, next, madeUp, moment())
          : beginSession(next, madeUp, language, moment());
        if (session.journey.setting.language !== language) session = inLanguage(session, language, moment());
        if (lit) lit = lit.path ? lineOfPath(parts, next, lit.path) : undefined;
        events.onData();
      }
      draw();
    },
    begin() {
      session = undefined;
      lit = undefined;
      drawn = "";
      if (service && madeUp) session = beginSession(service, madeUp, language, moment());
      draw();
      events.onWritten(undefined);
    },
    service: () => service,
    madeUp: () => madeUp,
    setMadeUp(next) {
      madeUp = next;
      if (session) move(withMadeUp(session, next, moment()), false);
      events.onData();
    },
    showPart(part) {
      lit = part;
      notAsked = false;
      if (part && session) {
        const address = addressOf(session, part);
        notAsked = address === undefined && part.path !== undefined;
        if (address !== undefined && address !== session.at) session = goTo(session, address);
      }
      draw();
      events.onWritten(part);
    },
    parts: () => parts,
  };
  draw();
  return pane;
}

/** The page on the present path that has this question, or is this page. */
function addressOf(session: Session, part: WrittenPart): string | undefined {
  const pages = allPages(session.journey);
  if (part.path === undefined)
    return session.journey.steps.find((step) => step.address.endsWith(`/${part.page}`))?.address;
  const tail = part.path.split(".").at(-1);
  const holds = (path: string): boolean =>
    path === part.path || (path.split(".").length > 2 && path.endsWith(`.${tail}`));
  const asking = pages.find((page) => page.fields.some((field) => field.asked && holds(field.path)));
  if (asking) return asking.closing ? "check" : asking.address;
  const declaring = pages.find((page) =>
    page.parts.some((one) => one.kind === "declaration" && one.path === part.path),
  );
  return declaring ? "check" : undefined;
}

function firstPage(session: Session): string {
  const { eligibility, nextPage } = session.journey;
  if (eligibility && eligibility.eligible !== true) return eligibility.nextPage ?? "eligibility-result";
  return session.journey.sections.length > 1 ? "tasks" : (nextPage ?? "check");
}

/** Every page one can jump to, in the order of the form. */
function stops(session: Session): { at: string; words: string }[] {
  const { journey } = session;
  const asStop = (step: { address: string; title: string }): { at: string; words: string } => ({
    at: step.address,
    words: shortened(step.title),
  });
  const checking = (journey.eligibility?.pages ?? []).map(asStop);
  const tasks = journey.sections.length > 1 ? [{ at: "tasks", words: "Task list" }] : [];
  const result = journey.eligibility ? [{ at: "eligibility-result", words: "Can you apply" }] : [];
  const end = [
    { at: "check", words: "Check answers" },
    { at: "confirmation", words: "Sent" },
  ];
  return [{ at: "start", words: "Start" }, ...checking, ...result, ...tasks, ...journey.steps.map(asStop), ...end];
}

function shortened(title: string): string {
  return title.length > 44 ? `${title.slice(0, 42).trimEnd()}…` : title;
}

function selectedIn(event: Event): number {
  return event.currentTarget instanceof HTMLSelectElement ? event.currentTarget.selectedIndex : -1;
}
