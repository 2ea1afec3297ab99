// The commands in docs/control-api.md work as they are printed, but for the port.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { after, before, it } from "node:test";
import { promisify } from "node:util";
import { root, startEmulator } from "./lib/emulator.js";

const sections = readFileSync(`${root}docs/control-api.md`, "utf8").split(/^## /m).slice(1);
const runFile = promisify(execFile);

let emulator;
let directory;

before(async () => {
  emulator = await startEmulator();
  directory = await mkdtemp(`${tmpdir()}/control-api-`);
});

after(async () => {
  await emulator?.stop();
  await rm(directory, { recursive: true, force: true });
});

for (const section of sections) {
  const [title] = section.split("\n", 1);

  it(title, async () => {
    const blocks = [...section.matchAll(/^```(\w*)\n(.*?)^```/gms)];
    const commands = blocks.filter(([, language]) => language === "").map(([, , block]) => block).join("");
    assert.match(commands, /curl/);

    await bash(commands.replaceAll("http://localhost:4566", emulator.endpoint));
  });
}

/** An answer with an error status fails the script. */
function bash(commands) {
  const environment = {
    PATH: `/usr/bin:${process.env.PATH}`,
    AWS_PAGER: "",
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "test",
    AWS_DEFAULT_REGION: "us-east-1",
  };
  const script = `set -euo pipefail\ncurl() { command curl -sS --fail-with-body "$@"; }\n${commands}`;
  return runFile("bash", ["-c", script], { cwd: directory, env: { ...process.env, ...environment } });
}
