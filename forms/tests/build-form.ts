// The form's script of a service, built as the compiler builds it. For tests only, so the compiler's emitters are named as text.
import type { Service } from "#contract";

/** The files of the bundle's form folder. */
export async function buildForm(service: Service): Promise<ReadonlyMap<string, Uint8Array>> {
  const folder = new URL("../../compiler/emit/", import.meta.url);
  const form: { emitForm(service: Service): Promise<Map<string, Uint8Array>> } = await import(
    new URL("form/emit-form.ts", folder).href
  );
  return form.emitForm(service);
}
