// Asks before the person is signed out, and says what stays.
import './leave-dialog.css';
import { Button } from '../../components/button.tsx';
import { Question } from '../../components/question.tsx';
import { useApp, useAppStore, useMessages } from '../../store/context.tsx';
import { WhatStays } from './what-stays.tsx';

export function SignOutDialog() {
  const { account: words } = useMessages();
  const { getState } = useAppStore();
  const belongings = useApp((model) => model.belongings);
  const close = () => getState().open(null);
  return (
    <Question
      title={words.signOutTitle}
      cancel={words.cancel}
      onCancel={close}
      startsAtCancel
      answers={
        <Button look="primary" onPress={() => getState().signOut()}>
          {words.signOutNow}
        </Button>
      }
    >
      <div className="leave-dialog">
        <p>{words.signOutLead}</p>
        {belongings && (
          <WhatStays
            title={words.stays}
            lines={[
              words.savedClips(belongings.saved),
              words.listStays(belongings.list.clips),
              words.queueWaits(belongings.waiting),
            ]}
          />
        )}
      </div>
    </Question>
  );
}
