// The privacy notice as it stands in privacy.json of a bundle, by language: whole sentences, ready to be shown on any page.

/** A notice in one language. Everything in it is plain text. */
export interface Notice {
  readonly title: string;
  readonly chapters: readonly NoticeChapter[];
}

/** One subject of it: what is said in sentences, or under headings of its own. */
export interface NoticeChapter {
  readonly heading: string;
  readonly lines: readonly string[];
  readonly groups?: readonly NoticeGroup[];
}

/** What belongs together in a chapter: the answers that come from one place. */
export interface NoticeGroup {
  readonly heading: string;
  readonly lines: readonly string[];
}

/** By language tag. */
export type Notices = Readonly<Record<string, Notice>>;
