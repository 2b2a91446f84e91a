// Everything that lines of a route name and that stands elsewhere in a text: roles, agencies, messages, questions. Each is made once.
import type { Drawn, Node } from "./graph.ts";
import type { Names } from "./names.ts";
import type { Source, Stub, Titled } from "./text.ts";

/** Words for those who apply, in a few languages: a lane or pool of this name is the applicant. */
const applicants =
  /^(the )?(applicants?|citizens?|customers?|clients?|claimants?|residents?|users?|persons?|people|company|companies|business|businesses|antragsteller(in)?|antragstellende|bürger(in)?|kunden?|kundin|demandeurs?|citoyens?|usagers?|clients?|solicitantes?|ciudadanos?|clientes?|requerentes?|cidadãos?|cidadão|richiedenti?|cittadin[oi]|aanvrager|burger|klant|ansøger|borger|kunde|hakija|asiakas|søker|sökande|medborgare|ymgeisydd)$/i;

export class Stubs {
  readonly names: Names;
  readonly partners: Titled[] = [];
  readonly sources: Source[] = [];
  readonly amounts: (Titled & { readonly value: string; readonly comments: readonly string[] })[] = [];
  readonly questions: Stub[] = [];
  readonly lists: Titled[] = [];
  readonly #roles = new Map<string, Titled>();
  readonly #messages = new Map<string, Titled>();
  readonly #pools = new Map<string, string>();
  readonly #drawn: Drawn;

  constructor(drawn: Drawn, names: Names) {
    this.#drawn = drawn;
    this.names = names;
  }

  get roles(): Titled[] {
    return [...this.#roles.values()];
  }

  get messages(): Titled[] {
    return [...this.#messages.values()];
  }

  /** Who works on a step: its lane, else the pool, else somebody of the office. */
  role(node: Node): string {
    const label = node.lane || this.#drawn.agency || "An officer";
    if (applicants.test(label)) return "applicant";
    const known = this.#roles.get(label);
    if (known) return known.name;
    const made = { name: this.names.take(label === "An officer" ? "officer" : label, "team"), title: label };
    this.#roles.set(label, made);
    return made.name;
  }

  isApplicantPool(id: string): boolean {
    return applicants.test(this.#drawn.pools.get(id)?.name ?? "");
  }

  /** The other agencies that a step talks to. */
  partnersOf(node: Node): string[] {
    return [...node.pools].filter((id) => !this.isApplicantPool(id)).map((id) => this.partner(id));
  }

  partner(id: string): string {
    const known = this.#pools.get(id);
    if (known !== undefined) return known;
    const title = this.#drawn.pools.get(id)?.name ?? "Somebody else";
    const made = { name: this.names.take(title, "agency"), title };
    this.partners.push(made);
    this.#pools.set(id, made.name);
    return made.name;
  }

  message(label: string): string {
    const known = this.#messages.get(label);
    if (known) return known.name;
    const made = { name: this.names.take(label, "message"), title: label || "A message" };
    this.#messages.set(label, made);
    return made.name;
  }

  /** A yes or no question, or one of another kind, that stands for what the drawing reads. */
  question(label: string, title: string, type: string, comments: readonly string[]): string {
    const name = this.names.take(label, type === "yes or no" ? "answer" : "value");
    this.questions.push({ name, title, type, comments });
    return name;
  }

  /** A length that only an expression of another system says. */
  length(label: string, words: string): string {
    const name = this.names.take(`${label} time`, "time");
    const comments = [
      words === ""
        ? "The timer says no length: 30 days stand here until somebody says it."
        : `The timer is worked out by another system: ${words} (30 days stand here until somebody says it).`,
    ];
    this.amounts.push({ name, title: label, value: "30 days", comments });
    return name;
  }

  /** What is waited for, as something that an agency announces. */
  announcement(node: Node, label: string): string {
    const [pool] = node.pools;
    const partner = pool === undefined || this.isApplicantPool(pool) ? undefined : this.partner(pool);
    const announced = this.names.take(label, "news");
    const found = this.sources.find((one) => one.partner === partner);
    if (found) found.announces.push(announced);
    else {
      const title = (pool === undefined ? undefined : this.#drawn.pools.get(pool)?.name) ?? "Messages from outside";
      this.sources.push({
        name: this.names.take(`messages from ${partner ?? "outside"}`, "source"),
        title,
        ...(partner === undefined ? {} : { partner }),
        announces: [announced],
      });
    }
    return announced;
  }

  list(label: string): string {
    const name = this.names.take(label, "list");
    this.lists.push({ name, title: label });
    return name;
  }
}
