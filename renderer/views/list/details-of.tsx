// A problem's technical facts, where it has any.
import type { Problem } from '../../../preload/contract.ts';
import { ProblemDetails } from '../../components/problem-details.tsx';
import { useApp, useMessages } from '../../store/context.tsx';

export function DetailsOf({ problem }: { readonly problem: Problem }) {
  const { problems } = useMessages();
  const copyText = useApp((model) => model.copyText);
  if (!problem.details) return null;
  const text = `${problem.kind}: ${problem.details}`;
  return <ProblemDetails text={text} words={problems.details} onCopy={copyText} />;
}
