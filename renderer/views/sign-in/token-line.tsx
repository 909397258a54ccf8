// Signing in with a token line, for those who have one: folded away, then the field, what is wrong, and the button.
import '../../components/text-input.css';
import './token-line.css';
import { useState } from 'react';
import { Label, Text, TextArea, TextField } from 'react-aria-components';
import type { Problem } from '../../../preload/contract.ts';
import { Button } from '../../components/button.tsx';
import { PlaceMark } from '../../components/place-mark.tsx';
import { useMessages } from '../../store/context.tsx';

interface TokenLineProps {
  readonly suggestedLine: string | null;
  readonly working: boolean;
  readonly problem: Problem | null;
  readonly onSignIn: (line: string) => void;
  readonly onHelp: () => void;
}

export function TokenLine({ suggestedLine, working, problem, onSignIn, onHelp }: TokenLineProps) {
  const { signIn, problems } = useMessages();
  const [open, setOpen] = useState(false);
  const [line, setLine] = useState(suggestedLine ?? '');
  const wrong = problem && !working ? problems.text(problem) : null;
  if (!open) {
    return (
      <Button look="link" onPress={() => setOpen(true)}>
        {signIn.pasteLine}
      </Button>
    );
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (line.trim() !== '' && !working) onSignIn(line.trim());
      }}
    >
      <TextField
        className="token-line"
        value={line}
        onChange={setLine}
        isInvalid={wrong !== null}
        // "native" would keep the form from being sent again.
        validationBehavior="aria"
        isDisabled={working}
      >
        <div className="label-row">
          <Label>{signIn.tokenLine}</Label>
          <Button look="link" size="small" onPress={onHelp}>
            {signIn.whatIsThis}
          </Button>
        </div>
        <TextArea
          className="text-input exact"
          placeholder={signIn.tokenLineHint}
          spellCheck={false}
          autoComplete="off"
          autoFocus
        />
        {wrong ? (
          <Text className="wrong" slot="description" role="alert">
            {wrong.title} {wrong.text}
          </Text>
        ) : (
          <Text className="help" slot="description">
            {suggestedLine === null ? signIn.tokenLineHelp : signIn.suggested}
          </Text>
        )}
      </TextField>
      <div className="go">
        <Button type="submit" size="large" isDisabled={working || line.trim() === ''}>
          {working && <PlaceMark of="busy" size={16} turning />}
          {working ? signIn.signingIn : signIn.signIn}
        </Button>
      </div>
    </form>
  );
}
