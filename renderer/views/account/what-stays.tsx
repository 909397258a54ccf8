// What leaving does not touch, line by line.
import { Check } from 'lucide-react';
import { Icon } from '../../components/icon.tsx';

interface WhatStaysProps {
  readonly title: string;
  readonly lines: readonly string[];
}

export function WhatStays({ title, lines }: WhatStaysProps) {
  return (
    <section className="stays">
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>
            <Icon of={Check} size={14} />
            {line}
          </li>
        ))}
      </ul>
    </section>
  );
}
