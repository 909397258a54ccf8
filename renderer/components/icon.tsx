// One of Lucide's pictures in the app's size and stroke; never spoken, a word stands beside it or names it.
import type { LucideIcon } from 'lucide-react';

export function Icon({ of: Picture, size = 16 }: { of: LucideIcon; size?: number }) {
  return <Picture size={size} strokeWidth={1.75} aria-hidden="true" />;
}
