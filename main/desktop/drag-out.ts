// Hands files to the system's drag and drop.
import { nativeImage, type WebContents } from 'electron';

/**
 * Begins a drag with files that exist: nobody would notice a missing one before the drop. Electron stops main's
 * JavaScript until the drop. `picture`: a PNG to show under the pointer; the app's own, `icon`, stands in for a bad one.
 */
export function dragOut(page: WebContents, files: readonly string[], picture: Uint8Array | null, icon: string): void {
  const [file] = files;
  if (file === undefined) return;
  const drawn = picture && nativeImage.createFromBuffer(Buffer.from(picture));
  const shown = drawn && !drawn.isEmpty() ? drawn : nativeImage.createFromPath(icon).resize({ width: 64 });
  page.startDrag({ file, files: [...files], icon: shown });
}
