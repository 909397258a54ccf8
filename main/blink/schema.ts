// Reads answers tolerantly: unknown keys pass, wrong optional parts become unknown, wrong required parts are named.
import { z } from 'zod';
import type { Problem, Result } from '../../preload/contract.ts';
import type { Log } from '../log.ts';
import { failed, problem, succeeded } from '../problem.ts';

// zod would otherwise try `new Function`, which a window's or a hardened process's policy forbids. Schemas look at this
// when they are made, so it has to be said before the first one.
z.config({ jitless: true });

export { z };

/** A whole number that some answers write as a string of digits. */
export const wholeNumber = z.union([
  z.int().nonnegative(),
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
]);

/**
 * Reads a flat record. Fields that the schema allows to be absent are dropped with a log line where they are wrong;
 * a wrong required field is `unexpected-answer`, with its name and `where` it stood.
 */
export function readRecord<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  where: string,
  log: Log,
): Result<z.output<Schema>> {
  const strict = schema.safeParse(value);
  if (strict.success) return succeeded(strict.data);
  const wrong = new Set(strict.error.issues.map((issue) => issue.path[0]));
  const rest = isRecord(value) ? Object.fromEntries(Object.entries(value).filter(([key]) => !wrong.has(key))) : value;
  const tolerant = schema.safeParse(rest);
  if (!tolerant.success) return { ok: false, problem: unexpected(where, fieldOf(tolerant.error)) };
  log.warn(`${where}: ignored ${[...wrong].map(String).join(', ')}`);
  return succeeded(tolerant.data);
}

/** Reads row by row; a row with a wrong required field is left out, logged and counted. */
export function readRows<Schema extends z.ZodType>(
  schema: Schema,
  rows: readonly unknown[],
  where: string,
  log: Log,
): { readonly rows: readonly z.output<Schema>[]; readonly skipped: number } {
  const good: z.output<Schema>[] = [];
  for (const [index, row] of rows.entries()) {
    const read = readRecord(schema, row, `${where}[${index}]`, log);
    if (read.ok) good.push(read.value);
    else log.warn(`left out: ${read.problem.details}`);
  }
  return { rows: good, skipped: rows.length - good.length };
}

/** The JSON value in `bytes`; fails for anything else, such as a web page. */
export function parseJson(bytes: Uint8Array, where: string): Result<unknown> {
  try {
    return succeeded(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return failed('unexpected-answer', { details: `${where}: not JSON, ${bytes.length} bytes` });
  }
}

export function unexpected(where: string, what: string): Problem {
  return problem('unexpected-answer', { details: `${where}: ${what}` });
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fieldOf(error: z.ZodError): string {
  const path = error.issues[0]?.path.map(String).join('.');
  return path ? `${path} is missing or wrong` : 'not an object';
}
