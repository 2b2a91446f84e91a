// Keeps a sitting with an editor to its order, as the protocol has it: nothing is answered before it has begun, and nothing after it was ended.
import {
  ErrorCodes,
  Message,
  type MessageStrategy,
  type MessageWriter,
  type NotificationMessage,
  type ResponseMessage,
} from "vscode-languageserver";

type Next = (message: Message) => ReturnType<MessageStrategy["handleMessage"]>;

/** The way of messages from an editor to the server: requests at the wrong time are refused through the writer, and what is only told is passed over. */
export class Sitting implements MessageStrategy {
  readonly #writer: Pick<MessageWriter, "write">;
  #stage: "not begun" | "open" | "ended" = "not begun";

  constructor(writer: Pick<MessageWriter, "write">) {
    this.#writer = writer;
  }

  /** Whether the editor has said goodbye. */
  get isEnded(): boolean {
    return this.#stage === "ended";
  }

  handleMessage(message: Message, next: Next): ReturnType<Next> {
    if (!Message.isRequest(message)) {
      const isLate = this.#stage !== "open" && Message.isNotification(message) && !isExit(message);
      return isLate ? undefined : next(message);
    }
    const error = this.#refusal(message.method);
    if (error) return void this.refuse(message.id, error);
    if (message.method === "initialize") this.#stage = "open";
    if (message.method === "shutdown") this.#stage = "ended";
    return next(message);
  }

  /** Answers with an error. `id`: null for what could not be read. */
  refuse(id: ResponseMessage["id"], error: NonNullable<ResponseMessage["error"]>): Promise<void> {
    const answer: ResponseMessage = { jsonrpc: "2.0", id, error };
    return this.#writer.write(answer);
  }

  #refusal(method: string): ResponseMessage["error"] {
    if (this.isEnded)
      return { code: ErrorCodes.InvalidRequest, message: "The editor has ended this sitting. Only exit can follow." };
    const isBegin = method === "initialize";
    if (this.#stage === "open" && isBegin)
      return { code: ErrorCodes.InvalidRequest, message: "This sitting has begun: initialize is sent only once." };
    if (this.#stage === "not begun" && !isBegin)
      return { code: ErrorCodes.ServerNotInitialized, message: "A sitting begins with initialize." };
    return undefined;
  }
}

function isExit(message: NotificationMessage): boolean {
  return message.method === "exit";
}
