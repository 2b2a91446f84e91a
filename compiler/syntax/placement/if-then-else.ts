// What stands below a calculation as other languages say it: `if … then …`, `else …`, `plus £30 when …`. Here a general value stands in the
// line of the calculation, and each exception below it. Text in, text out.

/** A calculation with what stands below it, as it is written here. */
export interface Exceptions {
  readonly head: string;
  readonly below: readonly string[];
}

/** A value that needs no `then` before it: £0, 25%, half-fee. */
const oneValue = /^(?:[£€$]?[\d.,]+%?|\p{L}[\p{L}\d'’-]*)$/u;
const branch = /^(?:(?:else|otherwise),? )?(?:if|when) (.+?)[,:]?(?:,? then:? (.+)| ([^\s]+))?$/i;
const valueFirst = /^([£€$]?[\d.,]+%?|\p{L}[\p{L}\d'’-]*),? (?:if|when) (.+)$/iu;
const thenLine = /^then:? (.+)$/i;
const rest = /^(?:else|otherwise)(?: use| is)?:? (.+)$/i;
const lastRest = /^(.+?),? (?:else|otherwise) (.+)$/i;

/** `calculate fee`, `if a is yes then £0`, `else £10` → `calculate fee = £10`, `except £0 when a is yes`; undefined for other lines. */
export function exceptionsMeant(head: string, lines: readonly string[]): Exceptions | undefined {
  const below: string[] = [];
  let general: string | undefined;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    const [, condition, said, bare] = branch.exec(line) ?? [];
    const [, otherwise] = condition === undefined ? (rest.exec(line) ?? []) : [];
    if (otherwise !== undefined && general === undefined) {
      general = otherwise;
      continue;
    }
    const [, early, late] = condition === undefined ? (valueFirst.exec(line) ?? []) : [];
    if (early !== undefined && early !== "except") {
      below.push(`except ${early} when ${late}`);
      continue;
    }
    if (condition === undefined) return undefined;
    const [, next] = thenLine.exec(lines[at + 1] ?? "") ?? [];
    const isOnNext = said === undefined && next !== undefined;
    const value = isOnNext ? next : (said ?? (oneValue.test(bare ?? "") ? bare : undefined));
    if (value === undefined) return undefined;
    if (isOnNext) at++;
    const [, first, last] = lastRest.exec(value) ?? [];
    if (last !== undefined) general ??= last;
    below.push(
      `except ${shareOf(first ?? value)} when ${isOnNext && bare !== undefined ? `${condition} ${bare}` : condition}`,
    );
  }
  const [, start = head, base] = /^(.+?) ?= ?(.*)$/.exec(head) ?? [];
  const value = general ?? base;
  return below.length === 0 || value === undefined || value === "" ? undefined : { head: `${start} = ${value}`, below };
}

/** `price + 25%` → `price + 25% of price` */
function shareOf(value: string): string {
  return value.replace(/^(\S+) (\+|-|plus|minus) (\d+%)$/, "$1 $2 $3 of $1");
}

const free = /^(?:it is )?(?:free|nothing|no (?:fee|charge|cost)) (?:if|when) (.+)$/i;
const changed: readonly (readonly [RegExp, (base: string, by: string) => string])[] = [
  [/^(?:plus|add|\+) ?(\S+) (?:if|when) (.+)$/i, (base, by) => `${base} + ${by}`],
  [/^(\S+) (?:more|extra) (?:if|when) (.+)$/i, (base, by) => `${base} + ${by}`],
  [/^(?:minus|less|subtract|deduct|take off) (\S+) (?:if|when) (.+)$/i, (base, by) => `${base} - ${by}`],
  [/^(\S+) (?:off|less|discount) (?:if|when) (.+)$/i, (base, by) => `${base} - ${by}`],
];
const multiplied: readonly (readonly [RegExp, (base: string) => string])[] = [
  [/^double(?: (?:that|price|fee))? (?:if|when) (.+)$/i, (base) => `${base} times 2`],
  [/^half(?: (?:of )?(?:that|price|fee))? (?:if|when) (.+)$/i, (base) => `50% of ${base}`],
];

/** `plus £30 when late is yes` below `calculate fee = £20` → `except £20 + £30 when late is yes`: an exception says the whole value. */
export function exceptionFrom(head: string, line: string): string | undefined {
  const [, waived] = free.exec(line) ?? [];
  if (waived !== undefined) return `except £0 when ${waived}`;
  const [, base = ""] = /^calculate \S+ = (.+)$/.exec(head) ?? [];
  if (base === "" || / else /.test(base)) return undefined;
  for (const [pattern, whole] of changed) {
    const [, by, condition] = pattern.exec(line) ?? [];
    if (by === undefined) continue;
    if (!by.endsWith("%")) return `except ${whole(base, by)} when ${condition}`;
    if (!base.includes(" ")) return `except ${whole(base, `${by} of ${base}`)} when ${condition}`;
  }
  for (const [pattern, whole] of multiplied) {
    const [, condition] = pattern.exec(line) ?? [];
    if (condition !== undefined && !base.includes(" ")) return `except ${whole(base)} when ${condition}`;
  }
  return undefined;
}

/** Whether the line changes the value, as one that adds to it does. */
export function changesTheValue(line: string): boolean {
  return [...changed, ...multiplied].some(([pattern]) => pattern.test(line));
}
