// A way to Gmail that leads elsewhere: the same way, but to somebody who is not Google. Writes down why nothing came through.
export interface Diverted {
  /** For whoever opens a window. */
  readonly window: { readonly fetch: typeof fetch };
  readonly begin: () => void;
  readonly end: () => void;
  /** The code of each reason for which a request came to nothing there, as Node names it. */
  readonly codes: ReadonlySet<string>;
}

/** undici has the reason as its cause. */
function codeOf(error: unknown): string {
  const { cause } = error as { readonly cause?: { readonly code?: unknown } };
  return typeof cause?.code === 'string' ? cause.code : String(error);
}

export function diverted(where: (url: URL) => string): Diverted {
  const codes = new Set<string>();
  let isDiverted = false;
  const go: typeof fetch = async (wanted, init) => {
    if (!isDiverted) return fetch(wanted, init);
    const url = new URL(wanted instanceof Request ? wanted.url : String(wanted));
    try {
      return await fetch(where(url), init);
    } catch (error) {
      // What was called off says nothing about the way.
      if (!init?.signal?.aborted) codes.add(codeOf(error));
      throw error;
    }
  };
  return {
    window: { fetch: go },
    begin: () => {
      isDiverted = true;
    },
    end: () => {
      isDiverted = false;
    },
    codes,
  };
}
