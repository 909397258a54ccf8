// The cloud behind a real TCP port of this computer: a thin shell around its `fetch`.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { controlSchema } from './control.ts';
import type { BlinkCloud } from './index.ts';

/** Longer than clients keep idle connections, so that none is closed under a request by accident. */
const keepAliveMs = 120_000;

export interface CloudServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Listens on 127.0.0.1; `settled` is awaited before a `/_control` is answered. */
export async function serveCloud(cloud: BlinkCloud, port: number, settled: () => Promise<void>): Promise<CloudServer> {
  const server = createServer({ keepAliveTimeout: keepAliveMs }, (request, response) => {
    const served =
      request.url === '/_control'
        ? serveControl(cloud, request, response, settled)
        : serveFetch(cloud, request, response);
    served.catch((error: unknown) => {
      if (!isBrokenOnPurpose(error)) console.error(error);
      breakOff(response, codeOf(error) === 'UND_ERR_SOCKET' ? 'close' : 'reset');
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('a TCP server without a port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function serveFetch(cloud: BlinkCloud, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const method = request.method ?? 'GET';
  const body = await textOf(request);
  const answer = await cloud.fetch(cloud.url + request.url, {
    method,
    headers: Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)]),
    signal: gone.signal,
    ...(body !== '' && method !== 'GET' && { body }),
  });
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.flushHeaders();
  if (answer.body) {
    for await (const chunk of answer.body) {
      if (!response.write(chunk)) await once(response, 'drain', { signal: gone.signal });
    }
  }
  response.end();
}

async function serveControl(
  cloud: BlinkCloud,
  request: IncomingMessage,
  response: ServerResponse,
  settled: () => Promise<void>,
): Promise<void> {
  const reply = (status: number, value: unknown) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(value));
  };
  try {
    const { data: command, error } = controlSchema.safeParse(JSON.parse(await textOf(request)));
    if (error) return reply(400, { message: z.prettifyError(error) });
    const value = cloud.control(command);
    await settled();
    reply(200, value);
  } catch (error) {
    reply(400, { message: error instanceof Error ? error.message : String(error) });
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

/** An ordinary close first lets out what was written; a reset throws it away. */
function breakOff({ socket }: ServerResponse, how: 'close' | 'reset'): void {
  if (how === 'close') socket?.end();
  else socket?.resetAndDestroy();
}

/** The cloud's own broken connections, and clients that left; anything else is a bug. */
const isBrokenOnPurpose = (error: unknown): boolean =>
  codeOf(error) !== undefined || (error instanceof Error && error.name === 'AbortError');

function codeOf(error: unknown): unknown {
  const cause: unknown = error instanceof TypeError ? error.cause : undefined;
  return cause instanceof Error && 'code' in cause ? cause.code : undefined;
}
