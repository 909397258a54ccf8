// The settings and the way to change them, for pages that are only drawn when they are known.
import type { Settings } from '../../../preload/contract.ts';
import { useApp } from '../../store/context.tsx';

export function useSettings(): {
  readonly settings: Settings;
  readonly change: (changes: Partial<Settings>) => void;
} {
  const settings = useApp((model) => model.state?.settings);
  const change = useApp((model) => model.changeSettings);
  if (!settings) throw new Error('the settings are not known yet');
  return { settings, change };
}
