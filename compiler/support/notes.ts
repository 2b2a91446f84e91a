// Notes beside objects: what is known of an object lives exactly as long as the object, as in a WeakMap, but inside it, in a field that
// nobody else can see or copy. A WeakMap costs ten times as much per new object, most of it when memory is tidied up (measured in Node 24).

/** Makes a place for notes of one kind. Objects that take no new fields (frozen ones) are noted in a WeakMap. */
export function createNotes<Key extends object, Note>(): {
  readonly get: (key: Key) => Note | undefined;
  readonly set: (key: Key, note: Note) => void;
} {
  const closed = new WeakMap<Key, Note>();
  let noneClosed = true;
  class Itself {
    constructor(object: object) {
      // biome-ignore lint/correctness/noConstructorReturn: the one way to put a hidden field on an object that is there already
      return object;
    }
  }
  class Noted extends Itself {
    #note: Note;
    constructor(key: Key, note: Note) {
      super(key);
      this.#note = note;
    }
    static get(key: Key): Note | undefined {
      if (#note in key) return key.#note;
      return noneClosed ? undefined : closed.get(key);
    }
  }
  const set = (key: Key, note: Note): void => {
    if (Object.isExtensible(key)) {
      new Noted(key, note);
      return;
    }
    noneClosed = false;
    closed.set(key, note);
  };
  return { get: Noted.get, set };
}
