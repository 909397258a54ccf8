// Saves clips with one press; beside it opens the other way: into a folder for these alone.
import './save-button.css';
import { ArrowDownToLine, ChevronDown, FolderInput } from 'lucide-react';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { Menu, MenuItem } from '../../components/menu.tsx';
import { useAppStore, useMessages } from '../../store/context.tsx';
import type { ToSave } from '../library/unsaved-of.ts';

interface SaveButtonProps {
  readonly label: string;
  readonly look: 'primary' | 'normal';
  readonly grow?: boolean;
  /** Asked for when it is pressed. */
  readonly toSave: () => ToSave;
}

export function SaveButton({ label, look, grow = false, toSave }: SaveButtonProps) {
  const { library } = useMessages();
  const { getState } = useAppStore();
  const save = () => {
    const { keys, title } = toSave();
    getState().save(keys, title);
  };
  const saveElsewhere = () => {
    const { keys, title } = toSave();
    getState().saveElsewhere(keys, title);
  };
  return (
    <span className={grow ? 'save-button grow' : 'save-button'}>
      <Button look={look} grow onPress={save}>
        <Icon of={ArrowDownToLine} />
        {label}
      </Button>
      <Menu
        name={library.otherWays}
        button={
          <Button look={look} aria-label={library.otherWays}>
            <Icon of={ChevronDown} size={14} />
          </Button>
        }
        onAction={saveElsewhere}
      >
        <MenuItem id="elsewhere" textValue={library.saveElsewhere}>
          <Icon of={FolderInput} />
          {library.saveElsewhere}
          <kbd>Shift+S</kbd>
        </MenuItem>
      </Menu>
    </span>
  );
}
