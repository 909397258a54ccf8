// One line of the settings: its name, what it means, and its control.
import type { ReactNode } from 'react';

export function Setting({ name, help, children }: { name: string; help: string; children?: ReactNode }) {
  return (
    <div className="setting">
      <div className="what">
        {name}
        <small>{help}</small>
      </div>
      {children}
    </div>
  );
}
