// What is chosen, how large it is, and saving those that are not saved; appears from two clips on.
import './selection-bar.css';
import { Eye, type LucideIcon, Star, Trash2, X } from 'lucide-react';
import { useMemo } from 'react';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { IconButton } from '../../components/icon-button.tsx';
import { PlaceMark } from '../../components/place-mark.tsx';
import { useApp, useMessages } from '../../store/context.tsx';
import { selectionModel } from '../../store/selection-model.ts';
import { SaveButton } from '../jobs/save-button.tsx';
import { unsavedOf } from '../library/unsaved-of.ts';
import { useLayout } from '../use-layout.ts';

interface MarkProps {
  readonly icon: LucideIcon;
  readonly name: string;
  readonly shortcut: string;
  readonly onPress: () => void;
}

export function SelectionBar() {
  const { library, deleting } = useMessages();
  const isWide = useLayout() === 'wide'; // else the menu and the key are enough
  const mayDelete = useApp((model) => isWide && (model.state?.settings.deleteFromDrive ?? false));
  const askToDelete = useApp((model) => model.askToDelete);
  const selection = useApp((model) => model.selection);
  const clips = useApp((model) => model.clips);
  const view = useApp((model) => model.view);
  const lanes = useApp((model) => model.state?.lanes);
  const toggleStar = useApp((model) => model.toggleStar);
  const toggleSeen = useApp((model) => model.toggleSeen);
  const clearSelection = useApp((model) => model.clearSelection);
  const facts = useMemo(
    () => (selection.keys.size > 1 ? selectionModel(selection, clips, view, lanes ?? []) : null),
    [selection, clips, view, lanes],
  );
  if (!facts) return null;

  return (
    <div className="selection-bar" role="toolbar" aria-label={library.selection}>
      <p className="sum">
        <b>{library.selected(selection.keys.size)}</b>
        <small className="ellipsis">{library.selectionFacts(facts)}</small>
      </p>
      <Mark icon={Star} name={library.star} shortcut="F" onPress={() => toggleStar([...selection.keys])} />
      <Mark icon={Eye} name={library.markSeen} shortcut="V" onPress={() => toggleSeen([...selection.keys])} />
      {mayDelete && (
        <Mark icon={Trash2} name={deleting.menu} shortcut="D" onPress={() => askToDelete([...selection.keys])} />
      )}
      {facts.toSave > 0 ? (
        <SaveButton
          look="primary"
          label={library.saveSelection(facts.toSave)}
          toSave={() => unsavedOf(clips, [...selection.keys])}
        />
      ) : (
        <Settled waiting={facts.unsaved > 0} saved={facts.saved === selection.keys.size} />
      )}
      <span className="rule" />
      <IconButton icon={X} name={library.clearSelection} shortcut="Esc" onPress={clearSelection} />
    </div>
  );
}

/** With its word where there is room for it: over the grid the player is closed. */
function Mark({ icon, name, shortcut, onPress }: MarkProps) {
  const layout = useLayout();
  const isGrid = useApp((model) => model.state?.settings.clipsAs === 'grid');
  if (layout !== 'wide' || !isGrid) {
    return <IconButton icon={icon} name={name} shortcut={shortcut} onPress={onPress} />;
  }
  return (
    <Button look="plain" onPress={onPress}>
      <Icon of={icon} />
      {name}
    </Button>
  );
}

/** Stands where the button was: nothing is left to be saved. */
function Settled({ waiting, saved }: { waiting: boolean; saved: boolean }) {
  const { library } = useMessages();
  if (!waiting && !saved) return null;
  return (
    <span className="all-saved">
      <PlaceMark of={waiting ? 'busy' : 'saved'} />
      {waiting ? library.dayWaits : library.selectionSaved}
    </span>
  );
}
