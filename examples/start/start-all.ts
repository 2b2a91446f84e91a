// Starts everything the examples need, each part in a process of its own: registers, sign-in, payment, mail, the runtime
// and the playground. Used by `npm start` and by the stories that walk through a real browser.
import { mkdirSync } from "node:fs";
import path from "node:path";
import { trialClockVariable } from "@formwork/runtime/server/clock.ts";
import { type Addresses, addressesOf, type Part, type Ports } from "./addresses.ts";
import { type Built, buildBundle, findServiceTexts } from "./bundles.ts";
import { writeDeployment } from "./deployment.ts";
import { PartFailed, type RunningPart, startPart } from "./part.ts";
import { type Command, commandOf, type Layout, projectFolder, runtimeCommand } from "./parts.ts";
import { checkDefaultPorts, findFreePorts, partNames } from "./ports.ts";
import type { Controlled, Running, StartOptions } from "./running.ts";
import { readSecrets } from "./secrets.ts";
import { readDistance } from "./trial-clock.ts";

const beside = ["signIn", "people", "vehicles", "payment", "mail", "playground"] as const;

/**
 * Starts everything and waits until every part answers. Throws PortTaken or PartFailed, with nothing left running.
 */
export async function startAll(options: StartOptions): Promise<Running> {
  const without = options.without ?? [];
  const ports = options.ports === "free" ? await findFreePorts() : await checkDefaultPorts(without);
  const house = new House(options, ports);
  try {
    const chosen = beside.filter((part) => !without.includes(part));
    const starting = chosen.map((part) => house.start(part, commandOf(part, house.layout)));
    const compiling = without.includes("runtime") ? [] : house.bundles();
    // All settle before anything is thrown, so that a part that came up late is stopped as well.
    const settled = await Promise.allSettled(starting);
    const failed = settled.find((outcome) => outcome.status === "rejected");
    const bundles = await compiling;
    if (failed) throw failed.reason;
    if (!without.includes("runtime")) await house.startRuntime(bundles);
  } catch (error) {
    await house.stop();
    throw error;
  }
  return house;
}

/** Everything that runs, by part. */
class House implements Running {
  readonly layout: Layout;
  readonly #options: StartOptions;
  readonly #running = new Map<Part, RunningPart>();
  readonly #deployment: string;
  #served: readonly string[] = [];
  #stopping = false;
  #today = "";

  constructor(options: StartOptions, ports: Ports) {
    const dataFolder = path.resolve(options.dataFolder);
    mkdirSync(path.join(dataFolder, "logs"), { recursive: true });
    this.#options = options;
    this.#deployment = writeDeployment(dataFolder, ports);
    this.layout = {
      ports,
      addresses: addressesOf(ports),
      dataFolder,
      secrets: readSecrets(dataFolder),
      control: options.control ?? false,
    };
  }

  get addresses(): Addresses {
    return this.layout.addresses;
  }

  /** The bundles to serve: those that were given, or the examples, compiled now. */
  async bundles(): Promise<readonly string[]> {
    if (this.#options.bundles) return this.#options.bundles;
    const into = path.join(this.layout.dataFolder, "bundles");
    mkdirSync(into, { recursive: true });
    const built: Built[] = [];
    for (const text of findServiceTexts()) {
      const one = await buildBundle(text, into);
      this.#say(one.problems ? describeProblems(one) : `compiled ${text}`);
      built.push(one);
    }
    return built.flatMap(({ bundle }) => (bundle ? [bundle] : []));
  }

  async start(part: Part, command: Command): Promise<void> {
    const onDeath = (lastWords: string) => {
      if (!this.#stopping) this.#options.onDeath?.(part, lastWords);
    };
    const logFile = path.join(this.layout.dataFolder, "logs", `${part}.log`);
    try {
      this.#running.set(part, await startPart({ part, ...command, folder: projectFolder, logFile, onDeath }));
    } catch (error) {
      if (!(error instanceof PartFailed)) throw error;
      throw new PartFailed(`The ${partNames[part]} did not start:\n${error.message}`);
    }
    this.#say(`${partNames[part]} ready on ${this.addresses[part]}`);
  }

  async startRuntime(bundles: readonly string[]): Promise<void> {
    if (bundles.length === 0)
      throw new PartFailed("No service could be compiled, so there is nothing to serve. The problems stand above.");
    this.#served = bundles;
    const command = runtimeCommand(this.layout, bundles, this.#deployment);
    const environment = { ...command.environment, ...this.#trialClock(bundles), ...this.#options.runtimeEnvironment };
    await this.start("runtime", { ...command, environment });
  }

  /** Asked at every start of the runtime: the same distance from the real clock, so that a restart loses no time. */
  #trialClock(bundles: readonly string[]): Record<string, string> {
    const distance = readDistance(this.layout.dataFolder, bundles, Date.now());
    if (distance === 0) return {};
    const instant = new Date(Date.now() + distance);
    const date = instant.toLocaleDateString("en-GB", {
      weekday: "long",
      day: "numeric",
      month: "long",
      year: "numeric",
      timeZone: "UTC",
    });
    if (date !== this.#today) this.#say(`today counts as ${date}, a day on which the services take applications`);
    this.#today = date;
    return { [trialClockVariable]: instant.toISOString() };
  }

  async killRuntime(): Promise<void> {
    await this.#running.get("runtime")?.kill();
    this.#running.delete("runtime");
  }

  async restartRuntime(bundles = this.#served): Promise<void> {
    await this.#running.get("runtime")?.stop();
    this.#running.delete("runtime");
    await this.startRuntime(bundles);
  }

  async control(register: Controlled, state: string, milliseconds?: number): Promise<void> {
    const response = await fetch(`${this.addresses[register]}/control`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ state, ...(milliseconds === undefined ? {} : { milliseconds }) }),
    });
    if (!response.ok) throw new Error(`The ${partNames[register]} takes no control calls: start with control: true.`);
  }

  output(part: Part): string {
    return this.#running.get(part)?.output() ?? "";
  }

  async stop(): Promise<void> {
    this.#stopping = true;
    const running = [...this.#running.values()];
    this.#running.clear();
    await Promise.all(running.map((part) => part.stop()));
  }

  #say(line: string): void {
    this.#options.say?.(line);
  }
}

function describeProblems(built: Built): string {
  const served = built.bundle ? "its last good bundle is served" : "it is not served";
  return `${built.text} needs another look; ${served}:\n${built.problems}`;
}
