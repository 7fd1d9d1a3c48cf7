// A part of the window whose code comes when it is first wanted. Not by React's `lazy`: what that shows once a fallback was there
// it holds back for 300 ms (react-dom, FALLBACK_THROTTLE_MS), although the code came long ago, and keys go elsewhere meanwhile.
import { type ComponentType, type ReactNode, useEffect, useState } from 'react';

interface Code<Props> {
  loaded: ComponentType<Props> | undefined;
  readonly load: () => Promise<ComponentType<Props>>;
}

interface Later<Props> {
  (props: Props): ReactNode;
  /** Somebody is about to want it. */
  readonly load: () => Promise<unknown>;
}

interface PartProps<Props> {
  readonly code: Code<Props>;
  readonly props: Props;
}

function Part<Props extends object>({ code, props }: PartProps<Props>) {
  const [Component, setComponent] = useState(() => code.loaded);
  useEffect(() => {
    code.load().then(
      (loaded) => setComponent(() => loaded),
      (error: unknown) =>
        setComponent(() => {
          throw error;
        }),
    );
  }, [code]);
  return Component && <Component {...props} />;
}

/** Draws nothing until it is there; at once, where it has been loaded before. */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): Later<Props> {
  const code: Code<Props> = {
    loaded: undefined,
    load: async () => {
      code.loaded ??= await load();
      return code.loaded;
    },
  };
  return Object.assign((props: Props) => <Part code={code} props={props} />, { load: code.load });
}
