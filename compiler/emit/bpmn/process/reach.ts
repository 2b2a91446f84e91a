// Which stages and outcomes a case can come to, as far as the lines of the route say: no rule is tried.
import type { Name, Service, Stage } from "#contract";

/** Every place that can be reached from the first stage without entering one of `without`. */
export function placesReached(service: Service, without: readonly Name[]): ReadonlySet<Name> {
  const { route } = service;
  const reached = new Set<Name>();
  const waiting: Name[] = route ? [route.first] : [];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (reached.has(name) || without.includes(name)) continue;
    reached.add(name);
    waiting.push(...waysFrom(service, name));
  }
  return reached;
}

function waysFrom(service: Service, name: Name): Name[] {
  const { route } = service;
  // An outcome wins where a stage bears the same name, as it does when a case is routed.
  const outcome = service.outcomes.find((one) => one.name === name);
  if (outcome) return [...outcome.rights, ...(outcome.officerActions ?? [])].flatMap(({ goTo }) => goTo ?? []);
  const stage = route?.stages.find((one) => one.name === name);
  if (!stage) return [];
  return [
    ...waysOf(stage),
    ...(route?.officerActions ?? []).flatMap(({ goTo }) => goTo ?? []),
    ...(route?.rights ?? []).flatMap(({ goTo }) => goTo ?? []),
    ...(route?.finish?.goTo === undefined ? [] : [route.finish.goTo]),
  ];
}

function waysOf(stage: Stage): Name[] {
  const { exits, actions, otherwise, goTo, moreInformation, payment, awaits = [], finish, checks = [] } = stage;
  return [
    ...awaits.map((awaited) => awaited.otherwise),
    ...checks.flatMap((check) => check.finish?.goTo ?? []),
    ...exits.map((exit) => exit.goTo),
    ...actions.flatMap((action) => action.goTo ?? []),
    ...[otherwise, goTo, moreInformation?.goTo, moreInformation?.otherwise, payment?.otherwise, finish?.goTo].flatMap(
      (name) => name ?? [],
    ),
  ];
}
