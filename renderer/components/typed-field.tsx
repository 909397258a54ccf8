// A field for what has to be typed before something that cannot be taken back.
import './text-input.css';
import './typed-field.css';
import { Input, Label, TextField, type TextFieldProps } from 'react-aria-components';

interface TypedFieldProps extends Pick<TextFieldProps, 'autoFocus' | 'onChange' | 'inputMode'> {
  readonly label: string;
  readonly value: string;
}

export function TypedField({ label, ...field }: TypedFieldProps) {
  return (
    <TextField {...field} className="typed">
      <Label>{label}</Label>
      <Input className="text-input" spellCheck={false} autoComplete="off" />
    </TextField>
  );
}
