// The route of a compiled service without what a process cannot hold, so that two can be compared: questions, rules and the words of
// other languages. What is left is stages, roles, waits, deadlines, outcomes, ways, messages, checks, approvals. For tests only.
import type { Service } from "#contract";

/** Members that read answers. A rule is only there or not. */
const notHeld = new Set(["shows", "questions", "advisedBy", "corrects", "label", "adverse", "item"]);
const rules = new Set(["when", "skipWhen", "and", "of", "by", "until", "using", "urgentWhen", "rule"]);

/** An empty list says the same as none. */
const mayBeAbsent = new Set(["officerActions", "until"]);

/** The comparable route: places by name, in order. */
export function routeModel(service: Service): unknown {
  const language = service.languages[0]?.tag ?? "en";
  const plain = (value: unknown, key: string): unknown => {
    if (rules.has(key) && typeof value === "string") return "a rule";
    if (Array.isArray(value)) {
      if (key === "paths") return [...new Set(value.map((path) => String(path).split(".")[0]))];
      if (key === "using") return value.length;
      if (key === "list") return value.at(-1);
      return value.map((one) => plain(one, ""));
    }
    if (typeof value !== "object" || value === null) return value;
    const members = Object.entries(value);
    if (members.some(([name]) => name === language) && members.every(([, words]) => typeof words === "string"))
      return shown(Object.fromEntries(members)[language]);
    return Object.fromEntries(
      members
        .filter(
          ([name, one]) => !notHeld.has(name) && !(mayBeAbsent.has(name) && Array.isArray(one) && one.length === 0),
        )
        .map(([name, one]) => [name, plain(one, name)]),
    );
  };
  return {
    route: plain(service.route, "route"),
    outcomes: plain(service.outcomes, "outcomes"),
    roles: plain(service.roles, "roles"),
    partners: plain(service.partners, "partners"),
    sent: Object.entries(service.messages).map(([name, { channels }]) => [name, channels]),
  };
}

/** Words as a line of a text can hold them. */
function shown(words: unknown): string {
  return String(words)
    .replace(/[\p{Cc}\s]+/gu, " ")
    .replace(/["“”„]/g, "’")
    .replaceAll("{", "(")
    .replaceAll("}", ")")
    .trim();
}
