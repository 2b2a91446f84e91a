// Where a value came from, by mark and words, in the same place on every screen.
import { html, nothing, type TemplateResult } from "lit";
import type { Service } from "#contract";
import type { Origin } from "#contract/facts.ts";
import { whenText, wordsIn } from "../journey/setting.ts";
import type { Setting } from "../journey/shapes.ts";
import { mark } from "./mark.ts";
import type { Content } from "./row.ts";

/** The mark and words of an origin; `more` follows them ("Only the register can change it."). */
export function origin(from: Origin, service: Service, setting: Setting, more: Content = nothing): TemplateResult {
  const { words } = setting;
  switch (from.kind) {
    case "typed":
      return html`${mark("typed")}<span>${words.you}${more === nothing ? nothing : html`. ${more}`}</span>`;
    case "prefilled": {
      const at = whenText(from.at, setting, service.timeZone);
      return from.source === "identity"
        ? html`${mark("identity")}<span><b>${words.yourIdentityAccount}</b><br>${words.signedIn({ when: at })} ${more}</span>`
        : html`${mark("register")}<span><b>${sourceName(from.source, service, setting)}</b><br>${capital(at)}. ${more}</span>`;
    }
    case "corrected":
      return html`${mark("corrected")}<span><b>${from.source === "identity" ? words.youCorrectedIdentity : words.youCorrected}</b>${from.evidence ? html`<br>${words.withDocuments({ count: 1 })}` : nothing} ${more}</span>`;
    case "asked-instead":
      return html`${mark("typed")}<span>${words.you}. <b>${words.notVerified}.</b> ${more}</span>`;
  }
}

/** The name of a source as people know it. */
export function sourceName(source: string, service: Service, setting: Setting): string {
  if (source === "identity") return setting.words.yourIdentityAccount;
  return wordsIn(service.sources[source]?.title, setting.language) || setting.words.theRegister;
}

/** With a capital letter, to begin a sentence. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
