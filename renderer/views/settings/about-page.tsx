// What this is, its versions, and where its log lies.
import { AppMark } from '../../components/app-mark.tsx';
import { Button } from '../../components/button.tsx';
import { useApp, useMessages } from '../../store/context.tsx';
import { Setting, SettingGroup } from './setting.tsx';

export function AboutPage() {
  const { settings: words } = useMessages();
  const versions = useApp((model) => model.state?.versions);
  const showLog = useApp((model) => model.showLog);
  return (
    <>
      <div className="about">
        <AppMark size={52} />
        <p>
          <b>Cliptray {versions?.app}</b>
          <small>{versions && words.electron(versions.electron)}</small>
          <small>{words.unofficial}</small>
        </p>
      </div>
      <SettingGroup>
        <Setting name={words.log} help={words.logHelp}>
          <Button onPress={showLog}>{words.showFolder}</Button>
        </Setting>
      </SettingGroup>
    </>
  );
}
