// One frame on or back.

/** Cameras record 24 frames a second or more: no press stays on the same one. */
const frameS = 1 / 24;

/** Stops the video where it plays. */
export function stepFrame(video: HTMLVideoElement, frames: 1 | -1): void {
  video.pause();
  video.currentTime = Math.min(video.duration || 0, Math.max(0, video.currentTime + frames * frameS));
}
