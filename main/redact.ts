// Blacks out what must not stand in a log: tokens, passwords, e-mail addresses, query strings, long opaque strings.

const rules: readonly (readonly [RegExp, string])[] = [
  [/\bauthorization["']?\s*[:=]\s*["']?[^"'\r\n,}]+/gi, 'authorization: [secret]'],
  [/\bbearer\s+[^\s"',;]+/gi, 'Bearer [secret]'],
  [
    // JSON, inspected objects, forms, and the parts of a saved token line (docs/blink-protocol.md §1.1).
    /\b((?:access_|refresh_)?token|password|username|2fa_code|code_verifier|uid|device_id|hardware_id)(["']?\s*[:=]\s*["']?)[^\s"'|,;&}]+/gi,
    '$1$2[secret]',
  ],
  [/[^\s@<>"'`,;:=|()[\]]+@[^\s@<>"'`,;:=|()[\]]+\.[a-z]{2,}/gi, '[e-mail]'],
  [/[?#][\w.~%-]+=[^\s"'<>)]*/g, '?[query]'],
  [/\beyJ[\w-]+(?:\.[\w-]+)*/g, '[secret]'],
  // Letters and digits mixed: neither a number, such as an id of Blink's, nor a long word.
  [/(?<![\w+=-])(?=[\w+=-]*\d)(?=[\w+=-]*[a-z])[\w+=-]{20,}/gi, '[opaque]'],
];

export const redact = (text: string): string =>
  rules.reduce((clean, [secret, cover]) => clean.replace(secret, cover), text);
