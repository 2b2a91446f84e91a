// Which credentials hang on what a source says (`revoke when`, `suspend when`): while one is held, the source is asked again.
import type { Effect, Service, Step } from "#contract";

/** The names of credentials whose conditions read a record of this source. */
export function credentialsHangingOn(service: Service, source: string): string[] {
  const keys = fetchesOf(service)
    .filter((fetch) => fetch.source === source)
    .map(({ key }) => key);
  return Object.entries(service.credentials).flatMap(([name, { revokeWhen, suspendWhen }]) => {
    const reads = [revokeWhen, suspendWhen].flatMap((rule) =>
      rule === undefined ? [] : (service.rules[rule]?.reads ?? []),
    );
    return keys.some((key) => reads.some((path) => path.split(".").includes(key))) ? [name] : [];
  });
}

type Fetch = NonNullable<Effect["fetch"]>;

function fetchesOf({ sections, eligibility, route }: Service): Fetch[] {
  const steps: Step[] = [...sections.flatMap((section) => section.steps), ...(eligibility?.steps ?? [])];
  const stages = route?.stages ?? [];
  const lines = stages.flatMap(({ doing, checks = [] }) => [...doing, ...checks.flatMap((check) => check.doing)]);
  return [
    ...steps.flatMap((step) => (step.kind === "fetch" ? [step] : [])),
    ...lines.flatMap(({ fetch }) => fetch ?? []),
  ];
}
