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
  let last: EventTarget | null = null;
  const find = () => requestAnimationFrame(() => findFocus());
  document.addEventListener('focusin', ({ target }) => {
    last = target;
  });
  // Chromium takes the focus from what is hidden with its pane, or by a narrow window, when it draws the next frame.
  document.addEventListener('focusout', ({ target }) => {
    if (target instanceof Element && !target.checkVisibility()) find();
  });
  // And tells nobody where what had it is taken out of the document.
  new MutationObserver(() => {
    if (!(last instanceof Element) || last.isConnected) return;
    last = null;
    find();
  }).observe(document.body, { childList: true, subtree: true });
}
