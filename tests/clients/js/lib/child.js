// A client of the suite that is another program: it reads one call a line and writes one answer a line.

import { spawn, spawnSync } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const clients = fileURLToPath(new URL("../..", import.meta.url));

/** @param script the program, from tests/clients */
export function childClient(name, script) {
  const waiting = [];
  let child;
  let end;

  return {
    name,
    recent: false,
    services: ["cloudwatch", "logs"],

    start(endpoint) {
      child = spawn(python(), [script], {
        cwd: clients,
        env: { ...process.env, PYTHONDONTWRITEBYTECODE: "1", AWS_CONFIG_FILE: `${clients}cli/config`, EMULATOR: endpoint },
        stdio: ["pipe", "pipe", "inherit"],
      });
      child.stdin.on("error", () => {}); // The close event says it better.
      child.on("close", (code) => {
        end = new Error(`${script} ended with exit code ${code}`);
        waiting.splice(0).forEach(({ reject }) => reject(end));
      });
      createInterface({ input: child.stdout }).on("line", (line) => waiting.shift().resolve(JSON.parse(line)));
    },

    call: (request) =>
      new Promise((resolve, reject) => {
        if (end !== undefined) {
          reject(end);
          return;
        }

        waiting.push({ resolve, reject });
        child.stdin.write(`${JSON.stringify(encode(request))}\n`);
      }),

    stop: () => child?.stdin.end(),
  };
}

/** Dates, and numbers that JSON has no form for, are tagged. */
function encode(value) {
  if (value instanceof Date) {
    return { $time: value.toISOString() };
  }

  if (typeof value === "number" && !Number.isFinite(value)) {
    return { $number: String(value) };
  }

  if (Array.isArray(value)) {
    return value.map(encode);
  }

  return value !== null && typeof value === "object"
    ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, encode(item)]))
    : value;
}

/** Debian's Python, which has Debian's clients; else the first one on the path that has them. */
export function python() {
  const candidates = ["/usr/bin/python3", "python3"];
  return candidates.find((program) => spawnSync(program, ["-c", "import boto3, awscli"]).status === 0) ?? candidates[1];
}
