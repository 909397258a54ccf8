// A file on the clipboard, in the formats that each desktop's file manager pastes.
import { pathToFileURL } from 'node:url';

export interface ClipboardFormat {
  /** The platform's own name of it. */
  readonly format: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The same file in every format that somebody may ask for; KDE and browsers read the list of addresses, GNOME the other. */
export function copiedFile(file: string, platform: NodeJS.Platform): readonly ClipboardFormat[] {
  switch (platform) {
    case 'darwin':
      return [{ format: 'public.file-url', bytes: utf8(addressOf(file)) }];
    case 'win32':
      return [{ format: 'FileNameW', bytes: new Uint8Array(Buffer.from(`${file}\0`, 'utf16le')) }];
    default:
      return [
        { format: 'text/uri-list', bytes: utf8(`${addressOf(file)}\r\n`) },
        { format: 'x-special/gnome-copied-files', bytes: utf8(`copy\n${addressOf(file)}`) },
      ];
  }
}

const addressOf = (file: string) => pathToFileURL(file).href;
const utf8 = (text: string) => new TextEncoder().encode(text);
