// The way to a carried drive's clips from where there are none to see.
import { Button } from '../../components/button.tsx';
import { useApp, useMessages } from '../../store/context.tsx';

/** Drawn where there is a folder to import into. */
export function ImportButton() {
  const { carried: words } = useMessages();
  const open = useApp((model) => model.open);
  const hasFolder = useApp((model) => model.state?.folder.kind === 'ready');
  return hasFolder ? <Button onPress={() => open('import')}>{words.import}</Button> : null;
}
