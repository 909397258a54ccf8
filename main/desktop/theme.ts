// Light or dark: as the person chose, or as the system is.
import { nativeTheme } from 'electron';
import type { Theme } from '../../preload/contract.ts';

/** Menus, dialogs and the page's own `prefers-color-scheme` follow. */
export function applyTheme(theme: Theme): void {
  nativeTheme.themeSource = theme;
}

/** What a window shows until its page has painted: `--bg-content` of the design's tokens. */
export const backgroundColor = (dark: boolean) => (dark ? '#1a1d23' : '#ffffff');
