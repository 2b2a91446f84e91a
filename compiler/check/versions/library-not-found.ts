// FW801: a library, its version, or a thing that is taken from it is not there.

import { problems } from "../../diagnostics/generated/problems.ts";
import type { Problem } from "../../diagnostics/problem.ts";
import type { Finding, Model } from "../../model/model.ts";
import { nearest } from "../../source/nearest.ts";
import { findingsOf } from "../findings.ts";
import { change } from "../text-edits.ts";

export function checkLibraryNotFound(model: Model): Problem[] {
  return [
    ...findingsOf(model, "library-not-found").map((finding) =>
      finding.versions.length > 0 ? versionMissing(model, finding) : libraryMissing(model, finding),
    ),
    ...findingsOf(model, "not-in-library").map((finding) => thingMissing(model, finding)),
  ];
}

type NotFound = Extract<Finding, { kind: "library-not-found" }>;

function libraryMissing(model: Model, { library, others, span }: NotFound): Problem {
  const meant = nearest(library, others);
  const explanation = [
    ...(meant[0] === undefined ? [] : [`Did you mean  ${meant[0]} ?`]),
    `It is looked for as ${library}.shared beside the service, in the folder shared beside it, and in the folder given with --libraries.`,
  ];
  const fixes = meant.map((name) => change(model.trees, span, name));
  return problems.libraryNotFound(span, { what: `There is no library called ${library}` }, { explanation, fixes });
}

function versionMissing(model: Model, { library, wanted, versions, versionAt }: NotFound): Problem {
  const there = versions.map((version) => `version ${version}`).join(" and ");
  const explanation = [
    `${versions.length > 1 ? "There are" : "There is"} ${there}. Another version of a library stands beside it as ${library}.version-${wanted}.shared.`,
  ];
  const fixes = versions.map((version) => change(model.trees, versionAt, String(version)));
  return problems.libraryNotFound(
    versionAt,
    { what: `There is no version ${wanted} of ${library}` },
    { explanation, fixes },
  );
}

function thingMissing(model: Model, finding: Extract<Finding, { kind: "not-in-library" }>): Problem {
  const { library, version, name, known, span } = finding;
  const meant = nearest(name, known);
  const explanation = [
    meant[0] !== undefined ? `Did you mean  ${meant[0]} ?` : `It has: ${known.slice(0, 12).join(", ") || "nothing"}.`,
  ];
  const fixes = meant.map((one) => change(model.trees, span, one));
  return problems.libraryNotFound(
    span,
    { what: `${library} version ${version} has no ${name}` },
    { explanation, fixes },
  );
}
