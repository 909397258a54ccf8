// The field that finds clips by camera, day and time of day while one types.
import './search-field.css';
import { Search as SearchIcon, X } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { SearchField as AriaSearchField, Button, Input } from 'react-aria-components';
import { Icon } from '../../components/icon.tsx';
import { useApp, useAppStore, useMessages } from '../../store/context.tsx';
import { readSearch } from '../../store/search.ts';
import { useLibraryKeys } from '../library/library-key.ts';

interface SearchFieldProps {
  /** It was just opened by a button. */
  readonly autoFocus: boolean;
  /** Where there is little room it goes away again. */
  readonly onLeftEmpty: () => void;
}

export function SearchField({ autoFocus, onLeftEmpty }: SearchFieldProps) {
  const { library, searchWords } = useMessages();
  const { getState } = useAppStore();
  const text = useApp((model) => model.filter.search?.text ?? '');
  const input = useRef<HTMLInputElement>(null);
  useLibraryKeys(useMemo(() => ({ '/': () => input.current?.focus() }), []));
  useEffect(() => {
    if (autoFocus) input.current?.focus();
  }, [autoFocus]);

  const search = (typed: string) => {
    const { clips, setFilter } = getState();
    const cameras = clips.table.cameras.map(({ name }) => name);
    const read = readSearch(typed, clips.time.today(Date.now()), searchWords, cameras);
    setFilter({ search: typed.trim() === '' ? null : read });
  };
  const toList = () => document.querySelector<HTMLElement>('.clip-list')?.focus();
  return (
    <AriaSearchField
      className="search-field"
      aria-label={library.search}
      value={text}
      onChange={search}
      onSubmit={toList}
      onClear={() => {
        onLeftEmpty(); // before the blur that follows, which still sees the text
        toList();
      }}
      onBlur={() => text === '' && onLeftEmpty()}
    >
      <Icon of={SearchIcon} />
      <Input
        ref={input}
        placeholder={library.searchExample}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && !(event.key === 'Escape' && text === '')) return;
          event.preventDefault();
          toList();
        }}
      />
      {text === '' ? (
        <span className="key" aria-hidden="true">
          /
        </span>
      ) : (
        <Button aria-label={library.clearSearch}>
          <Icon of={X} size={14} />
        </Button>
      )}
    </AriaSearchField>
  );
}
