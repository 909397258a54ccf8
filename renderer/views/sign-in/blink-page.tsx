// Signing in on Blink's page: the button, the wait for the person, and the way through the browser.
import './blink-page.css';
import { ExternalLink } from 'lucide-react';
import type { Problem } from '../../../preload/contract.ts';
import { Button } from '../../components/button.tsx';
import { Icon } from '../../components/icon.tsx';
import { PlaceMark } from '../../components/place-mark.tsx';
import { useMessages } from '../../store/context.tsx';
import { PasteBack } from './paste-back.tsx';

interface BlinkPageProps {
  /** Where the person is asked now, or Blink itself; null: nobody is. */
  readonly waiting: 'window' | 'browser' | 'blink' | null;
  readonly disabled: boolean;
  readonly problem: Problem | null;
  readonly onStart: (where: 'window' | 'browser') => void;
  readonly onShow: () => void;
  readonly onPaste: (address: string) => void;
  readonly onCancel: () => void;
}

export function BlinkPage({ waiting, disabled, problem, onStart, onShow, onPaste, onCancel }: BlinkPageProps) {
  const { signIn, problems } = useMessages();
  // Who goes on in the browser has not cancelled anything.
  const shown = waiting !== null && problem?.kind === 'sign-in-cancelled' ? null : problem;
  const wrong = shown && problems.text(shown);
  // Whom Blink took for a robot has only this way left.
  const browserFirst = problem?.kind === 'sign-in-refused';
  const browser = (
    <Button
      look={browserFirst ? 'primary' : 'link'}
      size={browserFirst ? 'large' : 'normal'}
      isDisabled={disabled && waiting !== 'window'}
      onPress={() => onStart('browser')}
    >
      <Icon of={ExternalLink} />
      {signIn.inBrowser}
    </Button>
  );
  return (
    <div className="blink-page">
      {waiting !== null && (
        <div className="wait">
          <PlaceMark of="busy" size={20} turning />
          <p role="status">
            <b>{waiting === 'blink' ? signIn.finishing : signIn.waiting}</b>
            {waiting !== 'blink' && <span>{signIn.waitingText}</span>}
          </p>
          {waiting === 'window' && <Button onPress={onShow}>{signIn.bringToFront}</Button>}
        </div>
      )}
      {waiting === 'browser' && <PasteBack onPaste={onPaste} />}
      {wrong && (
        <p className="wrong" role="alert">
          {wrong.title} {wrong.text}
        </p>
      )}
      <div className="ways">
        {waiting === null && (
          <Button
            look={browserFirst ? 'normal' : 'primary'}
            size="large"
            isDisabled={disabled}
            onPress={() => onStart('window')}
          >
            {signIn.atBlink}
          </Button>
        )}
        {(waiting === null || waiting === 'window') && browser}
        {waiting !== null && (
          <Button look="link" onPress={onCancel}>
            {signIn.cancel}
          </Button>
        )}
      </div>
    </div>
  );
}
