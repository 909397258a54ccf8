// Puts the theme of the settings on the page; without one the system decides.
import { useEffect } from 'react';
import { useApp } from '../store/context.tsx';

export function useTheme(): void {
  const theme = useApp((model) => model.state?.settings.theme ?? 'system');
  useEffect(() => {
    const { dataset } = document.documentElement;
    if (theme === 'system') delete dataset.theme;
    else dataset.theme = theme;
  }, [theme]);
}
