// The labels of a mailbox: Gmail's own and the user's, and how a query names them. Knows no message.

export interface FakeLabel {
  readonly id: string;
  name: string;
  readonly type: 'system' | 'user';
  messageListVisibility?: 'show' | 'hide';
  labelListVisibility?: 'labelShow' | 'labelShowIfUnread' | 'labelHide';
  color?: { readonly textColor: string; readonly backgroundColor: string };
}

export type LabelOptions = Partial<Pick<FakeLabel, 'messageListVisibility' | 'labelListVisibility' | 'color'>>;

const categories = ['PERSONAL', 'SOCIAL', 'PROMOTIONS', 'UPDATES', 'FORUMS'].map((name) => `CATEGORY_${name}`);
const shown = ['INBOX', 'SENT', 'IMPORTANT', 'TRASH', 'DRAFT', 'SPAM', 'STARRED', 'UNREAD'];

export class Labels {
  readonly #labels = new Map<string, FakeLabel>();
  #made = 0;

  constructor() {
    for (const id of shown) this.#labels.set(id, { id, name: id, type: 'system' });
    for (const id of ['CHAT', ...categories]) {
      const hidden = { messageListVisibility: 'hide', labelListVisibility: 'labelHide' } as const;
      this.#labels.set(id, { id, name: id, type: 'system', ...hidden });
    }
  }

  add(name: string, options: LabelOptions): string {
    if ([...this.#labels.values()].some((label) => label.name.toLowerCase() === name.toLowerCase())) {
      throw new Error(`There is a label ${name} already`);
    }
    this.#made += 1;
    const id = `Label_${this.#made}`;
    const visible = { messageListVisibility: 'show', labelListVisibility: 'labelShow' } as const;
    this.#labels.set(id, { id, name, type: 'user', ...visible, ...options });
    return id;
  }

  get(id: string): FakeLabel | undefined {
    return this.#labels.get(id);
  }

  all(): FakeLabel[] {
    return [...this.#labels.values()];
  }

  delete(id: string): void {
    this.#labels.delete(id);
  }

  /** By the full name; failing that, by what stands after a slash. */
  named(text: string): string[] {
    const wanted = plainName(text);
    const whole = this.all().filter((label) => plainName(label.name) === wanted);
    const found = whole.length > 0 ? whole : this.all().filter((label) => lastPart(label.name) === wanted);
    return found.map((label) => label.id);
  }
}

function lastPart(name: string): string {
  return plainName(name.split('/').at(-1) ?? name);
}

/** As a query writes it: lower case, and a dash for what it cannot hold. */
function plainName(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s"&()\-/{|}]+/g, '-')
    .replace(/^-|-$/g, '');
}
