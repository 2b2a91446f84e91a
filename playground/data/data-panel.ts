// The Data tab: who the preview's person is and what the registers say about them. Everything typed here stays in this page.

import { html, nothing, type TemplateResult } from "lit";
import type { Parameter, Service } from "#contract";
import {
  type Behaviour,
  carriedParts,
  fieldsOf,
  type MadeUp,
  type MadeUpBefore,
  type MadeUpRegister,
  operationsOf,
  personWords,
} from "./made-up.ts";

const behaviours: readonly (readonly [Behaviour, string])[] = [
  ["present", "Answers"],
  ["absent", "Finds nothing"],
  ["unavailable", "Does not answer"],
];

/** The panel; `onChange` gets the whole made-up data after each change. */
export function dataPanel(
  service: Service | undefined,
  madeUp: MadeUp | undefined,
  onChange: (next: MadeUp) => void,
): TemplateResult {
  if (!service || !madeUp)
    return html`<p class="soft">The people and registers of the preview appear here once the text works.</p>`;
  const operations = operationsOf(service);
  return html`<div class="data">
    <p class="small soft wide">A made-up person and made-up registers for the preview. Nothing here leaves this page.</p>
    ${personFields(service, madeUp, onChange)}
    ${beforeFields(service, madeUp, onChange)}
    ${
      operations.length === 0
        ? html`<p class="soft">This service asks no register.</p>`
        : operations.map(({ key, source, operation, name }) => {
            const register = madeUp.registers[key];
            if (!register) return nothing;
            const change = (next: MadeUpRegister): void =>
              onChange({ ...madeUp, registers: { ...madeUp.registers, [key]: next } });
            const title = service.sources[source]?.title ?? {};
            return html`<fieldset><legend>${Object.values(title)[0] ?? source}</legend>
              <p class="small soft"><code>${name}</code></p>
              <div class="behaviours">${behaviours.map(
                ([state, words]) =>
                  html`<label class="tick"><input type="radio" name=${`state ${key}`} .checked=${register.state === state}
                    @change=${() => change({ ...register, state })}>${words}</label>`,
              )}</div>
              ${
                register.state === "present"
                  ? fieldsOf(operation).map((parameter) => registerField(service, key, parameter, register, change))
                  : nothing
              }
            </fieldset>`;
          })
    }
  </div>`;
}

function personFields(service: Service, madeUp: MadeUp, onChange: (next: MadeUp) => void): TemplateResult {
  if (!service.applicants.some((applicant) => applicant.signsIn))
    return html`<p class="soft">Nobody signs in to this service.</p>`;
  return html`<fieldset><legend>The person</legend>
    <label class="tick"><input type="checkbox" .checked=${madeUp.signedIn}
      @change=${(event: Event) => onChange({ ...madeUp, signedIn: isChecked(event) })}>Signed in</label>
    ${
      madeUp.signedIn
        ? Object.entries(personWords).map(
            ([path, words]) =>
              html`<label class="datum"><span>${words}</span><input class="input" autocomplete="off" .value=${madeUp.person[path] ?? ""}
                @change=${(event: Event) => onChange({ ...madeUp, person: { ...madeUp.person, [path]: valueIn(event) } })}></label>`,
          )
        : nothing
    }
  </fieldset>`;
}

/** What the person said last time, and what stands on their licences; nothing where no question is filled in from there. */
function beforeFields(
  service: Service,
  madeUp: MadeUp,
  onChange: (next: MadeUp) => void,
): TemplateResult | typeof nothing {
  const parts = carriedParts(service);
  const { before } = madeUp;
  if (parts.length === 0 || !madeUp.signedIn) return nothing;
  const change = (next: MadeUpBefore): void => onChange({ ...madeUp, before: next });
  return html`<fieldset><legend>From before</legend>
    <label class="tick"><input type="checkbox" .checked=${before.isThere}
      @change=${(event: Event) => change({ ...before, isThere: isChecked(event) })}>Has applied before, and has the licences</label>
    ${
      before.isThere
        ? parts.map((part) =>
            datum(service, `before/${part.key}`, part, before.said[part.key] ?? "", (typed) =>
              change({ ...before, said: { ...before.said, [part.key]: typed } }),
            ),
          )
        : nothing
    }
  </fieldset>`;
}

function registerField(
  service: Service,
  key: string,
  parameter: Parameter,
  register: MadeUpRegister,
  change: (next: MadeUpRegister) => void,
): TemplateResult {
  return datum(service, `${key}/${parameter.key}`, parameter, register.gives[parameter.key] ?? "", (typed) =>
    change({ ...register, gives: { ...register.gives, [parameter.key]: typed } }),
  );
}

/** One value: a choice where its type has one, else text. */
function datum(
  service: Service,
  key: string,
  parameter: Parameter,
  value: string,
  change: (typed: string) => void,
): TemplateResult {
  const onChange = (event: Event): void => change(valueIn(event));
  const options =
    parameter.type.kind === "yes-or-no"
      ? [["yes", "Yes"] as const, ["no", "No"] as const]
      : parameter.type.kind === "one-of"
        ? (service.lists[parameter.type.list ?? ""]?.options ?? []).map(
            (option) => [option.value, Object.values(option.label)[0] ?? option.value] as const,
          )
        : undefined;
  const words = parameter.name.replaceAll("-", " ");
  return html`<label class="datum" data-key=${key}><span>${words.charAt(0).toUpperCase() + words.slice(1)}</span>${
    options
      ? html`<select class="input" @change=${onChange}><option value="" ?selected=${value === ""}>Not known</option>${options.map(
          ([option, label]) => html`<option value=${option} ?selected=${option === value}>${label}</option>`,
        )}</select>`
      : html`<input class="input" autocomplete="off" .value=${value} @change=${onChange}>`
  }</label>`;
}

function isChecked(event: Event): boolean {
  return event.currentTarget instanceof HTMLInputElement && event.currentTarget.checked;
}

function valueIn(event: Event): string {
  const { currentTarget } = event;
  return currentTarget instanceof HTMLInputElement || currentTarget instanceof HTMLSelectElement
    ? currentTarget.value
    : "";
}
