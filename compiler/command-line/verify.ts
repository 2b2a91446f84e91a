// `formwork verify`: is a bundle whole, as it was built, and what it says it is; and is it signed by a key that we trust?

import { manifestPath, signaturePath } from "#contract/bundle.ts";
import { checkSignature, readTrustedKeys, type TrustedKey, UnusableKey } from "#support/bundle-signature.ts";
import { validateBundle } from "../emit/bundle/validate.ts";
import { verifyBundle } from "../emit/bundle/verify.ts";
import { readFormat, readOptions } from "./options.ts";
import { readBundle } from "./read-bundle.ts";
import { readNamed } from "./read-named.ts";
import { WrongUsage } from "./wrong-usage.ts";

interface Verified {
  readonly bundle: string;
  readonly problems: readonly string[];
  readonly signed: "by a trusted key" | "yes, not looked at" | "no";
}

/** Exit code 1 when a bundle is not good. */
export async function verify(words: readonly string[]): Promise<number> {
  const { subjects, flags } = readOptions(words, ["keys", "format"]);
  const format = readFormat(flags);
  if (subjects.length === 0) throw new WrongUsage("Name at least one bundle: a folder or a .tgz file.");
  const keys = await keysFrom(flags.get("keys"));
  const verified: Verified[] = [];
  for (const bundle of subjects) verified.push(await verifyOne(bundle, keys));
  if (format === "json") console.log(JSON.stringify({ bundles: verified }, null, 2));
  else for (const one of verified) console.log(said(one));
  return verified.every(({ problems }) => problems.length === 0) ? 0 : 1;
}

async function verifyOne(bundle: string, keys: readonly TrustedKey[] | undefined): Promise<Verified> {
  const files = readBundle(bundle);
  if (typeof files === "string") return { bundle, problems: [files], signed: "no" };
  const changed = verifyBundle(files).map(({ message }) => message);
  // What was changed is not looked into any further: one cause, one message.
  const problems = changed.length > 0 ? changed : validateBundle(files);
  const [manifest, signature] = [files.get(manifestPath), files.get(signaturePath)];
  if (!keys) return { bundle, problems, signed: signature ? "yes, not looked at" : "no" };
  if (!signature || !manifest)
    return { bundle, problems: [...problems, "The bundle is not signed. Build it with --sign <key>."], signed: "no" };
  const wrong = await checkSignature(manifest, signature, keys);
  return wrong === undefined
    ? { bundle, problems, signed: "by a trusted key" }
    : { bundle, problems: [...problems, wrong], signed: "yes, not looked at" };
}

function said({ bundle, problems, signed }: Verified): string {
  if (problems.length > 0) return `${bundle}: not good\n${problems.map((problem) => `  ${problem}`).join("\n")}`;
  const signature = {
    "by a trusted key": ", signed by a trusted key",
    "yes, not looked at": ", signed, by whom was not looked at (--keys)",
    no: "",
  }[signed];
  return `${bundle}: whole and as it was built${signature}`;
}

async function keysFrom(file: string | undefined): Promise<readonly TrustedKey[] | undefined> {
  if (file === undefined) return undefined;
  try {
    return await readTrustedKeys(readNamed(file).toString("utf8"));
  } catch (error) {
    if (error instanceof UnusableKey) throw new WrongUsage(`${file} holds no keys. ${error.message}`);
    throw error;
  }
}
