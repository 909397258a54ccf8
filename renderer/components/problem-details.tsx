// The technical facts of a problem: out of the way until asked for, and then to be copied into a question for help.
import './problem-details.css';
import { useState } from 'react';
import { Button } from './button.tsx';

interface ProblemDetailsProps {
  readonly text: string;
  readonly words: { readonly show: string; readonly copy: string; readonly copied: string };
  readonly onCopy: (text: string) => void;
}

export function ProblemDetails({ text, words, onCopy }: ProblemDetailsProps) {
  const [shown, setShown] = useState(false);
  const [copied, setCopied] = useState(false);
  if (!shown) {
    return (
      <Button look="link" size="small" onPress={() => setShown(true)}>
        {words.show}
      </Button>
    );
  }
  const copy = () => {
    onCopy(text);
    setCopied(true);
  };
  return (
    <span className="problem-details">
      <code>{text}</code>
      <Button look="link" size="small" onPress={copy}>
        {copied ? words.copied : words.copy}
      </Button>
      <span className="only-spoken" role="status">
        {copied && words.copied}
      </span>
    </span>
  );
}
