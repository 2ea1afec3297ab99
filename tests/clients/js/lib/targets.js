// Stands in for Lambda, Kinesis and the others: an HTTP server that keeps what it is sent and answers as it is told.

import { createServer } from "node:http";
import { gunzipSync } from "node:zlib";

/** Resolves to { url, requests, answer, stop, next }. `answer` gets a request and returns { status, body }. */
export async function startTarget() {
  const waiting = [];
  const target = {
    requests: [],
    answer: () => ({ status: 200, body: "{}" }),

    /** Resolves to the first so many requests when they are there. */
    async next(count) {
      while (target.requests.length < count) {
        await new Promise((resolve) => waiting.push(resolve));
      }

      return target.requests.slice(0, count);
    },

    stop: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };

  const server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString("utf8");
    const received = { method: request.method, url: request.url, headers: request.headers, body };
    const { status, body: answer } = target.answer(received, target.requests.length);
    target.requests.push(received);
    response.writeHead(status, { "Content-Type": "application/x-amz-json-1.1" }).end(answer);
    waiting.splice(0).forEach((resolve) => resolve());
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  target.url = `http://127.0.0.1:${server.address().port}`;
  return target;
}

/** What a subscription has sent in base64 of gzip. */
export const inflate = (data) => JSON.parse(gunzipSync(Buffer.from(data, "base64")).toString("utf8"));
