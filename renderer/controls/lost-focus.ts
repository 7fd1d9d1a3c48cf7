// Where the focus goes when what had it is gone: to what is open above everything else, or to what the screen is about. Whoever
// goes by key would begin at the top of the page, and whoever hears it would hear nothing.

/** `focusVisible`: whether it is shown at once. */
export function findFocus(focusVisible = true): void {
  if (document.activeElement !== document.body) return;
  const open = [...document.querySelectorAll('dialog[open]')].at(-1);
  const to = open
    ? (open.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]') ??
      open.querySelector<HTMLElement>('button, input'))
    : [...document.querySelectorAll<HTMLElement>('[data-takes-keys], h1[tabindex], [data-region][tabindex]')].find(
        (one) => one.checkVisibility(),
      );
  to?.focus({ preventScroll: true, focusVisible } as FocusOptions);
}

export function watchFocus(): void {
  let last: Element | null = null;
  /** Whoever goes by pointer is shown no more than before. */
  let isShown = false;
  const find = () => requestAnimationFrame(() => findFocus(isShown));
  document.addEventListener('focusin', ({ target }) => {
    last = target instanceof Element ? target : null;
    isShown = last?.matches(':focus-visible') ?? false;
  });
  document.addEventListener('focusout', ({ target }) => {
    // The window alone has lost it.
    if (target === document.activeElement) return;
    // Chromium takes it from what is hidden with its pane, or by a narrow window, when it draws the next frame.
    if (target instanceof Element && !target.checkVisibility()) find();
    // Given up, and not lost, where what had it is still there afterwards.
    queueMicrotask(() => {
      if (last === target && last?.isConnected) last = null;
    });
  });
  // What had it may be taken out of the document, with whatever was in it.
  new MutationObserver(() => {
    if (!last || last.isConnected) return;
    last = null;
    find();
  }).observe(document.body, { childList: true, subtree: true });
}
