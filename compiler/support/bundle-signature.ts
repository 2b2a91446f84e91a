// Is a bundle signed by a key that is trusted? A JSON Web Signature (RFC 7515) over manifest.json, detached (its appendix F), kept
// beside it as manifest.jws. The manifest holds the hash of every file, so it stands for the whole bundle.
import { type CryptoKey, flattenedVerify, importJWK, importSPKI, type JWK } from "jose";

/** A file of keys that cannot be used, and why, in words. */
export class UnusableKey extends Error {}

/** What helps when a key is of no use. */
export const keyAdvice = "Make one with: openssl genpkey -algorithm ed25519 -out key.pem";

/** A public key and the algorithm that goes with it. */
export interface TrustedKey {
  readonly key: CryptoKey;
  readonly algorithm: "EdDSA" | "ES256";
}

/** Public keys from a text: one in PEM, one JWK, or a JWK set ({"keys": […]}). Ed25519 or P-256. Throws UnusableKey. */
export async function readTrustedKeys(text: string): Promise<readonly TrustedKey[]> {
  if (!text.trimStart().startsWith("{")) return [await readPem(text)];
  const value = readJson(text);
  const keys = "keys" in value && Array.isArray(value.keys) ? (value.keys as JWK[]) : [value as JWK];
  if (keys.length === 0) throw new UnusableKey("The set of keys is empty.");
  return Promise.all(keys.map(readJwk));
}

function readJson(text: string): object {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null) return value;
    throw new UnusableKey("It holds no key.");
  } catch (error) {
    if (error instanceof UnusableKey) throw error;
    throw new UnusableKey(`It is not JSON: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

async function readPem(text: string): Promise<TrustedKey> {
  for (const algorithm of ["EdDSA", "ES256"] as const) {
    const key = await importSPKI(text, algorithm).catch(() => undefined);
    if (key) return { key, algorithm };
  }
  throw new UnusableKey(
    "It is no public key in PEM for Ed25519 or P-256. To get the public half of a key: openssl pkey -in key.pem -pubout",
  );
}

/** A private part, where there is one, is left aside: a trusted key needs none. */
async function readJwk({ d: _, ...jwk }: JWK): Promise<TrustedKey> {
  const algorithm = jwk.crv === "Ed25519" ? "EdDSA" : jwk.crv === "P-256" ? "ES256" : undefined;
  const key = algorithm && (await importJWK({ ...jwk, alg: algorithm }, algorithm).catch(() => undefined));
  if (!algorithm || !key || key instanceof Uint8Array)
    throw new UnusableKey(`It holds a key that is not Ed25519 or P-256. ${keyAdvice}`);
  return { key, algorithm };
}

/** Nothing when one of the keys signed this manifest; else a sentence that says what is wrong. */
export async function checkSignature(
  manifest: Uint8Array,
  signature: Uint8Array,
  keys: readonly TrustedKey[],
): Promise<string | undefined> {
  const [header, nothing, signed, ...more] = new TextDecoder().decode(signature).trim().split(".");
  if (!header || nothing !== "" || !signed || more.length > 0) return "The signature in manifest.jws cannot be read.";
  const payload = base64Url(manifest);
  for (const { key, algorithm } of keys) {
    const whole = { protected: header, payload, signature: signed };
    const isTheirs = await flattenedVerify(whole, key, { algorithms: [algorithm] }).then(
      () => true,
      () => false,
    );
    if (isTheirs) return undefined;
  }
  return "It is signed by none of the keys that are trusted here, or was changed after it was signed.";
}

function base64Url(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}
