// What a host hands to renderPage and renderShell: the page to show and its surroundings. Only types.
import type { TemplateResult } from "lit";
import type { PromisedDate } from "../journey/promise.ts";
import type { AnswerProblem, Journey, PostedFields } from "../journey/shapes.ts";
import type { ChosenBefore } from "../pages/check.ts";

export interface Link {
  readonly text: string;
  readonly href: string;
  readonly lang?: string;
  /** Done with a posted form instead of a link: sign out, switch the language while typing. */
  readonly post?: boolean;
}

/** What stands around every page, the same for forms, portal and desk. */
export interface Surroundings {
  /** Language of the page. */
  readonly language: string;
  /** Other languages of the page, each a link that keeps everything typed so far. */
  readonly languages: readonly Link[];
  readonly agency: { readonly name: string; readonly href: string };
  /** Addresses of the styles, in order. */
  readonly styles: readonly string[];
  /** Address of the module script; absent: none. */
  readonly script?: string;
  /** The page stands in a frame of another website: its script, and the addresses that stay in it (below this one; empty: none). */
  readonly framed?: { readonly script: string; readonly within: string };
  /** Hashes of styles and script by address (Subresource Integrity): a file that was changed on its way is not used. */
  readonly integrity?: Readonly<Record<string, string>>;
  /** Addresses of fonts to load early. */
  readonly fonts?: readonly string[];
  /** Address of the icon in the browser's tab. Absent: browsers look for one of their own accord. */
  readonly icon?: string;
  /** "Save and leave", "Sign out": right of the header. */
  readonly tools: readonly Link[];
  readonly footer: readonly Link[];
  /** Hidden field `_csrf` of every posted form. */
  readonly csrf?: string;
  /** A message on top of the page, once: "Saved". */
  readonly said?: { readonly tone: "act" | "time" | "late" | "done"; readonly text: string };
}

/** A page of the portal or the desk: its own main part in our frame. */
export interface Shell extends Surroundings {
  /** Without the agency, which is added. */
  readonly title: string;
  readonly main: TemplateResult;
  /** Desk: closer set, with the Formwork mark and places. */
  readonly frame?: "portal" | "desk";
  /** Desk and portal: places one can go to; `current` is the one shown. */
  readonly places?: readonly (Link & { readonly current?: boolean })[];
  readonly problems?: boolean;
}

/** When a session ends unless something is asked of the host before. */
export interface SessionEnd {
  /** An instant. */
  readonly endsAt: string;
  /** Asking for this address (GET) keeps the session open for as long again. */
  readonly keepAt: string;
  /** Where one signs in again and comes back. */
  readonly signInAt: string;
}

/** Where the form lives: pages are at `${base}/${address}`, for example /apply/x/7f/about-you/phone. */
export interface FormPlace extends Surroundings {
  readonly base: string;
  /** "My applications", or the catalogue: back from the first page and from the task list. */
  readonly home: Link;
  /** When the draft was last saved, an instant. */
  readonly savedAt?: string;
  /** Until when the draft is kept, a date. */
  readonly keptUntil?: string;
  /** Where the same form posts itself in the background; absent: only whole pages. */
  readonly saveAddress?: string;
  /** How long the person stays signed in; absent: nobody is, or there is no end. */
  readonly session?: SessionEnd;
}

/** One page of a form. Every kind answers a GET; those with questions also show what was posted and what is wrong. */
export type PageView = { readonly place: FormPlace; readonly journey: Journey } & (
  | {
      readonly kind: "start";
      /** The button leads here. */
      readonly startAt: string;
      readonly promised?: PromisedDate;
      /** Sign-in comes next. */
      readonly signsIn: boolean;
      /** What to know before beginning, in the person's language. */
      readonly notes?: readonly string[];
      /** Why nobody can apply now: said in place of the button. */
      readonly closed?: string;
    }
  | {
      /** A page of questions, a page of eligibility, a page inside an item, a page with no way on, a list of items. */
      readonly kind: "question";
      readonly address: string;
      readonly posted?: PostedFields;
      readonly problems?: readonly AnswerProblem[];
      /** The person came from the check page: the way back leads there. */
      readonly fromCheck?: boolean;
    }
  | { readonly kind: "eligibility-result"; readonly continueAt: string }
  | { readonly kind: "tasks" }
  | {
      readonly kind: "check";
      readonly whoApplies?: readonly ChosenBefore[];
      readonly posted?: PostedFields;
      readonly problems?: readonly AnswerProblem[];
      readonly promised?: PromisedDate;
    }
  | {
      readonly kind: "confirmation";
      readonly reference: string;
      /** Instant of sending. */
      readonly sentAt: string;
      readonly emailedTo?: string;
      readonly promised?: PromisedDate;
      readonly steps: readonly {
        readonly state: "gone" | "now" | "todo";
        readonly title: string;
        readonly when?: string;
      }[];
      readonly withdrawAt?: string;
      /** What the person can do at once, for example pay; `until` says by when, in words. */
      readonly act?: { readonly text: string; readonly href: string; readonly until: string };
      readonly printAt?: string;
    }
);
