// The part of bpmn-moddle that is used here: its package does not name its types to TypeScript.
declare module "bpmn-moddle" {
  /** An element of the BPMN meta-model. */
  export interface ModdleElement {
    readonly $type: string;
    readonly id?: string;
    get(name: string): unknown;
    set(name: string, value: unknown): void;
  }
  export class BpmnModdle {
    constructor(packages?: Readonly<Record<string, unknown>>);
    create(type: string, attributes?: Readonly<Record<string, unknown>>): ModdleElement;
    toXML(
      element: ModdleElement,
      options?: { readonly format?: boolean; readonly preamble?: boolean },
    ): Promise<{ readonly xml: string }>;
    fromXML(xml: string): Promise<{
      readonly rootElement: ModdleElement;
      readonly warnings: readonly { readonly message: string }[];
      readonly elementsById: Readonly<Record<string, ModdleElement>>;
    }>;
  }
}
