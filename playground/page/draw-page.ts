// Draws everything that stands around the text and the preview, from one state and one set of actions. Keeps nothing itself.

import type { Problem } from "@formwork/compiler/diagnostics/problem.ts";
import { html, nothing, render, type TemplateResult } from "lit";
import type { Service } from "#contract";
import { dataPanel } from "../data/data-panel.ts";
import type { MadeUp } from "../data/made-up.ts";
import type { Example } from "../files/gallery.ts";
import type { CardEvents } from "../problems/card.ts";
import { problemsInWords, questionsInWords } from "../problems/counts.ts";
import { problemList } from "../problems/problem-list.ts";
import type { BenchView, Notice } from "../workbench.ts";
import { type GalleryEvents, galleryPage } from "./gallery-page.ts";
import { type HeaderEvents, header, type PlaceName, type Scheme } from "./header.ts";
import { type Tab, tabRow } from "./tabs.ts";
import { type TextHeadEvents, textHead } from "./text-head.ts";

export type TabName = "problems" | "data";

/** Where things are drawn: elements of index.html. */
export interface PagePlaces {
  readonly header: HTMLElement;
  readonly notices: HTMLElement;
  readonly bench: HTMLElement;
  readonly textHead: HTMLElement;
  readonly under: HTMLElement;
  readonly gallery: HTMLElement;
}

export interface PageState {
  readonly bench: BenchView;
  readonly place: PlaceName;
  readonly tab: TabName;
  readonly scheme: Scheme;
  readonly service: Service | undefined;
  readonly madeUp: MadeUp | undefined;
  readonly examples: readonly Example[];
  /** The name of the text that was open before, if one is kept. */
  readonly before: string | undefined;
}

export interface PageActions {
  readonly header: HeaderEvents;
  readonly textHead: TextHeadEvents;
  readonly gallery: GalleryEvents;
  readonly cards: CardEvents;
  onTab(tab: TabName): void;
  onMadeUp(next: MadeUp): void;
  onDismiss(notice: Notice): void;
  lineOf(problem: Problem): number;
}

export function drawPage(places: PagePlaces, state: PageState, actions: PageActions): void {
  const { bench } = state;
  const atText = state.place === "text";
  const counts = {
    problems: problemsInWords(bench.problems),
    questions: questionsInWords(bench.problems),
    waiting: bench.read ? undefined : "Reading the text",
  };
  render(header({ place: state.place, scheme: state.scheme, ...counts }, actions.header), places.header);
  render(
    bench.notices.map((notice) => noticeBar(notice, actions)),
    places.notices,
  );
  places.bench.hidden = !atText;
  places.gallery.hidden = atText;
  render(textHead(bench, state.service, actions.textHead), places.textHead);
  render(underTheText(state, actions), places.under);
  render(atText ? nothing : galleryPage(state.examples, state.before, actions.gallery), places.gallery);
  document.title = `${atText ? bench.work.shown : "Gallery"} - Formwork playground`;
}

function underTheText(state: PageState, actions: PageActions): TemplateResult {
  const { problems } = state.bench;
  const tabs: readonly Tab<TabName>[] = [
    { name: "problems", words: `Problems, ${problems.length}` },
    { name: "data", words: "Data" },
  ];
  return html`${tabRow("Views", tabs, state.tab, "view", actions.onTab)}
    <div class="panel" id="view" role="tabpanel" aria-labelledby=${`view-${state.tab}`} tabindex="0">${
      state.tab === "problems"
        ? problemList(problems, actions.lineOf, actions.cards)
        : dataPanel(state.service, state.madeUp, actions.onMadeUp)
    }</div>`;
}

function noticeBar(notice: Notice, { onDismiss }: PageActions): TemplateResult {
  const onAction = (): void => {
    onDismiss(notice);
    notice.action?.run();
  };
  return html`<div class="bar ${notice.tone === "late" ? "late" : ""}"><p>${notice.words}</p><p class="buttons">${
    notice.action
      ? html`<button type="button" class="button second small" @click=${onAction}>${notice.action.words}</button>`
      : nothing
  }<button type="button" class="plainbutton small" @click=${() => onDismiss(notice)}>Put this away</button></p></div>`;
}
