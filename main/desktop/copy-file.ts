// Puts a file itself on the system's clipboard.
import { ClipboardItem, clipboard } from 'electron';
import { copiedFile } from './copied-file.ts';

export async function copyFile(file: string): Promise<void> {
  const formats = copiedFile(file, process.platform).map(({ format, bytes }): [string, Blob] => [
    `electron application/osclipboard;format="${format}"`,
    new Blob([bytes]),
  ]);
  await clipboard.write([new ClipboardItem(Object.fromEntries(formats))]);
}
