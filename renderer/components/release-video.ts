// Ends a video that is no longer shown.

/** Or Chromium would go on loading until the element is collected, and retry what is no longer there. */
export function releaseVideo(video: HTMLVideoElement | null): void {
  video?.removeAttribute('src');
  video?.load();
}
