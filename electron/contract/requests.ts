// Every request that the window may make: name, input schema, output type. The compiler demands a handler for each
// and offers each to the renderer. Knows nothing of how they are answered.
import * as z from 'zod/mini';
import {
  type ClientSummary,
  type FoundPage,
  type Message,
  notices,
  type SessionState,
  type Settings,
} from './model.ts';

interface Request<Input extends z.ZodMiniType, Output> {
  readonly input: Input;
  /** Exists for the compiler only. */
  readonly output?: Output;
}

function request<Output>() {
  return <Input extends z.ZodMiniType>(input: Input): Request<Input, Output> => ({ input });
}

const nothing = z.strictObject({});
const messageId = z.string().check(z.regex(/^[\w-]{1,64}$/));
const queryText = z.string().check(z.maxLength(2_000));
/** Far more than a client file has, far less than what would stall the process. */
const clientFileText = z.string().check(z.maxLength(100_000));

export const requests = {
  'session.read': request<SessionState>()(nothing),
  'session.dismissNotice': request<null>()(z.strictObject({ notice: z.enum(notices) })),
  /** Checks a client file's text and remembers it for the next sign-in. */
  'client.accept': request<ClientSummary>()(z.strictObject({ text: clientFileText })),
  /** Lets the person choose a client file. `null` when they chose none. */
  'client.choose': request<ClientSummary | null>()(nothing),
  /** Opens the consent page. How it goes on is in `SessionState.signIn`. */
  'signIn.start': request<null>()(nothing),
  'signIn.cancel': request<null>()(nothing),
  'signIn.openAgain': request<null>()(nothing),
  'signIn.copyLink': request<null>()(nothing),
  'sample.open': request<null>()(nothing),
  'account.keepToken': request<null>()(nothing),
  'account.signOut': request<null>()(z.strictObject({ eraseMail: z.boolean() })),
  'sync.now': request<null>()(nothing),
  'messages.find': request<FoundPage>()(
    z.strictObject({
      query: queryText,
      /** Whether Gmail is to be asked the same, where it can be: for what was typed, not for a label's own list. */
      ask: z.boolean(),
      offset: z.int().check(z.gte(0), z.lte(10_000_000)),
      limit: z.int().check(z.gte(1), z.lte(200)),
    }),
  ),
  'message.open': request<Message>()(z.strictObject({ id: messageId })),
  'settings.read': request<Settings>()(nothing),
  'settings.change': request<Settings>()(z.strictObject({ theme: z.enum(['system', 'light', 'dark']) })),
} as const;

export type RequestName = keyof typeof requests;
export type Input<Name extends RequestName> = z.output<(typeof requests)[Name]['input']>;
export type Output<Name extends RequestName> = Exclude<(typeof requests)[Name]['output'], undefined>;

/** What answers each request in the main process. */
export type Handlers = {
  readonly [Name in RequestName]: (input: Input<Name>) => Output<Name> | Promise<Output<Name>>;
};
