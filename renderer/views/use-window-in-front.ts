// Marks the page while its window stands behind others: the selection turns grey, as everywhere on the desktop.
import { useEffect } from 'react';

export function useWindowInFront(): void {
  useEffect(() => {
    const mark = () => document.documentElement.toggleAttribute('data-behind', !document.hasFocus());
    mark();
    window.addEventListener('focus', mark);
    window.addEventListener('blur', mark);
    return () => {
      window.removeEventListener('focus', mark);
      window.removeEventListener('blur', mark);
    };
  }, []);
}
