// Where the Linux session bus is.

/** As GLib finds it: in a session over ssh or in a timer only the second is there, which the D-Bus library does not know. */
export function sessionBusAddress({ DBUS_SESSION_BUS_ADDRESS, XDG_RUNTIME_DIR }: NodeJS.ProcessEnv): string {
  if (DBUS_SESSION_BUS_ADDRESS) return DBUS_SESSION_BUS_ADDRESS;
  if (XDG_RUNTIME_DIR) return `unix:path=${XDG_RUNTIME_DIR}/bus`;
  throw new Error('there is no session bus');
}
