// What the agency pays the applicant, as people read it: each plan in a sentence, each payment with its day and amount. Pure.
import { html, nothing, type TemplateResult } from "lit";
import type { Service } from "#contract";
import { dayOf } from "#journey/setting.ts";
import type { Setting } from "#journey/shapes.ts";
import { wordsIn } from "#journey/words-in.ts";
import type { Case, PaymentPlan } from "#routing/case.ts";
import { dayOfPlan } from "#routing/steps/plan.ts";
import { calendarOf } from "#support/calendars.ts";
import { longDay } from "./days.ts";
import { showMoney } from "./summary.ts";
import type { PortalWords } from "./words/portal-words.ts";

/** One payment, or a day on which nothing was paid. */
export interface PaidLine {
  readonly amount: string;
  readonly dueOn: string;
  readonly state: string;
}

/** Everything that goes out under one name. */
export interface MoneyOut {
  readonly title: string;
  readonly plans: readonly string[];
  /** The newest first. */
  readonly lines: readonly PaidLine[];
}

/** What is paid in this case, one part for each name. */
export function moneyOut(one: Case, service: Service, setting: Setting, words: PortalWords): MoneyOut[] {
  const { paidOut = [], plans = [] } = one;
  const day = (date: string): string => longDay(date, setting.language, setting.today);
  const names = [...new Set([...plans, ...paidOut].map(({ name }) => name))];
  return names.map((name): MoneyOut => {
    const paid = paidOut.filter((line) => line.name === name);
    const passed = plans.filter((plan) => plan.name === name).flatMap((plan) => plan.passed);
    const lines = [
      ...paid.map(({ amount, dueOn, at }) => ({
        dueOn,
        amount: amount === undefined ? words.amountNotKnown : showMoney(amount, service, setting),
        state: words.paymentOrdered(day(dayOf(at, service.timeZone))),
      })),
      ...passed.map((dueOn) => ({ dueOn, amount: "", state: words.paymentPassed })),
    ].sort((first, second) => (first.dueOn < second.dueOn ? 1 : -1));
    return {
      title: titleOf(service, name, setting.language),
      plans: plans.filter((plan) => plan.name === name).map((plan) => planWords(one, service, setting, words, plan)),
      lines: lines.map((line) => ({ ...line, dueOn: words.paymentFor(day(line.dueOn)) })),
    };
  });
}

/** The part of the applicant's page, and the panel of the officer's. */
export function renderMoneyOut(parts: readonly MoneyOut[]): TemplateResult[] {
  return parts.map(
    ({ title, plans, lines }) => html`<h3 class="small">${title}</h3>${plans.map((plan) => html`<p>${plan}</p>`)}
      ${lines.length > 0 ? html`<ul class="proof">${lines.map(({ amount, dueOn, state }) => html`<li><span>${amount ? html`<b>${amount}</b> ` : nothing}${dueOn}<br><span class="soft">${state}</span></span></li>`)}</ul>` : nothing}`,
  );
}

function planWords(
  { issued, deadlines }: Case,
  service: Service,
  { language, today }: Setting,
  words: PortalWords,
  plan: PaymentPlan,
): string {
  const { id, each, whileLasts, state, endedAt } = plan;
  if (state === "ended") return words.planOver(longDay(dayOf(endedAt ?? "", service.timeZone), language, today));
  const licence = wordsIn(service.credentials[whileLasts]?.title, language) || whileLasts;
  const isSuspended = issued.findLast(({ credential }) => credential === whileLasts)?.status === "suspended";
  if (isSuspended) return words.planWaits(words.paidEach[each], licence);
  const next = dayOfPlan(plan, plan.come, calendarOf(service));
  const waits = deadlines.find(({ kind, of, state: runs }) => kind === "plan" && of === id && runs === "running");
  return waits && dayOf(waits.at, service.timeZone) >= next
    ? words.planNext(words.paidEach[each], licence, longDay(next, language, today))
    : words.planLast(words.paidEach[each], licence);
}

function titleOf(service: Service, name: string, language: string): string {
  const found = Object.values(service.names).find((one) => one.name === name);
  const said = wordsIn(found?.label, language) || name.replaceAll("-", " ");
  return `${said.slice(0, 1).toUpperCase()}${said.slice(1)}`;
}
