// Tells what was just done, in words.
import { Toast } from '../../components/toast.tsx';
import type { Messages } from '../../messages/index.ts';
import { useApp, useMessages } from '../../store/context.tsx';
import type { Deed } from '../../store/toast-actions.ts';

export function Toasts() {
  const { library } = useMessages();
  const shown = useApp((model) => model.shownToast);
  const undo = useApp((model) => model.undo);
  const dismiss = useApp((model) => model.dismissToast);
  if (!shown) return null;
  return (
    <Toast
      key={shown.id}
      undo={shown.undo && { label: library.undo, onPress: undo }}
      closeName={library.dismiss}
      onClose={dismiss}
    >
      {wordsOf(shown.deed, library)}
    </Toast>
  );
}

function wordsOf(deed: Deed, library: Messages['library']): string {
  switch (deed.kind) {
    case 'saved-there':
      return library.savedThere;
    case 'copied':
      return library.copied(deed.fileName);
    case 'starred':
      return library.starred(deed.count, deed.on);
    case 'excluded':
      return library.excluded(deed.count, deed.on);
    case 'seen':
      return library.marked(deed.count, deed.on);
  }
}
