// The opposite of a condition, where it can be written on one line. Text in, text out.
//
// `is not yes` and not `is no`: a question may have more choices than these two. Both need an answer, as every comparison does; where the
// opposite is meant of an answer that is not there too, that is written as well.

/** `weapon is bow` → `weapon is not bow`; `a and b` → `not a or not b`. Undefined where it would take bullets. */
export function turned(condition: string): string | undefined {
  const joiners = new Set(condition.match(/ (?:and|or) /g));
  if (/\bunless\b|,|\bor (?:before|after|more|less)\b/.test(condition) || joiners.size > 1) return undefined;
  const [joiner] = joiners;
  const parts = joiner === undefined ? [condition] : condition.split(joiner);
  const opposites = parts.flatMap((part) => oneTurned(part.trim()) ?? []);
  if (opposites.length < parts.length) return undefined;
  return opposites.join(joiner === " and " ? " or " : " and ");
}

/** The opposite, also where there is no answer: undefined where that would say the same, or takes bullets. */
export function turnedOrMissing(condition: string): string | undefined {
  const [, name] = /^(\S+) is (?!not )(?!(?:answered|asked|corrected)$)/.exec(condition) ?? [];
  const opposite = / (?:and|or) /.test(condition) ? undefined : turned(condition);
  return name === undefined || opposite === undefined ? undefined : `${opposite} or ${name} is not answered`;
}

function oneTurned(condition: string): string | undefined {
  if (/ is not /.test(condition)) return condition.replace(" is not ", " is ");
  if (/ is /.test(condition)) return condition.replace(" is ", " is not ");
  if (/ does not include /.test(condition)) return condition.replace(" does not include ", " includes ");
  if (/ includes /.test(condition)) return condition.replace(" includes ", " does not include ");
  if (/^not \S+$/.test(condition)) return condition.replace(/^not /, "");
  return /^\S+$/.test(condition) ? `not ${condition}` : undefined;
}
