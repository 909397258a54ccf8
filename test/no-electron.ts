// Stands in for `electron` in tests on plain Node: whoever imports it is on the wrong side of the wall.
throw new Error('Electron is imported outside of Electron: hand the effect in instead (see biome.json)');
