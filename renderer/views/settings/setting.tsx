// One setting: what it is called, what it means, and its control; and a group of them on one card.
import './setting.css';
import type { ReactNode } from 'react';

export function SettingGroup({ title, children }: { readonly title?: string; readonly children: ReactNode }) {
  return (
    <section className="setting-group">
      {title !== undefined && <h3>{title}</h3>}
      <div className="card">{children}</div>
    </section>
  );
}

interface SettingProps {
  readonly name: string;
  readonly help?: string;
  readonly children?: ReactNode;
}

export function Setting({ name, help, children }: SettingProps) {
  return (
    <div className="setting">
      <div className="what">
        {name}
        {help !== undefined && <small>{help}</small>}
      </div>
      {children}
    </div>
  );
}
