// What a page in a frame tells the page around it: how high it is, and nothing else.

/** `formworkPage`: a new page has come, not the same one at another height. */
export interface FrameMessage {
  readonly formworkHeight: number;
  readonly formworkPage: boolean;
}
