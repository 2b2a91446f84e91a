// The secrets that the parts of a local start share: made up at the first start and kept, readable by this user alone,
// in the data folder, because kept sessions and payments are of no use with new ones. They are never committed.
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

const names = [
  "FORMWORK_SESSION_SECRET",
  "SIGN_IN_PORTAL_SECRET",
  "SIGN_IN_DESK_SECRET",
  "PEOPLE_REGISTER_KEY",
  "VEHICLE_REGISTER_KEY",
  "VEHICLE_REGISTER_WEBHOOK_SECRET",
  "PAYMENT_KEY",
  "PAYMENT_WEBHOOK_SECRET",
] as const;

export type SecretName = (typeof names)[number];

/** By the name of the environment variable that carries it. */
export type Secrets = Readonly<Record<SecretName, string>>;

/** The secrets of this data folder; missing ones are made up and kept. */
export function readSecrets(dataFolder: string): Secrets {
  mkdirSync(dataFolder, { recursive: true });
  const file = path.join(dataFolder, "secrets.json");
  const kept: Partial<Record<string, string>> = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const make = (name: SecretName) => {
    // Standard Webhooks wants the secret in base64; the others are any text.
    return name.endsWith("_WEBHOOK_SECRET")
      ? `whsec_${randomBytes(32).toString("base64")}`
      : randomBytes(32).toString("base64url");
  };
  const secret = (name: SecretName) => kept[name] ?? make(name);
  const secrets: Secrets = {
    FORMWORK_SESSION_SECRET: secret("FORMWORK_SESSION_SECRET"),
    SIGN_IN_PORTAL_SECRET: secret("SIGN_IN_PORTAL_SECRET"),
    SIGN_IN_DESK_SECRET: secret("SIGN_IN_DESK_SECRET"),
    PEOPLE_REGISTER_KEY: secret("PEOPLE_REGISTER_KEY"),
    VEHICLE_REGISTER_KEY: secret("VEHICLE_REGISTER_KEY"),
    VEHICLE_REGISTER_WEBHOOK_SECRET: secret("VEHICLE_REGISTER_WEBHOOK_SECRET"),
    PAYMENT_KEY: secret("PAYMENT_KEY"),
    PAYMENT_WEBHOOK_SECRET: secret("PAYMENT_WEBHOOK_SECRET"),
  };
  if (names.some((name) => kept[name] === undefined)) {
    writeFileSync(file, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  }
  return secrets;
}
