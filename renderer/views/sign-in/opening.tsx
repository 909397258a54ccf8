// Before anything is known: the keychain and the index are being asked.
import './opening.css';
import { AppMark } from '../../components/app-mark.tsx';
import { useMessages } from '../../store/context.tsx';

export function Opening() {
  const { signIn } = useMessages();
  return (
    <main className="opening" aria-busy="true">
      <AppMark size={56} />
      <p role="status">{signIn.opening}</p>
    </main>
  );
}
