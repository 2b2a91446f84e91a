// Names of JSONata variables: camelCase, no two the same, none that hides a function of JSONata or of the library.

/** Functions of JSONata itself that emitted text calls, and variables that it binds. */
const taken =
  "a asked corrected today dateApplied abs append boolean ceil contains count distinct exists filter floor formatInteger " +
  "length lookup map match max min not now number millis reduce round string substring sum type eval";

/** Gives each name once: `permit-fee` becomes permitFee, and permitFee2 when that is taken. */
export function createNames(others: Iterable<string>): (words: string) => string {
  const used = new Set([...taken.split(" "), ...others]);
  return (words) => {
    const letters = words
      .split(/[^A-Za-z0-9]+/)
      .filter((part) => part !== "")
      .map((part, at) => (at === 0 ? part : part[0]?.toUpperCase() + part.slice(1)))
      .join("");
    const start = /^[A-Za-z]/.test(letters) ? letters : `rule${letters}`;
    let name = start;
    for (let count = 2; used.has(name); count += 1) name = `${start}${count}`;
    used.add(name);
    return name;
  };
}
