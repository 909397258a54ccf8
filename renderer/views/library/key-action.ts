// What each key does in the library.
import type { AppModel } from '../../store/app-model.ts';
import { chosenKeys, type SelectMode } from '../../store/selection.ts';
import { unsavedOf } from './unsaved-of.ts';

export interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

type KeyAction = (model: AppModel) => void;

/** How the list stands: clips beside each other, and lines that fit into it. */
export interface Standing {
  readonly columns: number;
  readonly lines: number;
}

/** Null: the key means nothing here. */
export function keyAction(press: KeyPress, { columns, lines }: Standing): KeyAction | null {
  if (press.altKey) return null;
  if (press.ctrlKey || press.metaKey) {
    if (press.key === 'a') return (model) => model.selectAll();
    if (press.key === 'z') return (model) => model.undo();
    if (press.key === ',') return (model) => model.open('settings');
    return null;
  }
  const mode: SelectMode = press.shiftKey ? 'extend' : 'only';
  const step =
    (steps: number): KeyAction =>
    (model) =>
      model.step(steps, mode);
  switch (press.key) {
    case 'ArrowDown':
      return step(columns);
    case 'ArrowUp':
      return step(-columns);
    case 'ArrowRight':
      return columns > 1 ? step(1) : null;
    case 'ArrowLeft':
      return columns > 1 ? step(-1) : null;
    case 'j':
    case 'J':
      return step(1);
    case 'k':
    case 'K':
      return step(-1);
    case 'PageDown':
      return step(lines * columns);
    case 'PageUp':
      return step(-lines * columns);
    case 'Home':
      return step(Number.NEGATIVE_INFINITY);
    case 'End':
      return step(Number.POSITIVE_INFINITY);
    case ' ':
    case 'Enter':
      return playOrPause;
    case 's':
    case 'S':
      return press.shiftKey ? saveChosenElsewhere : saveChosen;
    case 'f':
      return ({ selection, toggleStar }) => toggleStar(chosenKeys(selection));
    case 'v':
      return ({ selection, toggleSeen }) => toggleSeen(chosenKeys(selection));
    case 'd':
    case 'Delete':
      return ({ selection, askToDelete }) => askToDelete(chosenKeys(selection));
    case 'g':
      return switchView;
    case '[':
      return (model) => model.stepDay(-1);
    case ']':
      return (model) => model.stepDay(1);
    case '?':
      return (model) => model.open('keys');
    case 'c':
      return copyCurrent;
    case 'Escape':
      return leave;
    default:
      return null;
  }
}

function playOrPause({ playback, selection, play, setPlaying }: AppModel): void {
  if (selection.current === null) return;
  if (playback.kind === 'ready' && playback.key === selection.current && playback.playing) setPlaying(false);
  else play(selection.current);
}

function saveChosen(model: AppModel): void {
  const { selection, clips, save } = model;
  const { keys, title } = unsavedOf(clips, chosenKeys(selection));
  save(keys, title);
}

function saveChosenElsewhere(model: AppModel): void {
  const { selection, clips, saveElsewhere } = model;
  const { keys, title } = unsavedOf(clips, chosenKeys(selection));
  saveElsewhere(keys, title);
}

function switchView({ state, changeSettings }: AppModel): void {
  if (state) changeSettings({ clipsAs: state.settings.clipsAs === 'grid' ? 'list' : 'grid' });
}

function copyCurrent({ selection, copyFile }: AppModel): void {
  if (selection.current !== null) copyFile(selection.current);
}

/** One thing at a time: first the player where it can be closed, then the selection. */
function leave({ playerOpen, closePlayer, clearSelection, state }: AppModel): void {
  const canClose = state?.settings.clipsAs === 'grid' || window.matchMedia('(max-width: 759px)').matches;
  if (playerOpen && canClose) closePlayer();
  else clearSelection();
}
