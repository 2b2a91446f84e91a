// Forms in pages of other websites: which of our pages may stand in a frame there, and what such a page says of itself.
import type { FastifyRequest } from "fastify";
import type { Surroundings } from "#render/page-view.ts";
import type { Bundle } from "./bundles.ts";
import type { Installation } from "./installation.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** The answer is a page that leads out of a frame. */
    leadsOut: boolean;
  }
  interface FastifyContextConfig {
    /** A page of the form itself: the origins of the deployment file may show it in a frame. */
    mayBeFramed?: boolean;
  }
}

/** The options of a route whose page may stand in a frame. */
export const mayBeFramed = { config: { mayBeFramed: true } } as const;

/** Whether a browser asks for a page to put it into a frame (Fetch Metadata). Browsers that do not say so get pages as they are. */
export function isForFrame(request: FastifyRequest): boolean {
  return request.headers["sec-fetch-dest"] === "iframe";
}

/**
 * What a page of the form says of itself in a frame: its script, and which addresses stay in the frame. Browsers send no cookies to a
 * frame of another site, so there everything leads out of it.
 */
export function framedAs(
  installation: Installation,
  request: FastifyRequest,
  { formAssets }: Bundle,
  base: string,
): Pick<Surroundings, "framed"> {
  const { framed } = formAssets;
  if (installation.configuration.embeddedIn.length === 0 || !isForFrame(request) || framed === undefined) return {};
  const isElsewhere = request.headers["sec-fetch-site"] === "cross-site";
  return { framed: { script: framed, within: isElsewhere ? "" : base } };
}
