// The Data tab: who the preview's person is and what the registers say about them. Everything typed here stays in this page.

import { html, nothing, type TemplateResult } from "lit";
import type { Service } from "#contract";
import { type Behaviour, fieldsOf, type MadeUp, type MadeUpRegister, operationsOf, personWords } from "./made-up.ts";

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

function registerField(
  service: Service,
  key: string,
  parameter: ReturnType<typeof operationsOf>[number]["operation"]["gives"][number],
  register: MadeUpRegister,
  change: (next: MadeUpRegister) => void,
): TemplateResult {
  const value = register.gives[parameter.key] ?? "";
  const onChange = (event: Event): void =>
    change({ ...register, gives: { ...register.gives, [parameter.key]: valueIn(event) } });
  const options =
    parameter.type.kind === "yes-or-no"
      ? [["yes", "Yes"] as const, ["no", "No"] as const]
      : parameter.type.kind === "one-of"
        ? (service.lists[parameter.type.list ?? ""]?.options ?? []).map(
            (option) => [option.value, Object.values(option.label)[0] ?? option.value] as const,
          )
        : undefined;
  const words = parameter.name.replaceAll("-", " ");
  return html`<label class="datum" data-key=${`${key}/${parameter.key}`}><span>${words.charAt(0).toUpperCase() + words.slice(1)}</span>${
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
