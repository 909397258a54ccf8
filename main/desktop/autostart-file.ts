// The file that starts a program at login on Linux desktops (XDG Autostart; Desktop Entry Specification 1.5).

/** `command` is the program and its arguments. */
export const autostartFile = (name: string, command: readonly string[]): string =>
  `[Desktop Entry]
Type=Application
Version=1.5
Name=${name}
Exec=${asValue(command.map(quoted).join(' '))}
Icon=${name.toLowerCase()}
Terminal=false
StartupNotify=false
X-GNOME-Autostart-enabled=true
`;

/** Everything in double quotes, where four characters are special; a percent sign would begin a field code. */
const quoted = (word: string) => `"${word.replace(/["`$\\]/g, '\\$&').replaceAll('%', '%%')}"`;

/** In any value of the file a backslash is special once more, and a line ends it. */
const asValue = (text: string) => text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
