// Whether clips are a list or a grid.
import './view-switch.css';
import { LayoutGrid, List } from 'lucide-react';
import { IconButton } from '../../components/icon-button.tsx';
import { useApp, useMessages } from '../../store/context.tsx';

export function ViewSwitch() {
  const { library } = useMessages();
  const clipsAs = useApp((model) => model.state?.settings.clipsAs);
  const changeSettings = useApp((model) => model.changeSettings);
  return (
    <div className="view-switch" role="group" aria-label={library.asListOrGrid}>
      <IconButton
        icon={List}
        name={library.asList}
        shortcut="G"
        look={clipsAs === 'list' ? 'on' : ''}
        aria-pressed={clipsAs === 'list'}
        onPress={() => changeSettings({ clipsAs: 'list' })}
      />
      <IconButton
        icon={LayoutGrid}
        name={library.asGrid}
        shortcut="G"
        look={clipsAs === 'grid' ? 'on' : ''}
        aria-pressed={clipsAs === 'grid'}
        onPress={() => changeSettings({ clipsAs: 'grid' })}
      />
    </div>
  );
}
