// The command line of every part: one small function each, so that "what runs there?" is answered in one place.
import path from "node:path";
import type { Addresses, Part, Ports } from "./addresses.ts";
import type { Secrets } from "./secrets.ts";

/** The folder of the whole project. */
export const projectFolder = path.resolve(import.meta.dirname, "../..");

/** What the commands are made of. */
export interface Layout {
  readonly ports: Ports;
  readonly addresses: Addresses;
  readonly dataFolder: string;
  readonly secrets: Secrets;
  readonly control: boolean;
}

/** The script with its arguments, the environment it needs, and where it says that it is ready. */
export interface Command {
  readonly script: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  readonly readyAddress: string;
}

/** Paths of the runtime that other systems call. */
const runtimePaths = {
  webhook: "/webhooks/payment",
  changes: "/webhooks/changes/vehicle-register",
  citizens: "/signed-in",
  officers: "/desk/signed-in",
};

/** The command of a part other than the runtime. The mail catcher is one process with two ports: smtp comes with mail. */
export function commandOf(part: Exclude<Part, "runtime" | "smtp">, layout: Layout): Command {
  const { ports, addresses, secrets, dataFolder } = layout;
  const register = (file: string) => [
    path.join(projectFolder, "examples/registers", file),
    "--port",
    String(ports[part]),
  ];
  const control = layout.control ? ["--control"] : [];
  const health = `${addresses[part]}/health`;
  switch (part) {
    case "signIn":
      return {
        script: [
          ...register("sign-in.ts"),
          "--portal",
          addresses.runtime + runtimePaths.citizens,
          "--desk",
          addresses.runtime + runtimePaths.officers,
        ],
        environment: {
          SIGN_IN_PORTAL_SECRET: secrets.SIGN_IN_PORTAL_SECRET,
          SIGN_IN_DESK_SECRET: secrets.SIGN_IN_DESK_SECRET,
        },
        readyAddress: health,
      };
    case "people":
      return {
        script: [...register("people-register.ts"), ...control],
        environment: { PEOPLE_REGISTER_KEY: secrets.PEOPLE_REGISTER_KEY },
        readyAddress: health,
      };
    case "vehicles":
      return {
        script: [...register("vehicle-register.ts"), "--changes", addresses.runtime + runtimePaths.changes, ...control],
        environment: {
          VEHICLE_REGISTER_KEY: secrets.VEHICLE_REGISTER_KEY,
          VEHICLE_REGISTER_WEBHOOK_SECRET: secrets.VEHICLE_REGISTER_WEBHOOK_SECRET,
        },
        readyAddress: health,
      };
    case "payment":
      return {
        script: [
          ...register("payment-provider.ts"),
          "--data",
          path.join(dataFolder, "payments"),
          "--webhook",
          addresses.runtime + runtimePaths.webhook,
          ...control,
        ],
        environment: { PAYMENT_KEY: secrets.PAYMENT_KEY, PAYMENT_WEBHOOK_SECRET: secrets.PAYMENT_WEBHOOK_SECRET },
        readyAddress: health,
      };
    case "mail":
      return {
        script: [
          ...register("mail-catcher.ts"),
          "--smtp-port",
          String(ports.smtp),
          "--data",
          path.join(dataFolder, "mail.jsonl"),
        ],
        environment: {},
        readyAddress: health,
      };
    case "playground":
      return {
        script: [
          path.join(projectFolder, "examples/start/serve-playground.ts"),
          "--port",
          String(ports.playground),
          "--into",
          path.join(dataFolder, "playground"),
        ],
        environment: {},
        readyAddress: `${addresses.playground}/`,
      };
  }
}

/** The runtime, serving these bundles by this deployment file. */
export function runtimeCommand(layout: Layout, bundles: readonly string[], deploymentFile: string): Command {
  return {
    script: [
      path.join(projectFolder, "compiler/command-line/formwork.js"),
      "serve",
      ...bundles,
      "--config",
      deploymentFile,
    ],
    environment: layout.secrets,
    readyAddress: `${layout.addresses.runtime}/ready`,
  };
}
