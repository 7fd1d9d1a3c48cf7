// What the main process tells the window: that something changed, never the new value. The window asks again.

export type PortholeEvent =
  | { readonly name: 'session.changed' }
  | { readonly name: 'settings.changed' }
  /** Which messages came, went or changed; `null` when too many to name. */
  | { readonly name: 'messages.changed'; readonly ids: readonly string[] | null }
  /** Names, visibility, colours or counts. */
  | { readonly name: 'labels.changed' }
  | { readonly name: 'searches.changed' }
  /** An export has come further, or ended. */
  | { readonly name: 'export.changed' }
  /** How it stands with newer versions of Porthole. */
  | { readonly name: 'updates.changed' }
  /** Chosen in the application menu; by the id that the window gave it. */
  | { readonly name: 'command.run'; readonly id: string }
  /** Somebody wants to see a message that they were told of outside the window: `told.take` has it. */
  | { readonly name: 'told.wanted' }
  /** Gmail answered this query text; `messages.find` now gives its answer. */
  | { readonly name: 'search.answered'; readonly query: string };
