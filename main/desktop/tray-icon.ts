// The files of the tray's icon: black ones and white ones, each in two sizes.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type NativeImage, nativeImage, nativeTheme } from 'electron';
import type { TrayShape } from './tray-model.ts';

/**
 * macOS tints a black one itself. Windows says how dark its taskbar is (Electron 34 and later). Of Linux panels only
 * KDE's are light, and those follow the theme; all others are dark under every theme.
 */
export function inkOf(
  platform: NodeJS.Platform,
  look: { readonly desktop: string; readonly isDark: boolean; readonly isTaskbarDark: boolean | undefined },
): 'black' | 'white' {
  if (platform === 'darwin') return 'black';
  if (platform === 'win32') return look.isTaskbarDark === false ? 'black' : 'white';
  return look.desktop.includes('KDE') && !look.isDark ? 'black' : 'white';
}

/** `resources`: the folder of the pictures. */
export function trayIcon(shape: TrayShape, platform: NodeJS.Platform, resources: string): NativeImage {
  const ink = inkOf(platform, {
    desktop: process.env.XDG_CURRENT_DESKTOP ?? '',
    isDark: nativeTheme.shouldUseDarkColors,
    isTaskbarDark: nativeTheme.shouldUseDarkColorsForSystemIntegratedUI,
  });
  const name = path.join(resources, `tray-${shape}${ink === 'white' ? '-white' : ''}`);
  // Linux panels get one picture, which they only ever scale down.
  if (platform === 'linux') return nativeImage.createFromBuffer(readFileSync(`${name}@2x.png`));
  const image = nativeImage.createFromPath(`${name}.png`);
  image.setTemplateImage(platform === 'darwin');
  return image;
}
