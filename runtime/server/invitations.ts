// The links of invitations: sealed with the deployment's secret, so that nobody can make one up. A link says which invitation
// it is, never who may take it up: that is decided when somebody has signed in.
import { openSealed, type Random, seal } from "../identity/seal.ts";

const purpose = "invitation";

/** Which invitation of which case. */
export interface InvitationLink {
  readonly caseId: string;
  readonly invitationId: string;
}

/** Makes the links of an installation. */
export function inviteAddressOf(
  { publicAddress, sessionSecret }: { readonly publicAddress: string; readonly sessionSecret: string },
  random: Random,
): (caseId: string, invitationId: string) => string {
  return (caseId, invitationId) =>
    `${publicAddress}/invited/${seal(sessionSecret, purpose, [caseId, invitationId], random)}`;
}

/** The invitation of a link; undefined for one that we did not make. */
export function openInvitation(secret: string, token: string): InvitationLink | undefined {
  const opened = openSealed(secret, purpose, token);
  if (!Array.isArray(opened)) return undefined;
  const [caseId, invitationId] = opened;
  return typeof caseId === "string" && typeof invitationId === "string" ? { caseId, invitationId } : undefined;
}
