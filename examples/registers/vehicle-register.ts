// The vehicle register: what the National Transport Agency of our made-up country knows about a vehicle.
// A real HTTP server on made-up data; it never learns who asks, only for which registration.
import { readFileSync } from "node:fs";
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

/** One vehicle as the register answers it. The postcode is where its keeper lives. */
export interface Vehicle {
  readonly registration: string;
  readonly make: string;
  readonly fuel: "petrol" | "diesel" | "electric";
  readonly taxed: boolean;
  readonly keeperPostcode: string;
  readonly firstRegistered: string;
  readonly colour: string;
}

const defaultData = new URL("./data/vehicles.json", import.meta.url);

/** Starts the register. `data` is a JSON file with a list of vehicles. */
export async function startVehicleRegister(
  options: RegisterOptions & { data?: string | URL },
): Promise<RunningRegister> {
  const vehicles: Vehicle[] = JSON.parse(readFileSync(options.data ?? defaultData, "utf8"));
  const byRegistration = new Map(vehicles.map((vehicle) => [normalise(vehicle.registration), vehicle]));
  const app = createRegister(options);
  app.get<{ Params: { registration: string } }>("/vehicles/:registration", async (request, reply) => {
    const registration = normalise(request.params.registration);
    const vehicle = byRegistration.get(registration);
    return vehicle ?? problem(reply, 404, "No such vehicle", `No vehicle is registered as ${registration}.`);
  });
  return listen(app, options);
}

/** "ab12 cde" and "AB12CDE" are the same vehicle. */
function normalise(registration: string): string {
  return registration.toUpperCase().replaceAll(/[^A-Z0-9]/g, "");
}

if (isStartedDirectly(import.meta.url)) {
  const { data, ...where } = readRegisterArguments(4403);
  await runUntilStopped("Vehicle register", () =>
    startVehicleRegister({ ...where, key: readSecret("VEHICLE_REGISTER_KEY"), ...(data ? { data } : {}) }),
  );
}
