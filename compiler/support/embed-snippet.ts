// The lines that are pasted into a page of another website so that a service's form stands in it.

/** What the lines are made of. */
export interface Embed {
  /** File name of the script in the bundle's form folder. */
  readonly script: string;
  /** Subresource Integrity of the script: sha384-… */
  readonly integrity: string;
  readonly element: string;
  readonly service: string;
  /** What the link says that stands there without scripts, and wherever the form cannot be shown. */
  readonly title: string;
}

/** Stands for the address of the installation in a bundle, which does not know where it will be served. */
export const anyAddress = "https://services.example";

/** The lines for an installation. `address` has no slash at its end. */
export function embedSnippet(address: string, { script, integrity, element, service, title }: Embed): string {
  const at = escapeText(`${address}/forms/${encodeURIComponent(service)}/${script}`);
  return `<script type="module" crossorigin src="${at}" integrity="${escapeText(integrity)}"></script>
<${element}><a href="${escapeText(`${address}/${encodeURIComponent(service)}`)}">${escapeText(title)}</a></${element}>
`;
}

function escapeText(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
