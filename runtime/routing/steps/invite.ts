// `invite landlord using landlord-email`: a person from outside does the work. They are reached by e-mail; whoever takes the
// invitation up after signing in at its level has the role in this case, and nobody else. The link alone gives nothing.
import type { Case, Invitation, Person, Task } from "../case.ts";
import type { Happening } from "../happening.ts";
import { isOfVisit, type Led, type Moving, refuse } from "../moving.ts";
import { itemsAround, visitOfCheck, type Work } from "./work.ts";

/** Invites whom the work names. Without an address the work waits, and administrators are told. */
export function openInvitation(moving: Moving, work: Pick<Work, "invite" | "forEach">, check?: string): void {
  const { invite } = work;
  const { place } = moving.case;
  if (!invite || place.kind !== "stage") return;
  const facts = moving.facts();
  const item = visitOfCheck(moving.case, check)?.item;
  const email = moving.rulebook.evaluate(invite.using, facts, itemsAround(work, facts.values, item));
  if (typeof email !== "string" || email === "") {
    moving.order({ do: "hold", line: "invite", what: invite.name });
    return;
  }
  // Who took it up in an earlier visit is not asked to prove it again.
  const before = moving.case.invitations?.findLast(
    (one) => one.role === invite.name && one.email === email && one.state === "accepted",
  );
  const id = moving.nextId("invitation");
  const invitation: Invitation = {
    id,
    role: invite.name,
    stage: place.stage,
    visit: place.visit,
    ...(check === undefined ? {} : { check }),
    email,
    level: invite.level ?? "low",
    invitedAt: moving.now,
    ...(before?.by ? { state: "accepted", by: before.by, acceptedAt: moving.now } : { state: "invited" }),
  };
  moving.change({ invitations: [...(moving.case.invitations ?? []), invitation] });
  moving.record("invited", { invitation: id, role: invite.name });
  moving.tellHistory({ what: "invited", place: place.stage, name: invite.name });
  moving.order({ do: "invite", invitationId: id });
}

const ranks = { low: 0, substantial: 1, high: 2 } as const;

/** Somebody takes an invitation up. Taken up twice by the same person it changes nothing. */
export function onInvitationAccepted(
  moving: Moving,
  { by, level, invitationId }: Extract<Happening, { type: "invitation-accepted" }>,
): Led {
  const invitation = moving.case.invitations?.find(({ id }) => id === invitationId);
  if (!invitation) return refuse("no-such-invitation", "This invitation is not known here.");
  if (invitation.state === "cancelled")
    return refuse("no-such-invitation", "This is no longer needed: the case has moved on.");
  if (invitation.by?.id === by.id) return undefined;
  if (invitation.by) return refuse("not-yours", "Somebody else has taken this invitation up.");
  if (by.kind !== "applicant") return refuse("not-yours", "Sign in as a citizen to take this up.");
  if (by.id === moving.case.applicant.id)
    return refuse("not-the-same-person", "You made this application yourself, so somebody else must do this.");
  if (ranks[level] < ranks[invitation.level])
    return refuse("level-too-low", "Sign in in a way that shows more surely who you are.");
  moving.change({
    invitations: (moving.case.invitations ?? []).map((one) =>
      one === invitation ? { ...one, state: "accepted", by, acceptedAt: moving.now } : one,
    ),
  });
  moving.record("invitation accepted", { invitation: invitationId }, by);
  moving.tellHistory({ what: "took-up", place: invitation.stage, name: invitation.role, by });
  return undefined;
}

/** Invitations that nobody took up end with the stage. */
export function cancelInvitations(moving: Moving): void {
  const { place, invitations } = moving.case;
  const isOpen = (one: Invitation): boolean => one.state === "invited" && isOfVisit(one, place);
  if (!invitations?.some(isOpen)) return;
  moving.change({ invitations: invitations.map((one) => (isOpen(one) ? { ...one, state: "cancelled" } : one)) });
}

/** The invitation that a task waits for or was given by. */
export function invitationOf({ invitations = [] }: Pick<Case, "invitations">, task: Task): Invitation | undefined {
  return invitations.find(
    ({ role, stage, visit, check }) =>
      stage === task.stage && visit === task.visit && check === task.check && task.roles.includes(role),
  );
}

/** Whether a person was invited to this task and took it up. */
export function isInvited(present: Pick<Case, "invitations">, task: Task, person: Person): boolean {
  const invitation = invitationOf(present, task);
  return invitation?.state === "accepted" && invitation.by?.id === person.id;
}
