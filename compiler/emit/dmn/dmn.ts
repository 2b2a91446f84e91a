// Emits decisions.dmn: every table of the service that DMN can say, as DMN 1.3 with a diagram, for rule engines and modellers.
// Formwork itself never reads it. Tables that cannot be said so that they mean the same are named with the reason.
import { DmnModdle, type ModdleElement } from "dmn-moddle";
import type { Service } from "#contract";
import { isUnsaid } from "../feel/feel.ts";
import { type DecisionTable, decisionTableOf } from "./decision-table.ts";

/** The file, and the tables that are not in it with the reason; no file where no table can be said. */
export interface EmittedDmn {
  readonly text?: string;
  readonly unsaid: readonly { readonly rule: string; readonly why: string }[];
}

/** The same service gives the same text. */
export async function emitDmn(service: Service): Promise<EmittedDmn> {
  const found = Object.entries(service.rules)
    .filter(([, rule]) => rule.expression.op === "table")
    .map(([id, rule]) => ({ rule: id, said: decisionTableOf(id, rule) }));
  const unsaid = found.flatMap(({ rule, said }) => (isUnsaid(said) ? [{ rule, why: said.why }] : []));
  const tables = found.flatMap(({ said }) => (isUnsaid(said) ? [] : [said]));
  if (tables.length === 0) return { unsaid };
  const writer = new Writer(service, tables);
  return { text: await writer.write(unsaid), unsaid };
}

const [width, height, gap] = [180, 60, 40];

class Writer {
  readonly #moddle = new DmnModdle();
  readonly #service: Service;
  readonly #tables: readonly DecisionTable[];
  readonly #elements = new Map<string, ModdleElement>();

  constructor(service: Service, tables: readonly DecisionTable[]) {
    this.#service = service;
    this.#tables = tables;
  }

  async write(unsaid: EmittedDmn["unsaid"]): Promise<string> {
    const { name, version, title } = this.#service;
    const left = unsaid.map(({ rule, why }) => `The table of ${rule} is not here: ${why}.`);
    const inputs = this.#inputNames();
    const definitions = this.#make("dmn:Definitions", {
      id: idOf("definitions", name),
      name: Object.values(title)[0] ?? name,
      description: [
        `${name}, version ${version.number}. Money is in whole coins, dates are text like 2026-04-01; what has no answer is null.`,
        ...left,
      ].join("\n"),
      namespace: `https://formwork.example/dmn/${encodeURIComponent(name)}`,
      exporter: "Formwork",
      drgElement: [...inputs.map((input) => this.#input(input)), ...this.#tables.map((table) => this.#decision(table))],
    });
    definitions.set("dmnDI", this.#diagram(inputs));
    return (await this.#moddle.toXML(definitions, { format: true })).xml;
  }

  #make(type: string, attributes: Readonly<Record<string, unknown>>): ModdleElement {
    const given = Object.entries(attributes).filter(([, value]) => value !== undefined);
    const element = this.#moddle.create(type, Object.fromEntries(given));
    const { id } = attributes;
    if (typeof id === "string") this.#elements.set(id, element);
    return element;
  }

  /** What the tables look at and no other table here gives: the first key of each answer, and other rules. */
  #inputNames(): string[] {
    const given = new Set(this.#tables.map(({ name }) => name));
    const names = this.#tables.flatMap(({ inputs }) => inputs.map(({ name }) => rootOf(name)));
    return [...new Set(names)].filter((name) => !given.has(name));
  }

  #input(name: string): ModdleElement {
    const variable = this.#make("dmn:InformationItem", { id: idOf("variable", name), name });
    return this.#make("dmn:InputData", { id: idOf("input", name), name, variable });
  }

  #decision(table: DecisionTable): ModdleElement {
    const given = new Set(this.#tables.map(({ name }) => name));
    const roots = [...new Set(table.inputs.map(({ name }) => rootOf(name)))];
    return this.#make("dmn:Decision", {
      id: idOf("decision", table.name),
      name: table.name,
      description: table.because,
      variable: this.#make("dmn:InformationItem", {
        id: idOf("result", table.name),
        name: table.name,
        typeRef: table.type,
      }),
      informationRequirement: roots.map((root) =>
        this.#make("dmn:InformationRequirement", {
          id: requirementId(table, root),
          ...(given.has(root)
            ? { requiredDecision: this.#reference(idOf("decision", root)) }
            : { requiredInput: this.#reference(idOf("input", root)) }),
        }),
      ),
      decisionLogic: this.#table(table),
    });
  }

  #reference(id: string): ModdleElement {
    return this.#make("dmn:DMNElementReference", { href: `#${id}` });
  }

  #table(table: DecisionTable): ModdleElement {
    const id = (part: string): string => idOf(part, table.name);
    return this.#make("dmn:DecisionTable", {
      id: id("table"),
      hitPolicy: table.hitPolicy,
      aggregation: table.aggregation,
      input: table.inputs.map((input, at) =>
        this.#make("dmn:InputClause", {
          id: id(`column${at + 1}`),
          label: input.name,
          inputExpression: this.#make("dmn:LiteralExpression", { id: id(`column${at + 1}_text`), text: input.text }),
        }),
      ),
      output: [
        this.#make("dmn:OutputClause", {
          id: id("result_column"),
          name: table.name,
          typeRef: table.type,
          ...(table.otherwise !== undefined && {
            defaultOutputEntry: this.#make("dmn:LiteralExpression", { id: id("otherwise"), text: table.otherwise }),
          }),
        }),
      ],
      rule: table.rows.map(({ cells, result }, row) =>
        this.#make("dmn:DecisionRule", {
          id: id(`row${row + 1}`),
          inputEntry: cells.map((text, at) =>
            this.#make("dmn:UnaryTests", { id: id(`row${row + 1}_cell${at + 1}`), text }),
          ),
          outputEntry: [this.#make("dmn:LiteralExpression", { id: id(`row${row + 1}_result`), text: result })],
        }),
      ),
    });
  }

  /** Decisions in a row, what they look at in a row below them, and a line for each requirement. */
  #diagram(inputs: readonly string[]): ModdleElement {
    const bounds = (at: number, row: number): ModdleElement =>
      this.#make("dc:Bounds", { x: gap + at * (width + gap), y: gap + row * (height + 2 * gap), width, height });
    const shape = (id: string, at: number, row: number): ModdleElement =>
      this.#make("dmndi:DMNShape", {
        id: `shape_${id}`,
        dmnElementRef: this.#elements.get(id),
        bounds: bounds(at, row),
      });
    const decisions = this.#tables.map(({ name }) => name);
    const middle = (at: number): number => gap + at * (width + gap) + width / 2;
    const edges = this.#tables.flatMap((table, at) =>
      [...new Set(table.inputs.map(({ name }) => rootOf(name)))].map((root) => {
        const below = inputs.indexOf(root);
        const ends =
          below >= 0
            ? [
                { x: middle(below), y: gap + height + 2 * gap },
                { x: middle(at), y: gap + height },
              ]
            : [
                { x: middle(decisions.indexOf(root)), y: gap },
                { x: middle(at), y: gap },
              ];
        return this.#make("dmndi:DMNEdge", {
          id: `edge_${requirementId(table, root)}`,
          dmnElementRef: this.#elements.get(requirementId(table, root)),
          waypoint: ends.map((end) => this.#make("dc:Point", end)),
        });
      }),
    );
    const diagram = this.#make("dmndi:DMNDiagram", {
      id: "diagram",
      diagramElements: [
        ...decisions.map((name, at) => shape(idOf("decision", name), at, 0)),
        ...inputs.map((name, at) => shape(idOf("input", name), at, 1)),
        ...edges,
      ],
    });
    return this.#make("dmndi:DMNDI", { diagrams: [diagram] });
  }
}

function rootOf(name: string): string {
  return name.split(".")[0] ?? name;
}

function requirementId(table: DecisionTable, root: string): string {
  return idOf("requirement", `${table.name}_${root}`);
}

/** XML ids hold letters, figures, full stops, hyphens and underscores; letters of any script are letters. */
function idOf(kind: string, name: string): string {
  return `${kind}_${name.replace(/[^\p{L}\p{N}_.-]/gu, "_")}`;
}
