// The browser of the tests is one that people have: what keeps pages of different origins apart is on.
import { createServer } from "node:http";
import { expect, test } from "vitest";
import { launchBrowser } from "./browser.ts";

test("a page cannot read what another origin does not give it", async () => {
  const server = createServer((_request, response) => response.end("<title>A page</title>"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const at = server.address();
  const port = typeof at === "object" && at ? at.port : 0;
  const browser = await launchBrowser();
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${port}`);
  const read = (host: string) =>
    page.evaluate(
      (address) =>
        fetch(address).then(
          ({ status }) => String(status),
          ({ name }) => String(name),
        ),
      `http://${host}:${port}`,
    );
  expect([await read("127.0.0.1"), await read("localhost")]).toEqual(["200", "TypeError"]);
  await browser.close();
  server.close();
});
