// Signing in on Blink's page: the button, the wait for the person, and the way through the browser.
import './blink-page.css';
import { useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import type { Problem } from '../../../preload/contract.ts';
import { Button } from '../../components/button.tsx';
import { PlaceMark } from '../../components/place-mark.tsx';
import { useMessages } from '../../store/context.tsx';

interface BlinkPageProps {
  /** Where the person is asked now, or Blink itself; null: nobody is. */
  readonly waiting: 'window' | 'browser' | 'blink' | null;
  readonly disabled: boolean;
  readonly problem: Problem | null;
  readonly onStart: (where: 'window' | 'browser') => void;
  readonly onPaste: (address: string) => void;
  readonly onCancel: () => void;
}

export function BlinkPage({ waiting, disabled, problem, onStart, onPaste, onCancel }: BlinkPageProps) {
  const { signIn, problems } = useMessages();
  // Who goes on in the browser has not cancelled anything.
  const shown = waiting !== null && problem?.kind === 'sign-in-cancelled' ? null : problem;
  const wrong = shown && problems.text(shown);
  return (
    <div className="blink-page">
      {waiting === null ? (
        <div className="ways">
          <Button look="primary" size="large" isDisabled={disabled} onPress={() => onStart('window')}>
            {signIn.atBlink}
          </Button>
          <Button
            look={problem?.kind === 'sign-in-refused' ? 'normal' : 'link'}
            size="large"
            isDisabled={disabled}
            onPress={() => onStart('browser')}
          >
            {signIn.inBrowser}
          </Button>
        </div>
      ) : (
        <div className="wait">
          <PlaceMark of="busy" size={18} turning />
          <p role="status">
            <b>{waiting === 'blink' ? signIn.finishing : signIn.waiting}</b>
            {waiting === 'window' && <span>{signIn.waitingText}</span>}
            {waiting === 'browser' && <span>{signIn.browserText}</span>}
          </p>
          <Button onPress={onCancel}>{signIn.cancel}</Button>
        </div>
      )}
      {waiting === 'window' && (
        <Button look="link" onPress={() => onStart('browser')}>
          {signIn.inBrowser}
        </Button>
      )}
      {waiting === 'browser' && <PasteBack onPaste={onPaste} />}
      {wrong && (
        <p className="wrong" role="alert">
          {wrong.title} {wrong.text}
        </p>
      )}
    </div>
  );
}

function PasteBack({ onPaste }: { readonly onPaste: (address: string) => void }) {
  const { signIn } = useMessages();
  const [address, setAddress] = useState('');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (address.trim() !== '') onPaste(address.trim());
      }}
    >
      <TextField className="address" value={address} onChange={setAddress}>
        <Label>{signIn.browserAddress}</Label>
        <Input placeholder={signIn.browserHint} spellCheck={false} autoComplete="off" autoFocus />
      </TextField>
      <Button type="submit" look="primary" size="large" isDisabled={address.trim() === ''}>
        {signIn.goOn}
      </Button>
    </form>
  );
}
