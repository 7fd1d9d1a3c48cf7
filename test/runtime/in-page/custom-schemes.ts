// In every frame's own world: lets a page write mail://x/ where Chromium only knows the mapped form (chromium/schemes.ts): in a
// frame's src, in fetch, and in the origins of postMessage and message events. Self-contained: its source runs in pages.

export function mapCustomSchemes(schemes: readonly string[]): void {
  const ours = new RegExp(`^(${schemes.join('|') || '(?!)'})://([^/?#]*)`, 'i');
  const map = (url: unknown) =>
    String(url).replace(
      ours,
      (_all, scheme: string, host: string) => `https://${host}.${scheme.toLowerCase()}-scheme.invalid`,
    );
  const unmap = (origin: string) => origin.replace(/^https:\/\/(.+)\.([a-z0-9-]+)-scheme\.invalid$/, '$2://$1');
  type Change = (original: PropertyDescriptor) => PropertyDescriptor & ThisType<never>;
  const patch = (holder: object, name: string, change: Change) => {
    const original = Object.getOwnPropertyDescriptor(holder, name) ?? {};
    Object.defineProperty(holder, name, { ...original, ...change(original) });
  };

  patch(HTMLIFrameElement.prototype, 'src', ({ set }) => ({
    set(url) {
      set?.call(this, map(url));
    },
  }));
  patch(Element.prototype, 'setAttribute', ({ value }) => ({
    value(this: Element, name: string, given: unknown) {
      value.call(this, name, this instanceof HTMLIFrameElement && /^src$/i.test(name) ? map(given) : given);
    },
  }));
  const { fetch } = window;
  window.fetch = (input, init) => fetch(typeof input === 'string' || input instanceof URL ? map(input) : input, init);

  // A window of another origin has no prototype to patch, so whoever hands one out hands out a wrapper of it, always the same.
  const wrappers = new WeakMap<Window, object>();
  const postTo =
    (other: Window) =>
    (message: unknown, target?: string | WindowPostMessageOptions, transfer: Transferable[] = []) =>
      typeof target === 'object'
        ? other.postMessage(message, { ...target, targetOrigin: map(target.targetOrigin ?? '/') })
        : other.postMessage(message, map(target ?? '/'), transfer);
  const wrap = (other: Window | MessagePort | null) => {
    if (!other || other === window || other instanceof MessagePort) return other;
    const its = other as Window;
    try {
      void its.document;
      return its; // our own origin: nothing to map
    } catch {
      const known = wrappers.get(its);
      if (known) return known;
      const wrapper = new Proxy(
        {},
        { get: (_target, name) => (name === 'postMessage' ? postTo(its) : Reflect.get(its, name)) },
      );
      wrappers.set(its, wrapper);
      return wrapper;
    }
  };
  const wrapped: Change = ({ get }) => ({
    get() {
      return wrap(get?.call(this));
    },
  });
  patch(HTMLIFrameElement.prototype, 'contentWindow', wrapped);
  patch(MessageEvent.prototype, 'source', wrapped);
  patch(MessageEvent.prototype, 'origin', ({ get }) => ({
    get() {
      return unmap(get?.call(this));
    },
  }));
  patch(window, 'parent', ({ get }) => ({ get: () => wrap(get?.call(window)) }));
}
