// What a newcomer is told, once.

export const hints = ['filter', 'keys', 'panes'] as const;
export type Hint = (typeof hints)[number];
