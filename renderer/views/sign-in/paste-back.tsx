// Where the browser ended is pasted here: a browser cannot lead back to the app.
import '../../components/text-input.css';
import { useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import { Button } from '../../components/button.tsx';
import { useMessages } from '../../store/context.tsx';

export function PasteBack({ onPaste }: { readonly onPaste: (address: string) => void }) {
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
        <Input
          className="text-input exact"
          placeholder={signIn.browserHint}
          spellCheck={false}
          autoComplete="off"
          autoFocus
        />
      </TextField>
      <Button type="submit" look="primary" size="large" isDisabled={address.trim() === ''}>
        {signIn.goOn}
      </Button>
    </form>
  );
}
