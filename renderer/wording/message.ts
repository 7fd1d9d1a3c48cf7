// What the window says about one message, in English: who really wrote it, where its links go, what comes with it, what can be
// done with it. A part of `wording`.
import { type ExportState, mostSourceBytes } from '../../electron/contract/body.ts';
import type { Authentication, Checked, Verdict } from '../../electron/mail/authentication.ts';
import type { Danger } from '../../electron/mail/file-dangers.ts';
import type { FileKind } from '../../electron/mail/file-kinds.ts';
import type { IdentityWarning } from '../../electron/mail/identity.ts';
import type { LinkWarning } from '../../electron/mail/links.ts';
import { calendar } from './calendar.ts';
import { size } from './format.ts';
import { listed, translate } from './translate.ts';

const verdicts: Readonly<Record<Verdict, string>> = {
  pass: translate('trust.verdict.pass'),
  fail: translate('trust.verdict.fail'),
  softfail: translate('trust.verdict.softfail'),
  neutral: translate('trust.verdict.neutral'),
  none: translate('trust.verdict.none'),
  policy: translate('trust.verdict.policy'),
  temperror: translate('trust.verdict.temperror'),
  permerror: translate('trust.verdict.permerror'),
  absent: translate('trust.verdict.absent'),
};

function checked({ verdict, domain, aligned }: Checked): string {
  if (domain === null) return verdicts[verdict];
  return verdict === 'pass' && !aligned
    ? translate('trust.checkedForAnother', { verdict: verdicts[verdict], domain })
    : translate('trust.checkedFor', { verdict: verdicts[verdict], domain });
}

const marks: Readonly<Record<Authentication['mark'], { readonly name: string; readonly sentence: string }>> = {
  authenticated: {
    name: translate('trust.mark.authenticated'),
    sentence: translate('trust.sentence.authenticated'),
  },
  unauthenticated: {
    name: translate('trust.mark.unauthenticated'),
    sentence: translate('trust.sentence.unauthenticated'),
  },
  failed: {
    name: translate('trust.mark.failed'),
    sentence: translate('trust.sentence.failed'),
  },
  unknown: {
    name: translate('trust.mark.unknown'),
    sentence: translate('trust.sentence.unknown'),
  },
};

function identityWarning(warning: IdentityWarning): string {
  switch (warning.kind) {
    case 'no-author':
      return translate('trust.noAuthor');
    case 'name-is-address':
      return translate('trust.nameIsAddress', { claimed: warning.claimed, email: warning.email });
    case 'name-of-another':
      return translate('trust.nameOfAnother', { name: warning.name, email: warning.email });
    case 'several-authors':
      return translate('trust.severalAuthors', { emails: listed(warning.emails) });
    case 'look-alike-domain':
      return warning.resembles
        ? translate('trust.domainResembles', { domain: warning.domain, resembles: warning.resembles })
        : translate('trust.domainMixes', { domain: warning.domain });
    case 'look-alike-name':
      return translate('trust.nameLooksAlike');
    case 'foreign-domain':
      return translate('trust.foreignDomain', { domain: warning.domain });
    case 'hidden-characters':
      return warning.where === 'name' ? translate('trust.hiddenInName') : translate('trust.hiddenInAddress');
    case 'reply-elsewhere':
      return translate('trust.replyElsewhere', { email: warning.email });
    case 'sent-by-another':
      return translate('trust.sentByAnother', { email: warning.email });
  }
}

function linkWarning(warning: LinkWarning): string {
  switch (warning.kind) {
    case 'other-host-in-text':
      return translate('links.otherHost', { host: warning.host });
    case 'text-too-long':
      return translate('links.textTooLong');
    case 'mixed-scripts':
      return warning.resembles
        ? translate('links.resembles', { resembles: warning.resembles })
        : translate('links.mixedScripts');
    case 'credentials':
      return translate('links.credentials');
    case 'ip-address':
      return translate('links.ipAddress');
    case 'idn':
      return translate('links.idn');
    case 'odd-port':
      return translate('links.oddPort', { port: String(warning.port) });
    case 'insecure':
      return translate('links.insecure');
    case 'mail-body':
      return translate('links.mailBody');
    case 'doubtful-sender':
      return translate('links.doubtfulSender');
  }
}

const dangers: Readonly<Record<Danger, string>> = {
  'double-extension': translate('attachments.danger.double-extension'),
  'hidden-characters': translate('attachments.danger.hidden-characters'),
  padding: translate('attachments.danger.padding'),
  executable: translate('attachments.danger.executable'),
  script: translate('attachments.danger.script'),
  shortcut: translate('attachments.danger.shortcut'),
  container: translate('attachments.danger.container'),
  macros: translate('attachments.danger.macros'),
  'type-mismatch': translate('attachments.danger.type-mismatch'),
};

const kinds: Readonly<Record<FileKind, string>> = {
  picture: translate('attachments.kind.picture'),
  vector: translate('attachments.kind.vector'),
  pdf: translate('attachments.kind.pdf'),
  text: translate('attachments.kind.text'),
  page: translate('attachments.kind.page'),
  calendar: translate('attachments.kind.calendar'),
  message: translate('attachments.kind.message'),
  contact: translate('attachments.kind.contact'),
  sound: translate('attachments.kind.sound'),
  film: translate('attachments.kind.film'),
  office: translate('attachments.kind.office'),
  archive: translate('attachments.kind.archive'),
  program: translate('attachments.kind.program'),
};

const attachments = {
  name: translate('attachments.name'),
  unnamed: translate('attachments.unnamed'),
  noExtension: translate('attachments.noExtension'),
  kind: (kind: FileKind | undefined) => (kind ? kinds[kind] : translate('attachments.file')),
  danger: (danger: Danger) => dangers[danger],
  open: (name: string) => translate('attachments.open', { name }),
  saveAs: translate('attachments.saveAs'),
  save: (name: string) => translate('attachments.save', { name }),
  saveAll: translate('attachments.saveAll'),
  saving: translate('attachments.saving'),
  saved: (filenames: readonly string[]) =>
    filenames.length === 1
      ? translate('attachments.savedAs', { filename: filenames[0] ?? '' })
      : translate('attachments.saved', { count: filenames.length }),
  close: translate('attachments.close'),
  opening: translate('attachments.opening'),
  notShown: translate('attachments.notShown'),
  cut: (shown: string, whole: string) => translate('attachments.cut', { shown, whole }),
  /** The frame puts its numbers in. */
  pageName: translate('attachments.pageName', { page: '{page}', pages: '{pages}' }),
  pages: (shown: number, pages: number) => translate('attachments.pages', { shown, count: pages }),
  password: translate('attachments.password'),
} as const;

const menu = {
  name: translate('menu.name'),
  source: translate('menu.source'),
  headers: translate('menu.headers'),
  print: translate('menu.print'),
  pdf: translate('menu.pdf'),
  eml: translate('menu.eml'),
  mbox: translate('menu.mbox'),
  saved: (filename: string) => translate('menu.saved', { filename }),
  sourceTitle: translate('menu.sourceTitle'),
  headersTitle: translate('menu.headersTitle'),
  sourceCut: translate('menu.sourceCut', { size: size(mostSourceBytes) }),
  copy: translate('menu.copy'),
  copied: translate('menu.copied'),
  close: translate('menu.close'),
  search: translate('menu.search'),
  found: (at: number, total: number) =>
    total === 0 ? translate('menu.notFound') : translate('menu.found', { at, total }),
  next: translate('menu.next'),
  previous: translate('menu.previous'),
} as const;

function exportState({ state, done, total }: ExportState): string {
  switch (state) {
    case 'running':
      return translate('exports.running', { done, count: total });
    case 'done':
      return translate('exports.done', { count: done });
    case 'failed':
      return translate('exports.failed', { done, count: total });
    case 'cancelled':
      return translate('exports.cancelled');
  }
}

export const message = {
  trust: {
    mark: (mark: Authentication['mark']) => marks[mark].name,
    sentence: (mark: Authentication['mark']) => marks[mark].sentence,
    detail: (name: string) => translate('trust.detail', { name }),
    checked,
    spf: 'SPF',
    dkim: 'DKIM',
    dmarc: 'DMARC',
    warnings: translate('trust.warnings'),
    warning: identityWarning,
  },
  links: {
    goesTo: `${translate('links.goesTo')} `,
    title: translate('links.title'),
    mailTitle: translate('links.mailTitle'),
    warning: linkWarning,
    open: translate('links.open'),
    refused: translate('links.refused'),
    refusedTitle: translate('links.refusedTitle'),
    close: translate('links.close'),
  },
  attachments,
  calendar,
  nested: {
    name: translate('nested.name'),
    from: translate('nested.from'),
    to: translate('nested.to'),
    cc: translate('nested.cc'),
    date: translate('nested.date'),
    noSubject: translate('nested.noSubject'),
    tooDeep: translate('nested.tooDeep'),
  },
  menu,
  exports: {
    search: translate('exports.search'),
    state: exportState,
    cancel: translate('exports.cancel'),
    dismiss: translate('exports.dismiss'),
    name: translate('exports.name'),
  },
} as const;
