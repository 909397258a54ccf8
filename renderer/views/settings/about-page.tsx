// What this is, and its versions.
import { AppMark } from '../../components/app-mark.tsx';
import { useApp, useMessages } from '../../store/context.tsx';

export function AboutPage() {
  const { settings: words } = useMessages();
  const versions = useApp((model) => model.state?.versions);
  return (
    <div className="about">
      <AppMark size={52} />
      <p>
        <b>Cliptray {versions?.app}</b>
        <small>{versions && words.electron(versions.electron)}</small>
      </p>
      <p>{words.unofficial}</p>
    </div>
  );
}
