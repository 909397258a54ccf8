// Makes a camera's name comparable: what the app, the manifest and its newer sibling call it (protocol §4.6).

/** `1-Haustür` and `1Haustr` become `1haustr`. Other letters go first: lower-casing turns some of them into ASCII. */
export const reducedName = (name: string): string => name.replace(/[^A-Za-z0-9]/g, '').toLowerCase();
