// A condition as its author wrote it, with the law that it or a rule it names rests on: why a licence changed by itself.
import type { Expression, Service } from "#contract";
import { sayExpression } from "#support/explain-words.ts";
import { partsOf } from "#support/rule-items.ts";
import { wordsIn } from "#support/words.ts";

/** "vehicle's taxed is no", or "unfit: fines is more than 2 (Licensing Act 2003, section 51)"; undefined for a rule that is not there. */
export function conditionWords(service: Service, id: string): string | undefined {
  const rule = Object.hasOwn(service.rules, id) ? service.rules[id] : undefined;
  if (!rule) return undefined;
  const language = service.languages[0]?.tag ?? "en";
  const laws = [rule, ...rulesIn(rule.expression).flatMap((named) => service.rules[named] ?? [])]
    .map(({ because }) => wordsIn(because ?? {}, language, language))
    .filter((law) => law !== "");
  // A decision's bare name says little to who was not there when it was written.
  const named = rule.expression.op === "rule" ? service.rules[rule.expression.id] : undefined;
  const inside = named?.form === "decide" ? `: ${sayExpression(named.expression, service)}` : "";
  const said = `${sayExpression(rule.expression, service)}${inside}`;
  return laws.length === 0 ? said : `${said} (${[...new Set(laws)].join("; ")})`;
}

/** Why a licence changed by this rule, for whoever holds it: what the text says to them, in their language where it can; else the condition. */
export function reasonWords(service: Service, licence: string, rule: string, language: string): string | undefined {
  const credential = Object.hasOwn(service.credentials, licence) ? service.credentials[licence] : undefined;
  const say = credential?.revokeWhen === rule ? credential.revokeSay : credential?.suspendSay;
  return say ? wordsIn(say, language, service.languages[0]?.tag ?? "en") : conditionWords(service, rule);
}

function rulesIn(expression: Expression): string[] {
  const own = expression.op === "rule" ? [expression.id] : [];
  return [...own, ...partsOf(expression).flatMap(({ part }) => rulesIn(part))];
}
