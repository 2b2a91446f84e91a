// Which ports are used: the usual ones, checked to be free, or any that are.
import { createServer } from "node:net";
import { defaultPorts, type Part, type Ports } from "./addresses.ts";

/** A port that something else listens on, said in words by `message`. */
export class PortTaken extends Error {
  override readonly name = "PortTaken";
}

/** The names of the parts, as people say them. */
export const partNames: Readonly<Record<Part, string>> = {
  runtime: "Formwork runtime",
  signIn: "test sign-in",
  people: "identity and address register",
  vehicles: "vehicle register",
  payment: "payment provider",
  smtp: "mail catcher (SMTP)",
  mail: "mail catcher (pages)",
  playground: "playground",
};

/** The usual ports, all of them free at this moment. Throws PortTaken naming every one that is not, and what to do. */
export async function checkDefaultPorts(without: readonly Part[]): Promise<Ports> {
  const entries = Object.entries(defaultPorts).filter(([part]) => !without.some((left) => left === part));
  const checked = await Promise.all(entries.map(async ([part, port]) => ({ part, port, free: await isFree(port) })));
  const taken = checked.filter(({ free }) => !free);
  if (taken.length === 0) return defaultPorts;
  const named = taken.map(({ part, port }) => `  ${port}  ${nameOf(part)}`).join("\n");
  throw new PortTaken(
    `${taken.length === 1 ? "This port is" : "These ports are"} taken by another program, perhaps by Formwork started before:\n${named}\nStop that program (on Linux and macOS "lsof -i :${taken[0]?.port}" names it), or use any free ports:\n  npm start -- --ports free`,
  );
}

function nameOf(part: string): string {
  return Object.entries(partNames).find(([key]) => key === part)?.[1] ?? part;
}

/** A free port for every part. All are held open until all are found, so that none is given twice. */
export async function findFreePorts(): Promise<Ports> {
  const parts = Object.keys(defaultPorts) as readonly Part[];
  const held = await Promise.all(parts.map(hold));
  await Promise.all(held.map(({ letGo }) => letGo()));
  const found = Object.fromEntries(held.map(({ part, port }) => [part, port]));
  return { ...defaultPorts, ...found };
}

async function hold(part: Part): Promise<{ part: Part; port: number; letGo: () => Promise<void> }> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  const bound = server.address();
  if (bound === null || typeof bound === "string") throw new Error("This machine gave no port.");
  return { part, port: bound.port, letGo: () => new Promise((done) => server.close(() => done())) };
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
