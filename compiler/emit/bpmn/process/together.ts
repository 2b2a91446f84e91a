// A stage with checks: what stands beside them (a payment, waits, the stage's own people), and what comes after all of it.
import type { Stage } from "#contract";
import { drawTelling } from "./borders.ts";
import { type Branch, drawBranches, drawChecks, type EarlyOut, earlyExits, type Parallel, standIn } from "./checks.ts";
import type { Drawing } from "./drawing.ts";
import { drawPaymentBorders, drawRequest, paymentMessage } from "./payment.ts";
import { drawWaits, isWaiting } from "./waits.ts";
import { afterAll, bareWay, choiceWays, exitWays, hasBareWay, type StageAround } from "./ways.ts";
import { drawWork } from "./work.ts";

/** Checks, what is waited for beside them, and the stage's own people, all at the same time. */
export function drawTogether(
  inner: Drawing,
  around: StageAround,
  id: string,
  out: EarlyOut,
  follow: (step: string) => void,
): void {
  const { stage, from } = around;
  const end = `${id}_end`;
  const early = earlyExits(stage);
  const parallel: Parallel = {
    inner,
    stage,
    from,
    id,
    out,
    early: (drawing, to) => exitWays(drawing, around, to, (exit) => early.includes(exit)),
    tell: (drawing, border, step, person) => drawTelling(drawing, border, step, person, undefined, 1),
  };
  const others = [
    ...(stage.payment ? [paymentBranch(inner, around, id, out)] : []),
    ...(isWaiting(stage) ? [waitsBranch(inner, around, id, out)] : []),
  ];
  const isPerson = stage.by.length > 0;
  // Before anything is opened the lines that count no checks are tried once (R0).
  const isFirst = ({ done }: Stage["exits"][number]): boolean => done === undefined;
  const rules = `${id}_rules`;
  let start = follow;
  if (stage.exits.some(isFirst)) {
    inner.add(rules, "gateway", "Which rule fits?", { from });
    follow(rules);
    for (const way of exitWays(inner, around, out, isFirst)) inner.lead(rules, way);
    start = (step) => inner.lead(rules, { to: { step }, name: "None" }, true);
  }
  if (!isPerson) {
    drawChecks(parallel, start, others, end);
    return;
  }
  const checked = `${id}_checked`;
  const after = afterAll(inner, around, out);
  const isLeft = after.some(({ condition }) => !condition);
  const ways = [...after, ...(hasBareWay(stage) && !isLeft ? [bareWay(around, out)] : [])];
  const guarded = ways.filter(({ condition }) => condition);
  const leaving = ways.find(({ condition }) => !condition);
  const all: Branch = {
    steps: 9,
    draw: (_stand, joined) => {
      let entry = "";
      const enterBranch = (step: string): void => {
        entry = step;
      };
      const last = leaving?.to ?? { step: joined };
      const next = guarded.length > 0 || !("step" in last) ? checked : last.step;
      drawChecks(parallel, enterBranch, others, next);
      if (next === checked) {
        inner.add(checked, "gateway", "Which rule fits after all?", { from });
        inner.split(checked, [...guarded, leaving ?? { to: last, name: "None" }]);
      }
      return entry;
    },
  };
  // Where the checks always lead out, nothing waits for the people: what they leave undecided ends with their visit.
  const join = leaving ? undefined : `${id}_done`;
  drawBranches(
    inner,
    { split: `${id}_both`, ...(join ? { join } : {}) },
    [all, ownBranch(inner, around, id, out)],
    start,
    end,
  );
}

/** The stage's own people beside the checks: what they choose may lead out at once. */
function ownBranch(inner: Drawing, around: StageAround, id: string, out: EarlyOut): Branch {
  return {
    steps: 2,
    draw: (stand, after) => {
      standIn(inner, stand, () => {
        const work = drawWork(inner, around, id);
        inner.choose(work.id, [...choiceWays(inner, around, out), { to: { step: after }, name: "Stays" }], {
          id: `${id}_chosen`,
          name: "What was chosen?",
          from: around.from,
        });
      });
      return `${id}_work`;
    },
  };
}

function paymentBranch(inner: Drawing, around: StageAround, id: string, out: EarlyOut): Branch {
  return {
    steps: 4,
    draw: (stand, after) => {
      const over = `${id}_paid_over`;
      standIn(inner, stand, () => {
        const request = drawRequest(
          inner,
          around,
          id,
          () => {},
          () => ({}),
          () => ({ to: { step: over } }),
        );
        const message = paymentMessage(around.stage);
        const wait = inner.add(`${id}_payment`, "receive", "Wait for the payment", {
          from: `${around.from}/payment`,
          message,
        });
        inner.message(wait.id, "from-pool", message);
        drawPaymentBorders(inner, inner, wait, { ...around, stage: { ...around.stage, by: [] } }, out);
        inner.next(request, wait.id);
        inner.next(wait.id, over);
        inner.add(over, "gateway", "", { from: `${around.from}/payment` });
        inner.next(over, after);
      });
      return `${id}_owed`;
    },
  };
}

function waitsBranch(inner: Drawing, { stage, from }: StageAround, id: string, out: EarlyOut): Branch {
  return {
    steps: (stage.waits?.length ?? 0) + (stage.awaits?.length ?? 0),
    draw: (stand, after) => {
      let [first, last] = ["", ""];
      const follow = (step: string): void => {
        if (first === "") first = step;
        else inner.next(last, step);
        last = step;
      };
      standIn(inner, stand, () => drawWaits(inner, stage, from, id, follow, out));
      inner.next(last, after);
      return first;
    },
  };
}
