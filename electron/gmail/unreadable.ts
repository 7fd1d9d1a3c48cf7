// Gmail has answered, and its answer to this one call is of no use: JSON that fits no schema, or "bad request" where
// nothing is wrong with the request. Unlike a page of somebody else's in between, it says nothing about any other call.
import { FailureError, isGone } from '../contract/failure.ts';

export class UnreadableReply extends FailureError {
  constructor(options: ErrorOptions) {
    super({ kind: 'unexpected-reply' }, options);
    this.name = 'UnreadableReply';
  }
}

/** Whether it is about what was asked for alone, and would befall nothing else. */
export function isItsOwn(error: unknown): boolean {
  return error instanceof UnreadableReply || isGone(error);
}
