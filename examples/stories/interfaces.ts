// Holds everything that a story's browsers say to the runtime to the HTTP interfaces of its services, as their openapi.json describes them.
import { type Document, type Held, holdTo } from "@formwork/compiler/emit/openapi/tests/held-to.ts";
import type { BrowserContext, Response } from "playwright-core";

/** One for each service that the runtime serves. */
export async function interfacesOf(runtime: string): Promise<readonly Held[]> {
  const ready = (await (await fetch(`${runtime}/ready`)).json()) as {
    readonly services: { readonly service: string }[];
  };
  const names = [...new Set(ready.services.map(({ service }) => service))];
  return Promise.all(
    names.map(async (name) => {
      const document = (await (await fetch(`${runtime}/${name}/openapi.json`)).json()) as Document;
      return holdTo(document, name);
    }),
  );
}

/** From now on, everything this person's windows ask and are answered. What runs into a server that was killed has no answer to look at. */
export function holdToInterfaces(context: BrowserContext, runtime: string, interfaces: readonly Held[]): void {
  context.on("response", (response) => {
    const { origin, pathname } = new URL(response.url());
    if (origin !== new URL(runtime).origin) return;
    void look(response, pathname, interfaces);
  });
}

async function look(response: Response, path: string, interfaces: readonly Held[]): Promise<void> {
  const request = response.request();
  const headers = response.headers();
  const type = headers["content-type"] ?? "";
  const sentAs = request.headers()["content-type"];
  const form = request.postData();
  // A page that was left takes the body of its last answer with it.
  const body = /json/.test(type) ? await response.text().catch(() => undefined) : undefined;
  for (const one of interfaces)
    one.look({
      method: request.method(),
      path,
      // The browser keeps the bytes of a form with files to itself.
      ...(sentAs !== undefined && form !== null && { sent: { type: sentAs, body: form } }),
      status: response.status(),
      ...(headers["location"] !== undefined && { location: headers["location"] }),
      answer: { type, ...(body !== undefined && { body }) },
    });
}
