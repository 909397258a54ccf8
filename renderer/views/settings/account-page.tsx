// Who is signed in, where that is kept, and the ways out.
import { Button } from '../../components/button.tsx';
import { useApp, useAppStore, useMessages } from '../../store/context.tsx';
import { Setting, SettingGroup } from './setting.tsx';

export function AccountPage() {
  const { account: words } = useMessages();
  const { getState } = useAppStore();
  const session = useApp((model) => model.state?.session);
  const readOnly = useApp((model) => model.state?.readOnly ?? true);
  const isSignedIn = session?.kind === 'signed-in';
  return (
    <SettingGroup>
      {isSignedIn ? (
        <Setting name={words.signedIn(session.accountId)} help={words.keptIn[session.keptIn]}>
          <Button onPress={() => getState().askToLeave('sign-out')}>{words.signOut}</Button>
        </Setting>
      ) : (
        <Setting name={words.signedOut} help={words.signedOutHelp}>
          <Button
            isDisabled={readOnly}
            onPress={() => {
              getState().open(null);
              getState().askToSignIn(true);
            }}
          >
            {words.signIn}
          </Button>
        </Setting>
      )}
      <Setting name={words.forget} help={words.forgetHelp}>
        <Button isDisabled={readOnly} onPress={() => getState().askToLeave('forget')}>
          {words.forgetDots}
        </Button>
      </Setting>
    </SettingGroup>
  );
}
