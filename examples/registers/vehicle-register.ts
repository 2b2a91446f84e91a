// The vehicle register: what the National Transport Agency of our made-up country knows about a vehicle.
// A real HTTP server on made-up data; it never learns who asks, only for which registration. Its tax can be changed on its page, and it tells
// whoever asked to hear of changes which vehicle's record changed.
import { readFileSync } from "node:fs";
import formbody from "@fastify/formbody";
import type { FastifyInstance } from "fastify";
import { Announcer } from "./announcer.ts";
import { pageHeaders } from "./page.ts";
import {
  createRegister,
  isStartedDirectly,
  listen,
  problem,
  type RegisterOptions,
  type RunningRegister,
  readRegisterArguments,
  readSecret,
  runUntilStopped,
} from "./register.ts";
import type { Vehicle } from "./vehicle.ts";
import { renderVehicles } from "./vehicle-page.ts";
import type { WebhookTarget } from "./webhook.ts";

const defaultData = new URL("./data/vehicles.json", import.meta.url);

/** Starts the register. `data` is a JSON file with a list of vehicles; `changes` is where somebody hears of changes. */
export async function startVehicleRegister(
  options: RegisterOptions & { data?: string | URL; changes?: WebhookTarget },
): Promise<RunningRegister> {
  const vehicles: Vehicle[] = JSON.parse(readFileSync(options.data ?? defaultData, "utf8"));
  const byRegistration = new Map(vehicles.map((vehicle) => [normalise(vehicle.registration), vehicle]));
  const app = createRegister(options, (route) => route === "/" || route === "/tax");
  const announcer = options.changes && new Announcer(options.changes);
  await app.register(formbody);
  addCounter(app, byRegistration, announcer);
  app.addHook("onClose", async () => announcer?.stop());
  app.get<{ Params: { registration: string } }>("/vehicles/:registration", async (request, reply) => {
    const registration = normalise(request.params.registration);
    const vehicle = byRegistration.get(registration);
    return vehicle ?? problem(reply, 404, "No such vehicle", `No vehicle is registered as ${registration}.`);
  });
  return listen(app, options);
}

const taxBody = {
  type: "object",
  required: ["registration", "taxed"],
  properties: { registration: { type: "string", maxLength: 20 }, taxed: { enum: ["yes", "no"] } },
};

/** The page, open to whoever is at this machine, and its buttons. */
function addCounter(app: FastifyInstance, vehicles: Map<string, Vehicle>, announcer: Announcer | undefined): void {
  app.get<{ Querystring: { changed?: string } }>("/", async (request, reply) =>
    reply.headers(pageHeaders).send(renderVehicles([...vehicles.values()], request.query.changed)),
  );
  app.post<{ Body: { registration: string; taxed: "yes" | "no" } }>(
    "/tax",
    { schema: { body: taxBody } },
    async (request, reply) => {
      const key = normalise(request.body.registration);
      const vehicle = vehicles.get(key);
      if (!vehicle) return problem(reply, 404, "No such vehicle", `No vehicle is registered as ${key}.`);
      vehicles.set(key, { ...vehicle, taxed: request.body.taxed === "yes" });
      announcer?.announce({ registration: key });
      return reply.redirect(`/?changed=${encodeURIComponent(vehicle.registration)}`, 303);
    },
  );
}

/** "ab12 cde" and "AB12CDE" are the same vehicle. */
function normalise(registration: string): string {
  return registration.toUpperCase().replaceAll(/[^A-Z0-9]/g, "");
}

if (isStartedDirectly(import.meta.url)) {
  const { data, settings, ...where } = readRegisterArguments(4403, ["changes"]);
  const address = settings["changes"];
  const changes = address ? { changes: { address, secret: readSecret("VEHICLE_REGISTER_WEBHOOK_SECRET") } } : {};
  await runUntilStopped("Vehicle register", () =>
    startVehicleRegister({ ...where, key: readSecret("VEHICLE_REGISTER_KEY"), ...(data ? { data } : {}), ...changes }),
  );
}
