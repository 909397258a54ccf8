// The filter without what is typed, which changes with every key and has a field of its own.
import { useShallow } from 'zustand/react/shallow';
import { useApp } from '../../store/context.tsx';
import type { Filter } from '../../store/list-view.ts';

export const useSetFilters = (): Filter => useApp(useShallow(({ filter }) => ({ ...filter, search: null })));
