// One page for every step before the library: what is said, what is shown beside it, and the way back and on.
import './step-page.css';
import { type ReactNode, useEffect, useRef } from 'react';
import type { FirstRunStep } from '../../store/first-run-model.ts';
import { Steps } from './steps.tsx';

interface StepPageProps {
  /** Null: not within the first run. */
  readonly step: FirstRunStep | null;
  readonly title: string;
  readonly lead: ReactNode;
  readonly mark?: ReactNode;
  readonly children: ReactNode;
  /** Beside it, or below it in a small window. */
  readonly show: ReactNode;
  readonly foot: ReactNode;
}

export function StepPage({ step, title, lead, mark, children, show, foot }: StepPageProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // A new step is read from its start, and the keyboard goes on from there.
  useEffect(() => heading.current?.focus(), []);
  return (
    <main className="step-page">
      <div className="content">
        <section className="tell">
          {step && <Steps current={step} />}
          <div className="middle">
            {mark}
            <h1 ref={heading} tabIndex={-1}>
              {title}
            </h1>
            {lead && <p className="lead">{lead}</p>}
            {children}
          </div>
        </section>
        <div className="show">{show}</div>
      </div>
      <footer>{foot}</footer>
    </main>
  );
}
