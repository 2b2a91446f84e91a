// A service that persons and organisations may apply for, for tests of who applies.

/** Hires out a hall; an organisation is asked one question more. */
export const hall = `service hall "Hire the hall"
  agency town "Town of Ashby"
role clerk "a clerk"
applicant is a person
  signs in at level low
applicant is an organisation
  signs in at level low
section event "Your event"
  ask title "What is the event called?" as text
  ask charity-number "What is your charity's number?" as text
    show when applicant-kind is organisation
route
  stage look "A clerk looks" by clerk
    when applicant-kind is person go to granted
    shows title, charity-number
    can grant then go to granted
    can refuse with reason then go to refused
    finish within 10 days otherwise go to refused
outcome granted "Granted"
outcome refused "Refused"
`;
