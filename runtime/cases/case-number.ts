// The number people know a case by: initials, then letters that cannot be mistaken for each other when read out or written.
// Chance is given; nothing about the applicant can be read from it.

/** No 0 O, 1 I L, U V: thirty signs, told apart in any handwriting. */
const signs = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A number such as "APP-7Q4M-2X9D": the agency's initial, the initials of the service's last two words, eight signs of chance. */
export function buildCaseNumber(agency: string, service: string, random: (bytes: number) => Uint8Array): string {
  const initials = [agency, ...service.split("-").slice(-2)].map((word) => /[a-z]/i.exec(word)?.[0] ?? "").join("");
  const drawn = drawSigns(8, random);
  return `${initials.toUpperCase() || "C"}-${drawn.slice(0, 4)}-${drawn.slice(4)}`;
}

/** Bytes past the last whole multiple are thrown away, so that every sign is equally likely. */
function drawSigns(count: number, random: (bytes: number) => Uint8Array): string {
  const most = 256 - (256 % signs.length);
  let drawn = "";
  while (drawn.length < count) {
    for (const byte of random(count)) {
      if (byte < most && drawn.length < count) drawn += signs[byte % signs.length];
    }
  }
  return drawn;
}
