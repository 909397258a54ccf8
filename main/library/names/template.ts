// Reads a template for names, such as `{camera}/{date}/{date} {time} {camera}`.
import { type NameFault, type NameToken, nameTokens } from '../../../preload/contract.ts';

/** One folder, or the file: words of the person's own, and what differs from clip to clip. */
export type TemplateSegment = readonly (string | { readonly token: NameToken })[];
/** From the outermost folder to the file; never empty. */
export type Template = readonly TemplateSegment[];

/** What people type; a path of the file system may be longer, for tokens grow. */
const LONGEST = 200;

/** An ending `.mp4` may stand there or not, and `\` is taken for `/`: both are what people type. */
export function readTemplate(text: string): Template | NameFault {
  const plain = text
    .normalize('NFC')
    .trim()
    .replaceAll('\\', '/')
    .replace(/\.mp4$/i, '');
  if (plain === '') return { kind: 'empty' };
  if (plain.length > LONGEST) return { kind: 'too-long', longest: LONGEST };
  const parts = plain.split('/').map((part) => part.trim());
  if (parts.some((part) => part === '')) return { kind: 'empty-folder' };
  if (parts.some((part) => /^\.+$/.test(part))) return { kind: 'leaves-folder' };
  const segments: TemplateSegment[] = [];
  for (const part of parts) {
    const segment = readSegment(part);
    if ('kind' in segment) return segment;
    segments.push(segment);
  }
  const hasToken = segments.some((segment) => segment.some((piece) => typeof piece !== 'string'));
  return hasToken ? segments : { kind: 'no-token' };
}

function readSegment(text: string): TemplateSegment | NameFault {
  const pieces: (string | { readonly token: NameToken })[] = [];
  for (const piece of text.split(/(\{[^{}]*\})/)) {
    const [, word] = /^\{([^{}]*)\}$/.exec(piece) ?? [];
    if (word === undefined) {
      if (/[{}]/.test(piece)) return { kind: 'brace' };
      if (piece !== '') pieces.push(piece);
      continue;
    }
    const token = nameTokens.find((name) => name === word.trim().toLowerCase());
    if (!token) return { kind: 'unknown-token', token: word };
    pieces.push({ token });
  }
  return pieces;
}
