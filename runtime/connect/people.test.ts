// The register of people over real HTTP: what of its answer comes through.
import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createPeople } from "./people.ts";

let server: Server;
let address = "";
const known = { name: "Dee Dove", type: "business", role: "director", number: "12345678", secret: "x" };
beforeAll(async () => {
  server = createServer((request, response) => {
    const isKnown = request.url === "/people/dee";
    response.writeHead(isKnown ? 200 : 404, { "content-type": "application/json" });
    response.end(JSON.stringify(isKnown ? known : {}));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const bound = server.address();
  address = `http://127.0.0.1:${bound && typeof bound === "object" ? bound.port : 0}`;
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

const mapping = "{ 'fullName': name, 'kind': type, 'filledInBy': role, 'secret': secret }";

test("its parts, the kind of applicant and who fills in come through, and nothing else", async () => {
  const ask = createPeople({ address, timeout: 2000, path: "/people/{subject}", answer: mapping }, { now: Date.now });
  expect(await ask("dee")).toEqual({
    state: "present",
    parts: { fullName: "Dee Dove", kind: "business", filledInBy: "director" },
  });
  expect(await ask("nobody")).toEqual({ state: "absent", parts: {} });
});
