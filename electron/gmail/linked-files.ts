// Which of Google's own sorts of files a text links to, as has:drive and its like ask. Looks at addresses only.
import type { LinkedFile } from '../contract/model.ts';

const address =
  /https?:\/\/(?:[\w-]+\.)*(?:(drive)\.google\.com|docs\.google\.com\/(?:a\/[^/\s"'<>]+\/)?(document|spreadsheets|presentation)\b|(youtube)\.com|(youtu)\.be)(?![\w.-])/gi;

const sorts: Readonly<Record<string, LinkedFile>> = {
  drive: 'drive',
  document: 'document',
  spreadsheets: 'spreadsheet',
  presentation: 'presentation',
  youtube: 'youtube',
  youtu: 'youtube',
};

export function linkedFiles(text: string): readonly LinkedFile[] {
  const found = new Set<LinkedFile>();
  for (const [, ...names] of text.matchAll(address)) {
    const sort = sorts[names.find((name) => name !== undefined)?.toLowerCase() ?? ''];
    if (sort) found.add(sort);
  }
  return [...found];
}
