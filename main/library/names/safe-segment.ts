// Makes one part of a path safe on Windows, macOS and Linux alike, whichever we run on.

/** Bytes of UTF-8; file systems allow 255, some network drives less. */
export const LONGEST_SEGMENT = 240;

/** Controls, lone surrogates, and marks that turn the direction of writing. */
const INVISIBLE = /[\p{Cc}\p{Cs}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
const FORBIDDEN = /[<>:"/\\|?*]/g;
/** Names of devices on Windows, also with an ending: https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const DEVICE = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]|conin\$|conout\$)(?=\s*(\.|$))/i;

/** Never empty; `longest` is in bytes of UTF-8. */
export function safeSegment(text: string, longest = LONGEST_SEGMENT): string {
  const plain = text.normalize('NFC').replace(/\s+/g, ' ').replace(INVISIBLE, '').replace(FORBIDDEN, '_');
  const visible = plain.replace(/^[. ]+/, '').replace(DEVICE, '$1_');
  // Windows drops dots and spaces at the end, and two names become one.
  return cutToBytes(visible, longest).replace(/[. ]+$/, '') || '_';
}

/** At most so many bytes of UTF-8, without cutting a character apart. */
export function cutToBytes(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  let kept = '';
  let used = 0;
  for (const character of text) {
    used += Buffer.byteLength(character);
    if (used > bytes) break;
    kept += character;
  }
  return kept;
}
