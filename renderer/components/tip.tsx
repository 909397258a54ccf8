// A tooltip: the name of a control that shows no word, and its key.
import './tip.css';
import type { ReactNode } from 'react';
import { Tooltip, TooltipTrigger } from 'react-aria-components';

interface TipProps {
  readonly text: string;
  readonly shortcut?: string;
  readonly placement?: 'top' | 'bottom' | 'end';
  readonly children: ReactNode;
}

export function Tip({ text, shortcut, placement = 'bottom', children }: TipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {children}
      <Tooltip className="tip" placement={placement} offset={6}>
        {text}
        {shortcut && <kbd>{shortcut}</kbd>}
      </Tooltip>
    </TooltipTrigger>
  );
}
