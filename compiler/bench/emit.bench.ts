// How fast the emitted files are, and how fast they are made: conditions.js against the same rule in JSONata, validators.js against a check
// written by hand, and a whole build of parking without and with the form's script. Prints numbers; asserts nothing about time.
import jsonata from "jsonata";
import type { Service } from "#contract";
import type { Facts, Rulebook } from "#contract/facts.ts";
import { compile } from "../compile.ts";
import { emitBundle } from "../emit/bundle/bundle.ts";
import { emitConditions } from "../emit/conditions/conditions.ts";
import { emitForm } from "../emit/form/emit-form.ts";
import { emitJsonata, ruleText } from "../emit/jsonata/jsonata.ts";
import { emitValidators } from "../emit/validators/validators.ts";
import { parking } from "./parking.ts";

const { service } = compile(parking.entry, parking.files);
if (!service) throw new Error("The parking service does not compile.");

async function load<Module>(text: string): Promise<Module> {
  return import(`data:text/javascript;base64,${Buffer.from(text).toString("base64")}`);
}

/** Nanoseconds of one run, the best of many rounds. */
async function best(rounds: number, times: number, run: (at: number) => unknown): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    for (let at = 0; at < times; at += 1) await run(at);
    least = Math.min(least, performance.now() - start);
  }
  return (least * 1e6) / times;
}

function bestAtOnce(rounds: number, times: number, run: (at: number) => unknown): number {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    for (let at = 0; at < times; at += 1) run(at);
    least = Math.min(least, performance.now() - start);
  }
  return (least * 1e6) / times;
}

await rules(service);
await applications(service);
await builds(service);

async function rules(of: Service): Promise<void> {
  const { rulebook } = await load<{ rulebook: Rulebook }>(emitConditions(of));
  const fuels = ["petrol", "diesel", "electric"];
  const values = Array.from({ length: 500 }, (_, at) => ({
    fuel: fuels[at % 3] ?? "",
    permitsHeld: at % 4,
    blueBadge: at % 7 === 0,
  }));
  const facts = (at: number): Facts => ({
    values: values[at] ?? {},
    asked: new Set(),
    corrected: new Set(),
    dateApplied: "2026-04-01",
    today: "2026-04-01",
  });
  const ours = bestAtOnce(100, values.length, (at) => rulebook.evaluate("permit-fee", facts(at)));
  const text = jsonata(ruleText(emitJsonata(of), "permit-fee"));
  const inputs = values.map((answers) => ({
    answers,
    asked: [],
    corrected: [],
    today: "2026-04-01",
    dateApplied: "2026-04-01",
  }));
  const theirs = await best(10, inputs.length, (at) => text.evaluate(inputs[at]));
  console.log(
    `permit-fee conditions.js: ${ours.toFixed(0)} ns, the same rule in jsonata parsed once ${theirs.toFixed(0)} ns, ratio 1 : ${(theirs / ours).toFixed(0)} (aim 300)`,
  );
}

/** What a programmer would check of a sent parking application, part by part, as the schema does. */
function isParking(value: unknown): boolean {
  const record = (part: unknown): part is Record<string, unknown> =>
    typeof part === "object" && part !== null && !Array.isArray(part);
  const text = (part: unknown): part is string => typeof part === "string" && part !== "";
  if (!record(value) || !record(value["home"])) return false;
  const { home, zone, mainHome, blueBadge, registration, make, fuel, keeper, permitsHeld, answersTrue } = value;
  const known =
    "zone mainHome home phone blueBadge registration make fuel keeper keeperLetter permitsHeld answersTrue".split(" ");
  if (!Object.keys(value).every((key) => known.includes(key))) return false;
  if (!record(home) || !text(home["line1"]) || !text(home["town"]) || !text(home["postcode"])) return false;
  if (zone !== "zone-a" && zone !== "zone-b") return false;
  if (typeof mainHome !== "boolean" || typeof blueBadge !== "boolean" || typeof keeper !== "boolean") return false;
  if (!text(registration) || !text(make) || !["petrol", "diesel", "electric"].includes(String(fuel))) return false;
  if (!keeper && !record(value["keeperLetter"])) return false;
  return Number.isInteger(permitsHeld) && Number(permitsHeld) >= 0 && Number(permitsHeld) <= 3 && answersTrue === true;
}

async function applications(of: Service): Promise<void> {
  const { validateApplication } = await load<{ validateApplication: (value: unknown) => boolean }>(emitValidators(of));
  const sent = Array.from({ length: 500 }, (_, at) => ({
    zone: at % 2 === 0 ? "zone-a" : "zone-b",
    mainHome: true,
    home: { line1: `${at} Canal Street`, town: "Ashby", postcode: "AS1 4QT" },
    blueBadge: at % 7 === 0,
    registration: "AB12 CDE",
    make: "Ford",
    fuel: "petrol",
    keeper: true,
    permitsHeld: at % 4,
    answersTrue: true,
  }));
  const agree = sent.every((one) => validateApplication(one) && isParking(one));
  if (!agree) throw new Error("The sent applications of the benchmark are not what the schema accepts.");
  const ours = bestAtOnce(200, sent.length, (at) => validateApplication(sent[at]));
  const floor = bestAtOnce(200, sent.length, (at) => isParking(sent[at]));
  console.log(
    `application validated: ${ours.toFixed(0)} ns, floor (written by hand) ${floor.toFixed(0)} ns, speed ${(floor / ours).toFixed(2)} of it (aim 0.7)`,
  );
}

/** Milliseconds of the middle run and of the best, by the clock and by the processor: other work on the machine lengthens only the first. */
async function times(runs: number, run: () => Promise<unknown>): Promise<string> {
  const taken: { clock: number; processor: number }[] = [];
  for (let at = 0; at < runs; at += 1) {
    const [start, before] = [performance.now(), process.cpuUsage()];
    await run();
    const { user, system } = process.cpuUsage(before);
    taken.push({ clock: performance.now() - start, processor: (user + system) / 1000 });
  }
  // The first quarter warms up.
  const warm = taken.slice(Math.floor(runs / 4));
  const say = (by: "clock" | "processor"): string => {
    const sorted = warm.map((one) => one[by]).sort((one, other) => one - other);
    return `${(sorted[sorted.length >> 1] ?? 0).toFixed(1)} ms (best ${(sorted[0] ?? 0).toFixed(1)})`;
  };
  return `${say("clock")} by the clock, ${say("processor")} by the processor`;
}

async function builds(of: Service): Promise<void> {
  const plain = await times(60, () => emitBundle(of));
  const whole = await times(4, async () => emitBundle(of, { form: await emitForm(of) }));
  const copy = bestAtOnce(20, 1, () => JSON.parse(JSON.stringify(of))) / 1e6;
  console.log(
    `build parking without the form's script: ${plain}, floor (copying service.json) ${copy.toFixed(2)} ms (aim 50 ms)`,
  );
  console.log(`build parking with it: ${whole}`);
}
