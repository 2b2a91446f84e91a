import { expect, test } from "vitest";
import { ConfigurationError, parseConfiguration } from "./configuration.ts";

const good = `
listen: { host: 127.0.0.1, port: 0 }
publicAddress: http://127.0.0.1:4400
store: { sqlite: data/formwork.db }
files: data/files
sessionSecret: { env: SESSION }
signIn:
  citizens: { issuer: http://127.0.0.1:4401, clientId: portal, clientSecret: secret-1, levelClaim: acr }
  officers: { issuer: http://127.0.0.1:4401, clientId: desk, clientSecret: { env: DESK } }
sources:
  vehicle-register:
    address: http://127.0.0.1:4403/
    timeout: 500 milliseconds
    key: { env: DESK }
    operations:
      find-vehicle: { path: "/vehicles/{registration}", answer: "{ 'make': make }" }
`;
const environment = { SESSION: "0123456789abcdef0123456789abcdef", DESK: "d" };

function problemsOf(
  text: string,
  env: Record<string, string> = environment,
): readonly { key: string; reason: string; line?: number }[] {
  try {
    parseConfiguration(text, "/etc/formwork/deployment.yaml", env);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
  return [];
}

test("a good file is read with secrets resolved, paths from its folder and defaults filled in", () => {
  const read = parseConfiguration(good, "/etc/formwork/deployment.yaml", environment);
  expect(read.store.sqlite).toBe("/etc/formwork/data/formwork.db");
  expect(read.sessionSecret).toBe(environment.SESSION);
  expect(read.signIn.officers.claim).toBe("roles");
  expect(read.sources["vehicle-register"]).toMatchObject({ address: "http://127.0.0.1:4403", timeout: 500, key: "d" });
  expect(read.sources["vehicle-register"]?.operations["find-vehicle"]?.method).toBe("GET");
  expect(read.secure).toBe(false);
});

test("every problem is told at once, with key, line and reason", () => {
  const text = good
    .replace("files: data/files\n", "")
    .replace("clientId: desk", "clientIdd: desk")
    .replace("port: 0", "port: eighty");
  const problems = problemsOf(text);
  expect(problems.map(({ key }) => key).toSorted()).toEqual([
    "files",
    "listen.port",
    "signIn.officers.clientId",
    "signIn.officers.clientIdd",
  ]);
  expect(problems.find(({ key }) => key === "signIn.officers.clientIdd")?.reason).toContain("Did you mean “clientId”?");
  expect(problems.find(({ key }) => key === "listen.port")).toMatchObject({ line: 2 });
});

test("a missing environment variable is named, and a short session secret refused", () => {
  expect(problemsOf(good, { DESK: "d" })[0]).toMatchObject({
    key: "sessionSecret",
    reason: expect.stringContaining("SESSION is not set"),
  });
  expect(problemsOf(good, { SESSION: "short", DESK: "d" })[0]?.reason).toContain("at least 32");
});

test("an address that is not encrypted is only for this machine", () => {
  const problems = problemsOf(
    good.replace("publicAddress: http://127.0.0.1:4400", "publicAddress: http://apply.ashby.example"),
  );
  expect(problems[0]).toMatchObject({ key: "publicAddress", reason: expect.stringContaining("not encrypted") });
});

test("a mapping that is not JSONata is told with its place", () => {
  expect(problemsOf(good.replace("'make': make }", "'make': }"))[0]?.key).toBe(
    "sources.vehicle-register.operations.find-vehicle.answer",
  );
});

test("a secret of the wrong kind gives one problem, and text that is not YAML one with its line", () => {
  expect(problemsOf(good.replace("{ env: SESSION }", "12"))).toHaveLength(1);
  expect(problemsOf("listen: {\n  host: [\n")[0]?.key).toBe("(the text)");
  expect(problemsOf("just words")[0]?.key).toBe("(the file)");
});

test("the message never repeats a secret", () => {
  expect(() => parseConfiguration(good, "/x.yaml", { SESSION: "tooshortsecret", DESK: "d" })).toThrow(
    /^(?!.*tooshortsecret)/s,
  );
});

test("a mapping that runs text as code, or depends on chance, is told with everything else", () => {
  const text = good.replace("{ 'make': make }", "$eval('1')");
  const problems = problemsOf(
    text.replace("clientId: portal, clientSecret: secret-1", "clientId: portal, clientSecret: { env: NOWHERE }"),
  );
  expect(problems.map(({ key }) => key)).toContain("sources.vehicle-register.operations.find-vehicle.answer");
  expect(problems.map(({ key }) => key)).toContain("signIn.citizens.clientSecret");
  const mapping = problems.find(({ key }) => key.endsWith("answer"));
  expect(mapping?.reason).toBe("It uses $eval, which a mapping may not.");
  expect(problemsOf(good.replace("{ 'make': make }", "{ 'make': "))[0]?.reason).toMatch(/^It is not JSONata: .*[.]$/);
});

test("websites that show forms are named by their address alone, encrypted", () => {
  const withSites = (sites: string) => problemsOf(`${good}embeddedIn: ${sites}\n`);
  expect(withSites('["https://www.ashby.example", "http://127.0.0.1:8080"]')).toEqual([]);
  expect(withSites('["https://www.ashby.example/markets"]')).toMatchObject([
    { key: "embeddedIn.0", reason: expect.stringContaining("more than a name and a port") },
  ]);
  expect(withSites('["http://www.ashby.example"]')).toMatchObject([
    { key: "embeddedIn.0", reason: expect.stringContaining("not encrypted") },
  ]);
  expect(withSites('["*"]')).toHaveLength(1);
});
