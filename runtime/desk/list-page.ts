// The officers' work list: soonest due first, filters in the margin and after the list in the source. Works without scripts.

import { csrfField } from "@formwork/forms/parts/buttons.ts";
import { mark } from "@formwork/forms/parts/mark.ts";
import type { MarkName } from "@formwork/forms/parts/marks.ts";
import { html, nothing, type TemplateResult } from "lit";
import type { Due } from "./due.ts";

/** One case in the list. */
export interface WorkItem {
  readonly number: string;
  readonly taskId: string;
  readonly applicant: string;
  readonly service: string;
  readonly stage: string;
  readonly stageName: string;
  readonly due: Due;
  /** Absent: nobody. */
  readonly claimedBy?: string;
  readonly isMine: boolean;
  readonly urgent?: boolean;
  /** Somebody only asks for advice: there is nothing to claim. */
  readonly advice?: boolean;
}

/** What is filtered for; empty lists mean everything. */
export interface WorkFilter {
  readonly due: readonly string[];
  readonly stages: readonly string[];
  readonly whose: "mine-and-unclaimed" | "mine" | "everyone";
  readonly find: string;
}

/** A service of which cases begin here, by hand. */
export interface Beginning {
  readonly title: string;
  readonly href: string;
  /** They have begun to fill it in. */
  readonly kept: boolean;
}

export interface WorkView {
  /** What the officer's roles may begin. */
  readonly beginnings: readonly Beginning[];
  readonly items: readonly WorkItem[];
  /** Before filtering, for the counts. */
  readonly all: readonly WorkItem[];
  readonly filter: WorkFilter;
  readonly today: string;
  readonly token: string;
  readonly page: number;
  readonly pages: number;
  readonly matching: number;
}

/** How many cases one page shows. */
export const pageSize = 25;

const dueGroups = [
  ["late", "Late"],
  ["soon", "Today or next working day"],
  ["later", "Later"],
  ["stopped", "Clock stopped"],
  ["none", "No date"],
] as const;

export function renderWorkList(view: WorkView): TemplateResult {
  const canTake = view.all.some(({ claimedBy, due }) => !claimedBy && due.group !== "stopped");
  return html`<div class="desk list">
    <div class="work-part">
      <div class="head">
        <div><h1>My work</h1><p class="soft small">${view.matching} ${view.matching === 1 ? "case" : "cases"}. ${view.today}. <a class="only-small" href="#filters">Change what is shown</a></p></div>
        ${
          canTake
            ? html`<form method="post" action="/desk/work/next">${csrfField(view.token)}<button class="button small">Take the next case</button></form>`
            : nothing
        }
      </div>
      <div class="panel">${view.items.length > 0 ? renderTable(view) : html`<p>No cases here. Change what is shown, or come back later.</p>`}</div>
      ${view.pages > 1 ? renderPages(view) : nothing}
      ${view.beginnings.length > 0 ? renderBeginnings(view.beginnings) : nothing}
    </div>
    ${renderFilters(view)}
  </div>`;
}

function renderBeginnings(beginnings: readonly Beginning[]): TemplateResult {
  return html`<section class="panel" id="begin" aria-labelledby="begin-title">
    <h2 id="begin-title">Begin a case</h2>
    <ul>${beginnings.map(
      ({ title, href, kept }) =>
        html`<li><a href=${href}>${title}</a>${kept ? html`<span class="soft small"> You have begun one and not sent it.</span>` : nothing}</li>`,
    )}</ul>
  </section>`;
}

function renderTable({ items, token }: WorkView): TemplateResult {
  return html`<table class="work">
    <caption class="out-of-sight">Cases, soonest due first</caption>
    <thead><tr><th scope="col">Due</th><th scope="col">Case</th><th scope="col">Stage</th><th scope="col">Working days</th><th scope="col">Claimed by</th><th scope="col"><span class="out-of-sight">Do</span></th></tr></thead>
    <tbody>${items.map((item) => renderItem(item, token))}</tbody>
  </table>`;
}

function renderItem(item: WorkItem, token: string): TemplateResult {
  const page = `/desk/cases/${item.number}`;
  const href = `${page}?task=${encodeURIComponent(item.taskId)}`;
  return html`<tr>
    <td class="due">${item.urgent ? html`<span class="status late">${mark("problem")}Urgent</span> ` : nothing}${dueStatus(item.due)}<span class="soft small"> ${item.due.group === "stopped" ? "waits for applicant" : (item.due.day ?? "")}</span></td>
    <th scope="row"><a href=${href}>${item.applicant}</a><span class="soft small code case-number">${item.number}</span></th>
    <td>${item.stage}<span class="soft small">${item.service}</span></td>
    <td>${ties(item.due)}</td>
    <td>${item.claimedBy ?? html`<span class="soft">No one</span>`}</td>
    <td>${
      item.claimedBy || item.advice || item.due.group === "stopped"
        ? html`<a href=${href}>Open<span class="out-of-sight"> ${item.number}</span></a>`
        : html`<form method="post" action=${`${page}/claim`}>${csrfField(token)}<input type="hidden" name="task" value=${item.taskId}><button class="plainbutton">Claim<span class="out-of-sight"> ${item.number}</span></button></form>`
    }</td>
  </tr>`;
}

/** Mark and words of a due date. */
export function dueStatus({ group, words }: Due): TemplateResult {
  const looks: Readonly<Record<Due["group"], readonly [MarkName, string]>> = {
    late: ["problem", "late"],
    soon: ["soon", "time"],
    later: ["todo", "soft"],
    stopped: ["paused", "soft"],
    none: ["todo", "soft"],
  };
  const [name, tone] = looks[group];
  return html`<span class=${`status ${tone}`}>${mark(name)}${words}</span>`;
}

/** The row of working days, with the same in words for those who do not see it. */
export function ties({ points, group }: Due): TemplateResult | typeof nothing {
  if (points.length === 0) return nothing;
  const tones: Readonly<Record<Due["group"], string>> = {
    late: "tone-late",
    soon: "tone-time",
    later: "tone-soft",
    stopped: "tone-soft",
    none: "tone-soft",
  };
  const counted = points.filter((point) => point !== "over");
  const gone = counted.filter((point) => point === "gone").length;
  return html`<span class=${`ties ${tones[group]}`} aria-hidden="true">${points.map((point) => html`<i class=${point}></i>`)}</span><span class="out-of-sight">${gone} of ${counted.length} working days gone</span>`;
}

function renderPages({ page, pages, matching, filter }: WorkView): TemplateResult {
  const first = (page - 1) * pageSize + 1;
  const last = Math.min(page * pageSize, matching);
  return html`<nav class="head small" aria-label="Pages of the list">
    <p class="soft">Shows ${first} to ${last} of ${matching}</p>
    ${page > 1 ? html`<a href=${addressOf(filter, page - 1)}>The ${pageSize} before</a>` : nothing}
    ${page < pages ? html`<a href=${addressOf(filter, page + 1)}>Next ${Math.min(pageSize, matching - last)}</a>` : nothing}
  </nav>`;
}

function addressOf(filter: WorkFilter, page: number): string {
  const query = new URLSearchParams({ whose: filter.whose, page: String(page) });
  for (const due of filter.due) query.append("due", due);
  for (const stage of filter.stages) query.append("stage", stage);
  if (filter.find) query.set("find", filter.find);
  return `/desk/work?${query}`;
}

function renderFilters({ all, filter }: WorkView): TemplateResult {
  const stages = [...new Map(all.map(({ stageName, stage }) => [stageName, stage]))];
  const isOn = (chosen: readonly string[], one: string): boolean => chosen.length === 0 || chosen.includes(one);
  const whose = [
    ["mine-and-unclaimed", "Mine and unclaimed"],
    ["mine", "Mine only"],
    ["everyone", "Everyone’s"],
  ] as const;
  return html`<form class="filters" id="filters" aria-label="Filter the list" method="get" action="/desk/work">
    <div><label class="small" for="find"><b>Find a case</b></label><input class="input" id="find" name="find" type="search" value=${filter.find} maxlength="100" autocomplete="off"><p class="small soft">Reference or name</p></div>
    <fieldset><legend class="small">Due</legend>${dueGroups
      .filter(([group]) => group !== "none" || all.some(({ due }) => due.group === "none"))
      .map(([group, words]) =>
        tick(
          "checkbox",
          "due",
          group,
          words,
          isOn(filter.due, group),
          all.filter(({ due }) => due.group === group).length,
        ),
      )}</fieldset>
    ${
      stages.length > 1
        ? html`<fieldset><legend class="small">Stage</legend>${stages.map(([name, title]) =>
            tick(
              "checkbox",
              "stage",
              name,
              title,
              isOn(filter.stages, name),
              all.filter(({ stageName }) => stageName === name).length,
            ),
          )}</fieldset>`
        : nothing
    }
    <fieldset><legend class="small">Whose</legend>${whose.map(([value, words]) => tick("radio", "whose", value, words, filter.whose === value))}</fieldset>
    <div><button class="button second small">Show these</button></div>
  </form>`;
}

function tick(
  type: "checkbox" | "radio",
  name: string,
  value: string,
  words: string,
  on: boolean,
  count?: number,
): TemplateResult {
  return html`<label class="tick"><input type=${type} name=${name} value=${value} ?checked=${on}>${words}${count === undefined ? nothing : html`<span class="count">${count}</span>`}</label>`;
}
