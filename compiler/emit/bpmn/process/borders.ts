// What stands at the border of a stage while it waits: its deadline, its reminders, and what can take the case away.
import type { Name } from "#contract";
import type { Drawing } from "./drawing.ts";
import { countingNote, lengthOf, spoken, timerOf, wordsOf } from "./names.ts";
import type { Border, Job, Step } from "./process.ts";
import type { StageAround } from "./ways.ts";

/** Deadlines, reminders and what can take the case away while the stage waits. */
export function drawBorders(drawing: Drawing, step: Step, around: StageAround): void {
  const { stage, from } = around;
  const { finish, name } = stage;
  const calendar = drawing.service.route?.calendar;
  if (finish && (finish.tell ?? finish.goTo ?? finish.giveTo) !== undefined) {
    const border = drawing.border(step, {
      id: `${step.id}_late`,
      on: "timer",
      name: finish.within ? `After ${lengthOf(finish.within)}` : "When the day has come",
      interrupting: finish.goTo !== undefined,
      timer: finish.within ? timerOf(finish.within, `${name} finish`, calendar) : { instant: `${name} finish` },
      notes: finish.within ? [countingNote(finish.within, drawing.service)] : [],
      from: `${from}/finish`,
    });
    if (finish.goTo) drawing.lead(border.id, { to: { place: finish.goTo } });
    else drawTelling(drawing, border, step, finish.tell, finish.giveTo, 1);
  }
  stage.reminders.forEach(({ to, after }, at) => {
    const border = drawing.border(step, {
      id: `${step.id}_remind_${at + 1}`,
      on: "timer",
      name: `After ${lengthOf(after)}`,
      interrupting: false,
      timer: timerOf(after, `${name} reminder ${at + 1}`, calendar),
      notes: [countingNote(after, drawing.service)],
      from: `${from}/reminders/${at}`,
    });
    drawTelling(drawing, border, step, to, undefined, 1, "Remind");
  });
  for (const { border, goTo } of around.interruptions) {
    drawing.border(step, border);
    if (border.on === "message") drawing.message(border.id, "from-pool", border.name);
    drawing.lead(border.id, { to: { place: goTo } });
  }
}

export function drawTelling(
  drawing: Drawing,
  border: Border,
  step: Step,
  tell: Name | undefined,
  giveTo: Name | undefined,
  at: number,
  verb = "Tell",
): void {
  let last = border.id;
  let column = at;
  const add = (id: string, kind: "send" | "service" | "end", name: string, job?: Job): void => {
    const standing = { kind: "beside", host: step.id, chain: border.id, step: column } as const;
    drawing.add(id, kind, name, { standing, ...(border.from ? { from: border.from } : {}), ...(job ? { job } : {}) });
    drawing.next(last, id);
    last = id;
    column += 1;
  };
  if (tell) {
    const job: Job = { type: "tell", about: { to: tell, event: border.id } };
    add(`${border.id}_tell`, "send", `${verb} ${personName(drawing, tell)}`, job);
    if (tell === "applicant")
      drawing.message(`${border.id}_tell`, "to-pool", verb === "Tell" ? "It takes longer" : "Reminder");
  }
  if (giveTo) {
    const job: Job = { type: "give-work", about: { to: giveTo, event: border.id } };
    add(`${border.id}_give`, "service", `Give the work to ${personName(drawing, giveTo)}`, job);
  }
  add(`${border.id}_told`, "end", "Told");
}

export function personName({ service }: Drawing, role: Name): string {
  if (role === "applicant") return "the applicant";
  const titled = Object.hasOwn(service.roles, role) ? service.roles[role] : undefined;
  return wordsOf(service, titled?.title) || spoken(role);
}
