// Asks before the person is signed out, and says what stays.
import './leave-dialog.css';
import { Check } from 'lucide-react';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Icon } from '../../components/icon.tsx';
import { useApp, useAppStore, useMessages } from '../../store/context.tsx';

export function SignOutDialog() {
  const { account: words } = useMessages();
  const { getState } = useAppStore();
  const belongings = useApp((model) => model.belongings);
  const close = () => getState().open(null);
  return (
    <Dialog
      title={words.signOutTitle}
      closeName={words.cancel}
      onClose={close}
      footer={
        <>
          <Button autoFocus onPress={close}>
            {words.cancel}
          </Button>
          <Button look="primary" onPress={() => getState().signOut()}>
            {words.signOutNow}
          </Button>
        </>
      }
    >
      <div className="leave-dialog">
        <p>{words.signOutLead}</p>
        {belongings && (
          <section className="stays">
            <h3>{words.stays}</h3>
            <ul>
              {[
                words.savedClips(belongings.saved),
                words.listStays(belongings.list.clips),
                words.queueWaits(belongings.waiting),
              ].map((line) => (
                <li key={line}>
                  <Icon of={Check} size={14} />
                  {line}
                </li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </Dialog>
  );
}
