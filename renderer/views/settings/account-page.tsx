// Who is signed in, and where that is kept.
import { useApp, useMessages } from '../../store/context.tsx';
import { Setting, SettingGroup } from './setting.tsx';

export function AccountPage() {
  const { settings: words } = useMessages();
  const session = useApp((model) => model.state?.session);
  return (
    <SettingGroup>
      <Setting
        name={words.account}
        help={session?.kind === 'signed-in' ? words.keptIn[session.keptIn] : words.signedOut}
      />
    </SettingGroup>
  );
}
