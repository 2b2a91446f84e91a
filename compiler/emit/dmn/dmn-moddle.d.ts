// The part of dmn-moddle that we call; the package has no types of its own.
declare module "dmn-moddle" {
  export interface ModdleElement {
    readonly $type: string;
    set(name: string, value: unknown): void;
    get(name: string): unknown;
    readonly [name: string]: unknown;
  }
  export class DmnModdle {
    create(type: string, attributes?: Readonly<Record<string, unknown>>): ModdleElement;
    toXML(element: ModdleElement, options?: { readonly format?: boolean }): Promise<{ readonly xml: string }>;
    fromXML(
      xml: string,
      type?: string,
    ): Promise<{ readonly rootElement: ModdleElement; readonly warnings: readonly { readonly message: string }[] }>;
  }
}
