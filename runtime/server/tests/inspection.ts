// A service that officers begin, for tests: inspectors fill it in, a reviewer decides; somebody else's role may not begin it.

/** The text. Reviewers may begin nothing; inspectors work on no stage. */
export const inspection = `service inspection "Inspect a kitchen"
  agency city "City of Ashby"
  started by inspector
role inspector "an inspector"
role reviewer "a reviewer"
applicant is a person
  signs in at level low
section place "The kitchen"
  ask kitchen "What is the kitchen called?" as text
  ask owner-email "What is the owner's e-mail address?" as email
    prefill from identity's email
  ask photo "A photo of the kitchen" as file
    optional
    accept pdf up to 1 MB
section found "What you found"
  ask clean "Is it clean?" as yes or no
route
  stage review "We review it" by reviewer
    shows kitchen, clean
    can close then go to closed
outcome closed "Closed"
  send letter
message letter by email
  subject "Inspected"
  > We inspected {kitchen}.
`;
