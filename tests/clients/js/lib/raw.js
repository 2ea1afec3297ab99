// Requests as bytes, for what no SDK would send.

import { connect } from "node:net";

const cloudwatchTarget = "GraniteServiceVersion20100801";
const logsTarget = "Logs_20140328";

export function query(body, headers = {}) {
  return { path: "/", headers: { "Content-Type": "application/x-www-form-urlencoded", ...headers }, body };
}

export function json(operation, body, headers = {}) {
  return {
    path: "/",
    headers: {
      "Content-Type": "application/x-amz-json-1.0",
      "X-Amz-Target": `${cloudwatchTarget}.${operation}`,
      "x-amzn-query-mode": "true",
      ...headers,
    },
    body,
  };
}

export function logs(operation, body, headers = {}) {
  return {
    path: "/",
    headers: { "Content-Type": "application/x-amz-json-1.1", "X-Amz-Target": `${logsTarget}.${operation}`, ...headers },
    body,
  };
}

export function cbor(operation, body, headers = {}) {
  return {
    path: `/service/${cloudwatchTarget}/operation/${operation}`,
    headers: {
      "Content-Type": "application/cbor",
      "smithy-protocol": "rpc-v2-cbor",
      "x-amzn-query-mode": "true",
      ...headers,
    },
    body,
  };
}

/** Posts a request and resolves to { status, headers, body, code }, where code is the error's without its namespace. */
export async function send(endpoint, { path, headers, body, method = "POST" }) {
  const response = await fetch(endpoint + path, { method, headers, body });
  const bytes = Buffer.from(await response.arrayBuffer());
  return { status: response.status, headers: response.headers, body: bytes, code: errorCode(bytes.toString("latin1")) };
}

/** The error code in an answer of any protocol. In CBOR the text after the key __type is found by its own length. */
function errorCode(body) {
  const written = /<Code>(.*?)<\/Code>/.exec(body) ?? /"__type"\s*:\s*"(?:[^"#]*#)?([^"]*)"/.exec(body);
  if (written !== null) {
    return written[1];
  }

  const at = body.indexOf("__type");
  if (at < 0) {
    return undefined;
  }

  const start = at + "__type".length;
  const head = body.charCodeAt(start);
  const text = head === 0x78 ? body.slice(start + 2, start + 2 + body.charCodeAt(start + 1)) : body.slice(start + 1, start + 1 + (head & 31));
  return text.slice(text.indexOf("#") + 1);
}

/** Writes bytes to a new connection and resolves to what comes back until it ends, or until a moment after closing our side. */
export function exchange(endpoint, bytes, { hangUp = false } = {}) {
  const { hostname, port } = new URL(endpoint);
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(Number(port), hostname, () => {
      socket.write(bytes);
      if (hangUp) {
        socket.destroySoon();
      }
    });
    socket.setEncoding("latin1").on("data", (text) => {
      answer += text;
      if (answer.includes("\r\n\r\n")) {
        socket.end();
      }
    });
    socket.on("error", (error) => (error.code === "ECONNRESET" ? resolve(answer) : reject(error)));
    socket.on("close", () => resolve(answer));
  });
}
