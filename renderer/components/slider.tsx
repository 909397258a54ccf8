// A slider with a filled track: where a clip is, how loud it is.
import './slider.css';
import { Slider as AriaSlider, SliderThumb, SliderTrack } from 'react-aria-components';

interface SliderProps {
  readonly name: string;
  readonly value: number;
  readonly max: number;
  readonly step: number;
  /** The value in words. */
  readonly spoken: string;
  readonly disabled?: boolean;
  readonly look?: string;
  readonly onChange: (value: number) => void;
  readonly onChangeEnd?: (value: number) => void;
}

export function Slider({
  name,
  value,
  max,
  step,
  spoken,
  disabled = false,
  look = '',
  onChange,
  onChangeEnd,
}: SliderProps) {
  const part = max > 0 ? Math.min(1, value / max) : 0;
  return (
    <AriaSlider
      className={`slider ${look}`}
      aria-label={name}
      value={value}
      minValue={0}
      maxValue={max}
      step={step}
      isDisabled={disabled}
      onChange={(next) => onChange(Number(next))}
      {...(onChangeEnd ? { onChangeEnd: (next: number | number[]) => onChangeEnd(Number(next)) } : {})}
    >
      <SliderTrack className="track">
        <span className="fill" style={{ inlineSize: `${part * 100}%` }} />
        <SliderThumb className="thumb" aria-valuetext={spoken} />
      </SliderTrack>
    </AriaSlider>
  );
}
