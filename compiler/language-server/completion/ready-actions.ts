// What people can do has a name of the author's own: nothing to choose from, so whole lines as most services have them. Data, and one pure function.

/** Behind `can` in a line of this form; places to fill in stand in < >. */
const actions: ReadonlyMap<string, readonly string[]> = new Map([
  [
    "can <n> [by <ns>] [with reason] [when <c>] [then go to <n>]",
    ["<approve> then go to <name>", "<refuse> with reason then go to <name>"],
  ],
  ["can <n> [by <ns>] [with reason] [when <c>]", ["<confirm>", "<refuse> with reason"]],
  ["applicant can <n> [with reason] within <d> then go to <n>", ["<appeal> within <28 days> then go to <name>"]],
  [
    "applicant can <n> [with reason] [until <ns>] [when <c>] [then go to <n>]",
    ["<withdraw> until <name> then go to <name>"],
  ],
]);

/** What may go on behind `can`, as people read it and as an editor puts it in. */
export function readyActions(form: string): { readonly label: string; readonly snippet: string }[] {
  return (actions.get(form) ?? []).map((words) => {
    let place = 0;
    const snippet = words.replace(/<([^>]*)>/g, (_, example: string) => `$\{${++place}:${example}}`);
    return { label: words.replace(/[<>]/g, ""), snippet };
  });
}
