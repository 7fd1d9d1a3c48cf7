// Requests and replies as they should be, to be spoilt.

const base64 = (text: string) => Buffer.from(text).toString('base64url');
const search = {
  text: 'in:inbox',
  caret: null,
  grouping: 'threads',
  order: 'newest',
  anywhereInThread: false,
  partsOfWords: false,
};
const host = 'a'.repeat(32);

/** Name and input. */
export const requestExamples: readonly (readonly [string, unknown])[] = [
  ['session.read', {}],
  ['session.dismissNotice', { notice: 'settings-reset' }],
  ['client.accept', { text: '{}' }],
  ['signIn.start', { accountId: '101' }],
  ['guide.open', { page: 'clients', project: 'porthole-471213' }],
  ['account.show', { accountId: '101' }],
  ['account.show', { all: true }],
  ['account.signOut', { eraseMail: false, accountId: '101' }],
  ['sync.pause', { paused: true }],
  [
    'where.keep',
    {
      accountId: '101',
      where: {
        look: { text: '', order: 'newest', anywhereInThread: false, partsOfWords: false, chosen: true },
        row: 0,
        open: { grouping: 'threads', id: '18f', messageId: '18f' },
        turned: ['label:Work'],
      },
    },
  ],
  ['told.take', { accountId: null }],
  ['messages.find', { search, ask: false, offset: 0, limit: 50, inView: { first: 0, last: 9 } }],
  ['messages.summarize', { search }],
  ['message.open', { id: '101.18f' }],
  ['message.print', { id: '18f', as: 'pdf' }],
  ['export.start', { threadIds: ['18f'] }],
  ['export.start', { search }],
  ['attachments.save', { id: '18f', partIds: ['0.1', '1'] }],
  ['attachment.open', { id: '18f', partId: '0.1' }],
  ['view.open', { id: '18f', host }],
  ['view.pictures', { host, urls: ['https://a.example/b.png'], wantedFor: 'sender' }],
  ['link.open', { id: '18f', url: 'https://a.example/' }],
  ['sender.change', { email: 'a@example.org', pictures: true, format: null, zoom: 1.5 }],
  ['people.find', { text: 'a', limit: 10 }],
  ['searches.save', { name: 'x', text: 'y' }],
  ['menu.show', { groups: [{ label: 'File', items: [{ id: 'a.b', label: 'B' }] }] }],
  [
    'settings.change',
    {
      theme: 'dark',
      zoom: 1.1,
      panes: { labels: 200, folded: [] },
      keys: { 'list.next': ['j'] },
      telling: { when: 'never' },
    },
  ],
];

const part = {
  partId: '0',
  mimeType: 'text/plain',
  filename: '',
  headers: [],
  body: { size: 5, data: base64('hello') },
};
const headers = [
  { name: 'From', value: 'Ann <ann@example.org>' },
  { name: 'Subject', value: 'Tea' },
  { name: 'Content-Type', value: 'text/plain; charset=iso-2022-jp; format=flowed' },
  { name: 'Content-Disposition', value: 'attachment; filename="a.pdf"' },
  { name: 'Content-ID', value: '<a@b>' },
];
const message = {
  id: '18f',
  threadId: '18f',
  labelIds: ['INBOX', 'UNREAD'],
  snippet: 'Tea &amp; cake',
  historyId: '9007199254741001',
  internalDate: '1767567600000',
  sizeEstimate: 500,
  payload: { ...part, partId: '', headers },
};
const nested = {
  ...message,
  payload: {
    partId: '',
    mimeType: 'multipart/mixed',
    filename: '',
    headers,
    body: { size: 0 },
    parts: [
      {
        partId: '0',
        mimeType: 'multipart/alternative',
        headers: [],
        parts: [
          { ...part, partId: '0.0' },
          { ...part, partId: '0.1', mimeType: 'text/html', body: { size: 9, data: base64('<p>hello<a href=x>') } },
          { ...part, partId: '0.2', mimeType: 'text/calendar', body: { size: 9, attachmentId: 'ANGjdJ' } },
        ],
      },
      {
        partId: '1',
        mimeType: 'message/rfc822',
        filename: '',
        headers,
        body: { size: 0 },
        parts: [{ ...part, partId: '1.0' }],
      },
      {
        partId: '2',
        mimeType: 'application/pdf',
        filename: 'a.pdf',
        headers,
        body: { size: 7, attachmentId: 'ANGjdJ' },
      },
    ],
  },
};

const row = { id: '18f', threadId: '18f' };
const refusal = (status: number, reason: string, text: string) => ({
  message: text,
  response: {
    status,
    headers: new Headers({ 'retry-after': '5' }),
    data: { error: { message: text, errors: [{ reason }] } },
  },
});

export const wireExamples = {
  messages: [message, nested, { ...message, raw: base64('Subject: x\r\n\r\nBody') }],
  others: [
    { messages: [row, row], nextPageToken: '1', resultSizeEstimate: 2 },
    { messages: [message, nested] },
    { labels: [{ id: 'INBOX', name: 'INBOX', type: 'system', messagesTotal: 1, color: { textColor: '#000000' } }] },
    { emailAddress: 'ada@example.org', messagesTotal: 3, historyId: '7' },
    { sendAs: [{ sendAsEmail: 'ada@example.org', isPrimary: true }] },
    {
      history: [
        {
          messagesAdded: [{ message: { ...row, labelIds: ['INBOX'] } }],
          messagesDeleted: [{ message: row }],
          labelsAdded: [{ message: row, labelIds: ['STARRED'] }],
          labelsRemoved: [{ message: row, labelIds: ['UNREAD'] }],
        },
      ],
      historyId: '8',
    },
    { data: base64('bytes'), size: 5 },
  ],
  refusals: [
    refusal(403, 'rateLimitExceeded', 'Rate limit exceeded. Retry after 2026-11-22T12:00:00.000Z'),
    refusal(404, 'notFound', 'Requested entity was not found.'),
    refusal(503, 'backendError', 'Backend Error'),
    { code: 'ECONNREFUSED', message: 'fetch failed' },
  ],
} as const;
