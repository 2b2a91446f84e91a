// The help texts of every command.

/** All commands at a glance. */
export const overview = `formwork: one readable text for a whole public service

  formwork new service <name>          begin a text that is right from the start
  formwork import bpmn <file>          begin a text from a process drawn in any BPMN modeller
  formwork check <files>               say what is wrong in service texts, and how to mend it
  formwork test <files>                play the examples in service texts
  formwork format <files>              write service texts in their one canonical form
  formwork why <file> <name>           where a value comes from, who reads it, which law
  formwork words <file> --language <name>     make a words file in another language, or bring it up to date
  formwork lock <file>                 note the libraries of a service as they are now
  formwork compare <old> <new>         what is different between two texts, in words
  formwork explain <code>              what a problem means, for example FW201
  formwork build <files> --out <dir>   compile services into bundles
  formwork verify <bundles>            say whether bundles are whole and as they were built
  formwork serve <bundles> --config <file>    run bundles as web forms and a case service
  formwork language-server             help an editor: problems, completion, renaming as you type

  formwork help <command>              more about one command`;

const usages: Readonly<Record<string, string>> = {
  new: `formwork new service|shared <name>
formwork new words <language> <service or library>

  Writes a text that is right from the start, with comments that say what its lines do.
  A file that stands there already is left as it is.

  formwork new service dog-licence          writes dog-licence.service
  formwork new shared common-questions      writes common-questions.shared
  formwork new words Welsh parking.service  writes parking.cy.words, with every line to translate`,
  import: `formwork import bpmn <file> [--out <file>] [--process <name>] [--replace]

  Reads a BPMN 2.0 process, of any modeller and with or without a diagram, and writes the
  text of a service: its roles, its route with stages, deadlines and messages, its
  outcomes. What a process cannot hold (questions, rules, letters) stands there as a few
  lines that make the text whole, with comments that say what is left to do.
  What cannot be said exactly is refused: which element, why, and what to draw instead.
  A file that Formwork built (process.bpmn of a bundle) comes back to the same route.

  Without --out the text stands beside the file, named after the process. A text that
  stands there already is left as it is, unless --replace is given. Of a file with several
  pools that hold steps, --process names the one to read.

  The exit code is 0 when a text was written, 1 when the file is refused, 2 for wrong usage.

  formwork import bpmn street-party.bpmn
  formwork import bpmn permits.bpmn --process "Town hall" --out permits.service`,
  check: `formwork check <files or folders> [--watch] [--format terminal|json] [--libraries <folder>]

  Reads each service text with its libraries and words files and says what is wrong.
  A folder means every .service text in it and below. A library (.shared) or a words
  file can be named alone. Libraries are looked for beside the text, in ../shared, and
  in the folder given. What is new about libraries and translations is noted in lock
  files beside them.
  With --watch it stays, and says it again whenever one of the texts changes.
  What --format json says is written down in compiler/command-line/output.schema.json.

  The exit code is 0 when nothing stops, 1 when a text has a Stop, 2 for wrong usage.

  formwork check parking.service
  formwork check services --watch
  formwork check services/*.service --format json`,
  test: `formwork test <files or folders> [--ready] [--format terminal|json] [--libraries <folder>]

  Plays the examples in each service text over the form and the route that real
  applications go, and says for each whether it comes out as expected; then which
  outcomes, ways, rows and exceptions no example reaches. With --ready it shows examples
  for these that can be pasted into the text: each was played, and comes out as it says.

  The exit code is 0 when all come out as expected, 1 when one does not, 2 for wrong usage.

  formwork test parking.service
  formwork test parking.service --ready`,
  format: `formwork format <files or folders> [--check]

  Writes service, shared and words texts in their one canonical form: two spaces for
  each level, bars of tables in line, dates in words. What they mean stays the same, and
  so does every comment. Lines that could not be read are left as they are.
  A folder means every such text in it and below.
  With --check nothing is written, and the exit code is 1 when a text would change.

  formwork format parking.service
  formwork format services --check`,
  build: `formwork build <files or folders> --out <dir> [--tgz] [--sign <key>] [--libraries <folder>]

  Compiles services into bundles that formwork serve runs. One text that is named by
  itself becomes the bundle <dir>; of several, or of a folder, each becomes a bundle
  <dir>/<service>. A bundle is written whole or not at all; one that stands there is
  replaced. With --tgz each is one file, <dir>/<service>-<version>.tgz.
  With --sign the bundle is signed by a private key in PEM or JWK. To make one:
  openssl genpkey -algorithm ed25519 -out key.pem

  The exit code is 0 when all were built, 1 when one was not, 2 for wrong usage.

  formwork build parking.service --out bundles/parking
  formwork build services --out bundles --tgz --sign key.pem`,
  verify: `formwork verify <bundles> [--keys <file>] [--format terminal|json]

  Says whether each bundle, a folder or a .tgz file, is whole, as it was built, and what
  it says it is. With --keys it must be signed by one of the public keys in that file,
  in PEM or as a JWK set. To get the public key: openssl pkey -in key.pem -pubout

  The exit code is 0 when all are good, 1 when one is not, 2 for wrong usage.

  formwork verify bundles/parking
  formwork verify bundles/*.tgz --keys trusted.json`,
  why: `formwork why <file> <name> [--format terminal|json] [--libraries <folder>]

  Says where a value comes from (the line, the register and its permission, the
  calculation with its exceptions and laws), and who reads it: rules, pages, stages,
  messages, other agencies, and how long it is kept. Pages, stages, outcomes, messages
  and registers have an answer too.

  formwork why parking.service permit-fee
  formwork why parking.service "home's postcode"
  formwork why parking.service "Are you the registered keeper?"
  formwork why parking.service review`,
  words: `formwork words <file> --language <name> [--still-fits all|<lines>] [--libraries <folder>]

  Makes the words file of a service or a library in another language, or brings it up to date. What has
  no words yet stands in it as comments, ready to be translated; what a translator wrote
  is never changed. Says what is missing and which words were changed since they were
  translated. --still-fits notes that such a translation was read again and is right.

  formwork words parking.service --language Welsh
  formwork words parking.service --language Welsh --still-fits "ask phone"`,
  lock: `formwork lock <file> [--libraries <folder>]

  Notes the text of every library that the service uses, as it is now, in formwork.lock
  beside it. check and build note libraries that are new by themselves; this command is
  for a library whose text changed without a new version number, when that is meant.

  formwork lock parking.service`,
  compare: `formwork compare <old> <new> [--format terminal|json] [--libraries <folder>]
formwork compare <file> --since <version> [--until <version>]

  Says what is different between two texts of a service, in words: what is asked,
  what is worked out, where cases go, what is kept and shared. Two libraries can be
  compared as well, and two folders: each service with the one of the same place or name.
  With --since the old text is the one that git keeps in that version, a commit, a branch
  or a tag; with --until the new one too.

  formwork compare parking-2025.service parking.service
  formwork compare services-2025 services
  formwork compare parking.service --since main`,
  explain: `formwork explain <code>

  Shows what a problem means, why it matters and how to mend it, with an example.

  formwork explain FW201`,
  serve: `formwork serve <bundles> --config <file>

  Runs one or more bundles as web forms and a case service, bound to registers,
  sign-in, payment and mail by the deployment file.

  formwork serve bundles/parking --config deployment.yaml`,
  "language-server": `formwork language-server [--stdio] [--clientProcessId <number>]

  Speaks the Language Server Protocol over standard input and output. Editors start it;
  compiler/language-server/editors.md says how to set up yours. With --clientProcessId it
  ends by itself when the process of that number is gone.

  formwork language-server --stdio`,
};

/** The names of all commands. */
export const commandNames: readonly string[] = Object.keys(usages);

/** How a command is written. */
export function usageOf(command: string): string {
  return usages[command] ?? overview;
}

/** How a command is called, without what it does: enough beside a sentence that says what was wrong with the call. */
export function howCalled(command: string): string {
  const [calls] = usageOf(command).split("\n\n");
  return `${calls}\n\nMore: formwork help ${command}`;
}
