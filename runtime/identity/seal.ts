// Sealed text: what we hand out (a cookie) or keep (a session) so that nobody without the secret can read or change it.
// AES-256-GCM with a key derived from the deployment's secret and a purpose, so that one kind never passes for another.
import { createCipheriv, createDecipheriv, hkdfSync } from "node:crypto";

/** Chance, passed in so that tests can hold it still: `count` bytes nobody can guess. */
export type Random = (count: number) => Uint8Array;

/** Seals a value that JSON can say. The result is base64url text. */
export function seal(secret: string, purpose: string, value: unknown, random: Random): string {
  const nonce = random(12);
  const cipher = createCipheriv("aes-256-gcm", keyFor(secret, purpose), nonce);
  const sealed = [cipher.update(JSON.stringify(value), "utf8"), cipher.final()];
  return Buffer.concat([nonce, ...sealed, cipher.getAuthTag()]).toString("base64url");
}

/** The value, or undefined when the text was not sealed with this secret for this purpose. */
export function openSealed(secret: string, purpose: string, text: string): unknown {
  const bytes = Buffer.from(text, "base64url");
  if (bytes.length < 29) return undefined;
  const decipher = createDecipheriv("aes-256-gcm", keyFor(secret, purpose), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(-16));
  try {
    const opened = Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
    return JSON.parse(opened.toString("utf8"));
  } catch {
    // The tag does not fit: forged, damaged, or sealed under another secret. To the caller all three are "not ours".
    return undefined;
  }
}

function keyFor(secret: string, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", secret, "formwork", purpose, 32));
}
