// The deployment file for this start: examples/start/deployment.yaml with the ports of this start in it.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { defaultPorts, type Ports } from "./addresses.ts";

/** Writes the deployment file into the data folder, so that its relative paths lead there; gives its path. */
export function writeDeployment(dataFolder: string, ports: Ports): string {
  const template = readFileSync(new URL("./deployment.yaml", import.meta.url), "utf8");
  mkdirSync(dataFolder, { recursive: true });
  const file = path.join(dataFolder, "deployment.yaml");
  writeFileSync(file, withPorts(template, ports));
  return file;
}

/** The text with every usual port replaced by the one of this start, in one pass so that none is replaced twice. */
export function withPorts(template: string, ports: Ports): string {
  const replacements = new Map(Object.entries(defaultPorts).map(([part, port]) => [String(port), part]));
  const chosen: Readonly<Record<string, number>> = ports;
  return template.replaceAll(/(127\.0\.0\.1:|port: )(\d+)/g, (whole, before: string, port: string) => {
    const part = replacements.get(port);
    return part === undefined ? whole : `${before}${chosen[part]}`;
  });
}
