// What a command throws when it was called in a way it cannot follow. Carries the sentence to print; ends with exit code 2.

export class WrongUsage extends Error {}

/** What was named is not there, cannot be read, or is in the way: said alone, because how the command is called was right. */
export class UnreadableText extends WrongUsage {}
