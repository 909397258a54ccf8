// The banner over the list: the worst of what is wrong now, with its one action.
import { Banner } from '../../components/banner.tsx';
import { type BannerModel, bannerModel } from '../../store/banner-model.ts';
import { useApp, useAppStore, useMessages } from '../../store/context.tsx';
import { DetailsOf } from './details-of.tsx';
import { problemIcon } from './problem-icon.ts';

export function ProblemBanner() {
  const { problems, library } = useMessages();
  const { getState } = useAppStore();
  const state = useApp((model) => model.state);
  const commandProblem = useApp((model) => model.commandProblem);
  const banner = state && bannerModel(state, commandProblem);
  if (!banner) return null;

  const { title, text, action } = problems.text(banner.problem);
  const dismiss = ({ dismiss: way }: BannerModel) => {
    if (way?.kind === 'notice') getState().dismissNotice(way.id);
    if (way?.kind === 'command') getState().dismissCommandProblem();
  };
  return (
    <Banner
      key={banner.problem.kind}
      level={banner.level}
      icon={problemIcon(banner.problem.kind)}
      title={title}
      text={text}
      details={<DetailsOf problem={banner.problem} />}
      action={action && { label: action.label, onPress: () => getState().act(action.does) }}
      dismiss={banner.dismiss && { name: library.dismiss, onPress: () => dismiss(banner) }}
    />
  );
}
