// A service that others may fill in for a person, and several people for a business, for tests of who fills in.

/** Help at home: who fills in for somebody else says who asked them to; a secretary says who let them. */
export const care = `service care "Get help at home"
  agency town "Town of Ashby"
role clerk "a clerk"
applicant is a person
  signs in at level substantial
  may be helped by staff, representative, appointee with mandate
applicant is a business
  signs in at level substantial
  acting as director, company-secretary
section help "The help"
  ask name "What is the person's full name?" as full name
    prefill from identity's full-name
  ask asked-by "Who asked you to help?" as text
    show when filled-in-by is representative
  ask let-by "Who let you act?" as text
    show when filled-in-by is company-secretary
route
  stage look "A clerk looks" by clerk
    shows name, asked-by, let-by
    can grant then go to granted
    can refuse with reason then go to refused
    finish within 10 days otherwise go to refused
outcome granted "Granted"
outcome refused "Refused"
`;

/** Its words in Welsh, as far as they say who fills in. */
export const careInWelsh = `words Welsh for care version 1
  role representative "Cynrychiolydd"
  role company-secretary "Ysgrifennydd y cwmni"
`;
