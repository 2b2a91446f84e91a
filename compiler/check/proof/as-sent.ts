// The form's conditions as they stood when the application was sent: what was `today` there is the day it was applied on. Rules about
// a case go by that day, so what the form demanded of an age holds for them too.
import type { Model } from "../../model/model.ts";
import type { Expression } from "../../model/shapes.ts";
import { madeOnce } from "../made-once.ts";

/** The condition of a form's rule as of the day of sending; as it is where that day may be another one than the day of the form. */
export const asSentIn = madeOnce((model: Model): ((condition: Expression) => Expression) => {
  const made = new Map<string, Expression>();
  const working = new Set<string>();
  // Whoever signs last sends; and a case that another one starts may keep the day of that one.
  if (model.route?.stages.some(({ coSign }) => coSign !== undefined) || model.startedBy.length > 0) return (one) => one;
  const replaced = (condition: Expression): Expression => {
    if (condition.op === "rule") return ofRule(condition);
    const text = JSON.stringify(condition);
    if (!text.includes('"today"') && !text.includes('"op":"rule"')) return condition;
    let hasChanged = false;
    const copy: Expression = JSON.parse(text, (_, node) => {
      if (typeof node !== "object" || node === null) return node;
      if (node.op !== "today" && node.op !== "rule") return node;
      const other = node.op === "today" ? { op: "date-applied" } : ofRule(node);
      hasChanged ||= other !== node;
      return other;
    });
    return hasChanged ? copy : condition;
  };
  /** A rule that reads the day is opened up; numbers keep their rule, which goes by the day of sending already. */
  const ofRule = (condition: Expression & { op: "rule" }): Expression => {
    const rule = model.rules.get(condition.id);
    if (!rule || rule.broken || rule.gives.kind !== "yes-or-no" || working.has(rule.id)) return condition;
    const known = made.get(rule.id);
    if (known) return known;
    working.add(rule.id);
    const own = replaced(rule.expression);
    working.delete(rule.id);
    const sent = own === rule.expression ? condition : own;
    made.set(rule.id, sent);
    return sent;
  };
  return replaced;
});
