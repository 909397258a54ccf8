#!/bin/sh
# Makes the white tray icons, for dark panels, of the black ones. Needs ImageMagick.
cd "$(dirname "$0")" || exit 1
for shape in idle working paused attention; do
  for scale in '' @2x; do
    convert "tray-$shape$scale.png" -channel RGB -negate "tray-$shape-white$scale.png"
  done
done
