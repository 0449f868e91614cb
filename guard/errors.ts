/**
 * The input cannot be judged at all: it is absent, not JSON, half written, or of no form that the
 * guard knows. The message is one line that says what, the value got and the repair.
 */
export class UnreadableInputError extends Error {
  override readonly name = "UnreadableInputError";
}
