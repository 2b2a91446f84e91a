// The catalogue of line forms: every line the language knows, under the heading of the block it may stand in. This one text feeds
// the grammar, the messages that list what may be written, completion and the manual. It is data: nothing is worked out here.
// How to read it (slots, headings, "as in") stands in README.md beside this file.

/** Headings at the left margin, the forms of their block below, as the language's design writes them. */
export const catalogueText = `
file
    service <n> <t>
    shared <n> <t>
    question-set <n> <t>
    calendar <n> <t>
    type <n> <t>
    words <n> for <n> version <num>
    use <ns> from <n> version <num>
    role <n> <t>
    partner <n> <t>
    applicant is (a|an) <n>
    source <n> <t>
    list <n> [from <p>]
    amount <n>
    eligibility <t>
    section <n> <t>
    table <n>
    calculate <n> = <e>
    decide <n> when <c>
    route
    outcome <n> <t>
    credential <n> <t>
    document <n> <t>
    message <n> by <ns>
    privacy
    measures
    assistance <n> <t>
    example <t>
    examples of <ns>
type
    like <ty>
    must ([not] be <pred>|match <t>) [otherwise say <t>]
    hint <t>
    sensitive <n>
service
    agency <n> <t>
    version <num> starts <date>
    status (draft|pilot|live|closing) [until <date>] [, at most <num> cases]
    languages <ns>
    about
    owner <n>
    topic <ns>
    contact <t>
    region <t>
    replaces version <num>
    running cases (stay on their version|move to this version)
    started by <ns>
    open from <date> to <date> [at <time>]
shared
    as in service: version, agency
calendar
    time zone <t>
    working days are <ns>
    closed on <date> <t>
    move deadlines to the next working day
    years from <leapday> end on <leapend>
    months end on the (last day of|first day after) a shorter month
applicant is
    signs in at level <n>
    may be helped by <ns> [with <n>]
    acting as <ns>
    may present <n> issued by <n>
    must present <n> issued by <n>
source
    run by <n>
    permission <t>
    because <t>
    keeps answers for <d>
    operation <n>
    announces <n>
operation
    needs <n> as <ty>
    gives <n> as <ty>
    gives list <n> each <n>
    answers within <d>
    if unavailable (ask applicant|stop|go to <n>)
gives list, announces
    gives <n> as <ty>
list
    - <n> <t> [, on its own]
amount
    (<money>|<percent>|<num>|<length>) from <date>
eligibility
    as in section: ask, guidance, warning, stop
    require <c> otherwise say <t>
section
    ask <n> <t> as <ty>
    include <n> as <n>
    page <n> <t>
    repeat <n> each <n> <t>
    for each <n> [of <p>] <t>
    fetch <n> from <p> using <es>
    declare <n> <t>
    sign with <n> [at level <n>]
    co-sign by another <n> within <d> otherwise go to <n>
    show when <c>
    check <c> otherwise say <t>
    guidance [<t>]
    warning
    help <t>
    stop <n> <t>
question-set
    as in section, but not: fetch, sign, co-sign
page
    as in section: ask, include, fetch, declare, show, check, guidance, warning, help, stop
    group <n> <t>
    shows <ps>
group
    as in section: ask, include, show, guidance, warning
for each
    as in section: ask, include, page, show, check, guidance, warning
    calculate <n> = <e>
    decide <n> when <c>
repeat
    as in for each: all
    from <num> to <num> times
    (at least|at most) <num> (time|times)
    hint <t>
    shows <ps>
    add another <t>
    prefill from <p> [, (locked|correctable [with evidence])]
include
    prefill from <p> [, (locked|correctable [with evidence])]
    show when <c>
    worded <n> <t>
ask
    - <n> <t> [, on its own]
    short name <t>
    hint <t>
    guidance [<t>]
    warning
    help <t>
    unit <t>
    optional
    sensitive <n>
    show when <c>
    required when <c>
    worded <t> when <c>
    warn when <c> say <t>
    must ([not] be <pred>|have <pred> (characters|words|files|choices)|match <t>) [otherwise say <t>]
    instead <n> <t>
    choices from <p>
    accept <ns> up to <size> [each]
    prefill from <p> [, (locked|correctable [with evidence])]
    can be (sent later [within <d>]|already with us|sent by (post|someone else))
- <n>
    hint <t>
    show when <c>
<c>
    - <c>
about, guidance, warning, help, declare, stop <n>, require, document, message
    <prose>
guidance, warning, help, declare, stop <n>
    show when <c>
table
    because <t>
    when several match (use the (first|highest|lowest)|add them up|list them all)
    when none match use <e>
    <row>
calculate
    when several match use the first
    except <e> when <c>
    because <t>
    never (below|above) <e>
    rounded (up|down) to <e>
    rounded to nearest <e>
except
    because <t>
route
    calendar <n>
    applicant can change answers until <ns>
    applicant can <n> [with reason] [until <ns>] [when <c>] [then go to <n>]
    can <n> by <ns> [with reason] [until <ns>] then go to <n>
    tell applicant at every stage
    urgent when <c>
    finish within <d> [from <n>] [otherwise (tell <n>|go to <n>)]
    stage <n> <t> [by <ns> [for <p>]]
stage
    as in outcome: issue, send, pay, share, publish, start, refund, reinstate
    skip when <c>
    fetch <n> from <p> using <es>
    stop the clock
    shows <ps>
    ask <n> <t> as <ty>
    advised by <n>
    not the same person as <ns>
    same person as <n>
    done by <num> different people
    invite <n> using <p> [at level <n>]
    needs second approval by <n> [when <c>]
    can ask for more information within <d> then go to <n> [otherwise go to <n>]
    can take <d> longer with reason
    can consult <ns> within <d>
    can put on hold for up to <d> with reason
    can correct <ps> with reason
    can <n> [by <ns>] [with reason] [when <c>] [then go to <n>]
    at the same time
    take payment of <n> within <d> otherwise go to <n>
    wait for <n> within <d> otherwise go to <n>
    wait (until <e>|<d>)
    remind <n> after <d>
    finish (within <d>|by <e>) [otherwise (tell <n>|go to <n>|give to <n>)]
    refuse automatically because <t> when <c> then go to <n>
    when (all|any|<num>) are done [and <c>] [then] go to <n>
    when <c> [then] go to <n>
    otherwise go to <n>
    go to <n>
at the same time
    check <n> [for each <p>] [at <p>] [by <ns>]
check <n>
    as in stage: skip, fetch, shows, ask, done, invite
    can <n> [by <ns>] [with reason] [when <c>]
    finish (within <d>|by <e>) otherwise (tell <n>|go to <n>|go on without it)
can <n>, applicant can <n>
    ask <n> <t> as <ty>
outcome
    issue <n> [to <ns>]
    replace <n>
    suspend <n>
    revoke <n>
    reinstate <n>
    send <n> [to <ns>]
    pay <n> to <n> [each <n> while <n> lasts]
    refund <n>
    share <ps> with <n> because <t>
    publish <ps>
    start <n> with <ps> [and keep the date]
    applicant can <n> [with reason] within <d> then go to <n>
    can <n> by <ns> [with reason] [within <d>] then go to <n>
    no appeal because <t>
credential
    holds <n> from <p> [, shared only if holder agrees]
    holds <ps>
    valid for <d>
    renew from <d> before end [, keeping answers]
    revoke when <c> [say <t>]
    suspend when <c> [say <t>]
    type <t>
    accepted by (every agency|<ns>)
    start <n> every <d>
document
    layout <n>
message
    subject <t>
    attach <n>
privacy
    purpose <t>
    lawful basis <n> <t>
    special category <n> under <t>
    keep <ps> for <d> after (<n> ends|sent|decision|end)
    only <ns> can see <ps>
    do not keep <ps>
    share <ps> with <n> under <t>
measures
    count <n> by <ns> each <n>
    time from <n> to <n> [, target <d>]
    publish each <n> as open data [, hide groups under <num>]
    ask applicants how easy it was
assistance
    helps <n> at <n>
    reads <ps> under <t>
    reads <ps>
    suggests whether <ws>
    never sees <ps>
    person decides , recording <n> and <n>
    registered as <t>
example
    on <date>
    given <p> are
    given <g>
    expect <g>
    then <n> chooses <n> [because <t>]
    then <d> (pass|passes)
    then <n> (pays|answers|signs|arrives)
examples, given <p> are
    <row>
words
    (service|question-set|section|page|group|ask|include|repeat|declare|stop|list|calculate|table|source|stage|check|outcome|credential|document|message|role|partner|assistance|agency|calendar|type) <n> [<t>]
    for each <n> <t>
    eligibility <t>
    privacy
under words
    (short name|hint|guidance|help|unit|add another|subject|permission|purpose|contact|region) <t>
    (about|guidance|warning)
    (worded|say|because) <num> <t>
    (instead|can|worded) <n> <t>
    closed on <date> <t>
    (lawful basis|special category) <n> <t>
    - <n> <t>
    <prose>
`;
