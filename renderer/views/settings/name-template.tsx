// The pattern of names: a field, the words that may stand in it, and what it makes of a real clip.
import '../../components/text-input.css';
import './name-template.css';
import { useEffect, useRef, useState } from 'react';
import { Input, Label, Text, TextField } from 'react-aria-components';
import { type NameToken, nameTokens, usualNames } from '../../../preload/contract.ts';
import { Button } from '../../components/button.tsx';
import { Chip } from '../../components/chip.tsx';
import { useApp, useAppStore, useMessages } from '../../store/context.tsx';
import { NamePreviewRows } from './name-preview-rows.tsx';
import { useSettings } from './use-settings.ts';

export function NameTemplate() {
  const { names: words } = useMessages();
  const { getState } = useAppStore();
  const {
    settings: { names },
    change,
  } = useSettings();
  const preview = useApp((model) => model.namePreview);
  const [typed, setTyped] = useState(names.template);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    getState().previewNames({ template: typed, times: names.times });
  }, [typed, names.times, getState]);

  const fault = preview?.kind === 'fault' ? preview.fault : null;
  const keep = () => {
    if (!fault && typed !== names.template) change({ names: { ...names, template: typed } });
  };
  const insert = (token: NameToken) => {
    const input = field.current;
    const [from, to] = [input?.selectionStart ?? typed.length, input?.selectionEnd ?? typed.length];
    setTyped(`${typed.slice(0, from)}{${token}}${typed.slice(to)}`);
    input?.focus();
    const caret = from + token.length + 2;
    requestAnimationFrame(() => input?.setSelectionRange(caret, caret)); // when the field has the new text
  };
  const reset = () => {
    setTyped(usualNames.template);
    change({ names: usualNames });
  };

  return (
    <div className="name-template">
      <TextField
        value={typed}
        onChange={setTyped}
        onBlur={keep}
        onKeyDown={(event) => (event.key === 'Enter' ? keep() : event.continuePropagation())}
        isInvalid={fault !== null}
        validationBehavior="aria"
      >
        <div className="label-row">
          <Label>{words.template}</Label>
          {typed !== usualNames.template && (
            <Button look="link" size="small" onPress={reset}>
              {words.reset}
            </Button>
          )}
        </div>
        <Input ref={field} className="text-input exact" spellCheck={false} autoComplete="off" />
        <Text slot="description" {...(fault && { className: 'wrong', role: 'alert' })}>
          {fault ? `${words.fault(fault)} ${words.unchanged}` : words.help}
        </Text>
      </TextField>
      <div className="tokens">
        {nameTokens.map((token) => (
          <Chip key={token} name={words.insert(`{${token}}`)} onPress={() => insert(token)}>
            {`{${token}}`}
          </Chip>
        ))}
      </div>
      <NamePreviewRows preview={preview} />
    </div>
  );
}
