// `formwork check` of many texts: folders, sums, JSON, and watching.
import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { createFolder, formwork, startFormwork } from "./tests/formwork-process.ts";

const { folder, file } = createFolder();
const good = (name: string) =>
  `service ${name} "Good"\n  agency a "A"\n  version 1 starts 1 April 2026\n  status draft\n\nsection s "S"\n  ask phone "Phone?" as phone number\n    optional\n`;
const bad = good("bad").replace("ask phone", "aks phone");

test("a folder means every service text in it and below, each summed up and all together", () => {
  file("many/b/two.service", bad);
  file("many/one.service", good("one"));
  file("many/node_modules/other.service", bad);
  const { code, out, err } = formwork("check", path.join(folder, "many"), path.join(folder, "many/one.service"));
  expect(code).toBe(1);
  expect(err).toBe("");
  expect(out.split("\n").filter((line) => line.startsWith(folder))).toEqual([
    `${folder}/many/one.service: nothing to mend`,
    `${folder}/many/b/two.service: 1 stop`,
  ]);
  expect(out.trimEnd()).toMatch(/\n\n2 services: 1 with nothing to mend, 1 stop$/);
});

test("JSON says for each problem which service it belongs to, and counts for each service", () => {
  const [one, two] = [file("json/one.service", good("one")), file("json/two.service", bad)];
  const said = JSON.parse(formwork("check", one, two, "--format=json").out);
  expect(said.problems).toMatchObject([{ code: "FW104", file: "two.service", line: 7, service: two }]);
  expect(said.services).toEqual([
    { file: one, stops: 0, checks: 0, tips: 0 },
    { file: two, stops: 1, checks: 0, tips: 0 },
  ]);
});

test("watching says again what changed: a service, its library, its words; and ends with 0", async () => {
  const service = file("w/dogs.service", good("dogs"));
  const watch = startFormwork("check", path.join(folder, "w"), "--watch");
  expect(await watch.said("Ctrl-C")).toContain(
    "dogs.service: nothing to mend\n\nWatching 1 service. Press Ctrl-C to end.",
  );
  writeFileSync(service, bad);
  expect(await watch.said("1 stop")).toContain("FW104");
  file("w/lib.shared", 'shared lib "L"\n  version 1 starts 1 April 2026\n\nquestion-set q "Q"\n  ask x "X?" as text\n');
  writeFileSync(
    service,
    good("dogs").replace("\nsection", "\nuse q from lib version 1\n\nsection").concat("  include q as own\n"),
  );
  await watch.said("nothing to mend");
  file("w/lib.shared", 'shared lib "L"\n  version 1 starts 1 April 2026\n\nquestion-set q "Q"\n  aks x "X?" as text\n');
  expect(await watch.said("1 stop")).toContain("lib.shared line 5");
  file("w/cats.service", good("cats"));
  expect(await watch.said("cats.service: nothing to mend")).toContain("2 services");
  rmSync(path.join(folder, "w/cats.service"));
  await watch.said("cats.service is no longer there");
  watch.process.kill("SIGINT");
  expect(await watch.ended).toBe(0);
});

test("watching notes libraries as a single check does, and shows a folder's only service again when it comes back", async () => {
  const library = 'shared lib "L"\n  version 1 starts 1 April 2026\n\nquestion-set q "Q"\n  ask x "X?" as text\n';
  file("u/lib.shared", library);
  const text = good("dogs")
    .replace("\nsection", "\nuse q from lib version 1\n\nsection")
    .concat("  include q as own\n");
  const service = file("u/dogs.service", text);
  const watch = startFormwork("check", path.join(folder, "u"), "--watch");
  await watch.said("Ctrl-C");
  file("u/lib.shared", library.replace("X?", "Y?"));
  expect(await watch.said("1 check")).toContain("FW805");
  rmSync(service);
  await watch.said("There is no .service text");
  writeFileSync(service, text);
  expect(await watch.said("1 check")).toContain("FW805");
  watch.process.kill("SIGINT");
  expect(await watch.ended).toBe(0);
});

test("watching lives through a text that cannot be read for a moment", async () => {
  const service = file("v/dogs.service", good("dogs"));
  const watch = startFormwork("check", service, "--watch");
  await watch.said("Ctrl-C");
  rmSync(service);
  await watch.said(`There is no file ${service}.`);
  writeFileSync(service, bad);
  await watch.said("1 stop");
  watch.process.kill("SIGTERM");
  expect(await watch.ended).toBe(0);
});
