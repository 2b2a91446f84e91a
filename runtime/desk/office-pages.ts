// Pages of the desk beside the work: incidents, what is held, messages to a role, and when an account has no role.

import { csrfField } from "@formwork/forms/parts/buttons.ts";
import { mark } from "@formwork/forms/parts/mark.ts";
import { html, nothing, type TemplateResult } from "lit";

export interface ShownIncident {
  readonly id: string;
  readonly number: string;
  readonly what: string;
  readonly when: string;
  readonly state: "open" | "retried" | "closed";
  readonly canRetry: boolean;
}

export interface IncidentsView {
  readonly incidents: readonly ShownIncident[];
  readonly held: readonly { readonly number: string; readonly what: string; readonly when: string }[];
  readonly broken: readonly { readonly name: string; readonly problems: readonly string[] }[];
  readonly token: string;
}

/** Work that failed for good, what waits for a way out, and services that cannot be served: for administrators. */
export function renderIncidents({ incidents, held, broken, token }: IncidentsView): TemplateResult {
  const open = incidents.filter(({ state }) => state === "open").length;
  return html`<div class="desk">
    <div class="head"><div><h1>Incidents</h1><p class="soft small">${open === 0 ? "Nothing waits for you." : `${open} ${open === 1 ? "waits" : "wait"} for a person.`}</p></div></div>
    ${broken.map(
      ({ name, problems }) =>
        html`<section class="panel"><p class="status late">${mark("problem")}Service not available</p><h2>${name}</h2><ul>${problems.map((problem) => html`<li>${problem}</li>`)}</ul></section>`,
    )}
    <div class="panel">${
      incidents.length === 0
        ? html`<p>No incidents.</p>`
        : html`<table class="work"><caption class="out-of-sight">Incidents, newest first</caption>
        <thead><tr><th scope="col">When</th><th scope="col">Case</th><th scope="col">What happened</th><th scope="col">State</th><th scope="col"><span class="out-of-sight">Do</span></th></tr></thead>
        <tbody>${incidents.map((incident) => renderIncident(incident, token))}</tbody></table>`
    }</div>
    ${
      held.length > 0
        ? html`<section class="panel"><h2>To be done by hand</h2><p class="small soft">Nothing is lost, but this installation has no way to do these by itself: see to them by hand.</p>
          <ul class="proof">${held.map(({ number, what, when }) => html`<li>${mark("paused")}<span><span class="code">${number}</span>: ${what}<br><span class="soft">${when}</span></span></li>`)}</ul></section>`
        : nothing
    }
  </div>`;
}

function renderIncident({ id, number, what, when, state, canRetry }: ShownIncident, token: string): TemplateResult {
  const states = {
    open: ["problem", "late", "Open"],
    retried: ["begun", "soft", "Tried again"],
    closed: ["done", "soft", "Closed"],
  } as const;
  const [name, tone, words] = states[state];
  return html`<tr><td>${when}</td><th scope="row"><span class="code">${number}</span></th><td>${what}</td>
    <td><span class=${`status ${tone}`}>${mark(name)}${words}</span></td>
    <td>${canRetry ? html`<form method="post" action=${`/desk/incidents/${id}/retry`}>${csrfField(token)}<button class="plainbutton">Try again<span class="out-of-sight"> ${number}</span></button></form>` : nothing}</td></tr>`;
}

export interface RoleMessage {
  readonly subject: string;
  readonly body: string;
  readonly when: string;
  readonly number: string;
}

/** What the cases told the officer's roles: a time limit that ran out, for example. */
export function renderRoleMessages(messages: readonly RoleMessage[]): TemplateResult {
  return html`<div class="desk">
    <div class="head"><div><h1>Messages</h1><p class="soft small">${messages.length === 0 ? "Nothing was told to your roles." : "Newest first."}</p></div></div>
    ${messages.map(
      ({ subject, body, when, number }) =>
        html`<section class="panel"><h2>${subject}</h2><p>${body}</p><p class="small soft">${when}. Case <a href=${`/desk/cases/${number}`}>${number}</a></p></section>`,
    )}
  </div>`;
}
