// docs/fixtures.md: its questions have the answers that it shows, and the world that it shows can be loaded.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import { promisify } from "node:util";
import { root, startEmulator } from "./lib/emulator.js";

const page = readFileSync(`${root}docs/fixtures.md`, "utf8");
const section = (title) => page.split(/^## /m).find((text) => text.startsWith(title));
const runFile = promisify(execFile);

let emulator;

before(async () => {
  emulator = await startEmulator();
});

after(() => emulator?.stop());

describe("What the worlds answer", () => {
  const questions = section("What the worlds answer");
  const [, setUp] = /^```bash\n(.*?)^```/ms.exec(questions);
  const names = setUp.split("\n").filter((line) => /^(export|emulator)/.test(line));

  before(() => bash(setUp));

  for (const [, question, commands, answer] of questions.matchAll(/^([A-Z][^\n]*\?)\n\n^```bash\n(.*?)^```\n\n^```\n(.*?)^```/gms)) {
    it(question, async () => {
      assert.equal(await bash([...names, commands].join("\n")), answer);
    });
  }
});

it("The world that it shows is a world", async () => {
  const [, world] = /^```json\n(.*?)^```/ms.exec(section("Write your own"));
  const response = await fetch(`${emulator.endpoint}/_emulator/fixtures?name=shop`, { method: "POST", body: world });
  const loaded = await response.json();

  assert.equal(response.status, 200, loaded.message);
  assert.ok(loaded.events > 10_000 && loaded.datapoints > 5_000);
});

/** Debian's clients come first: they are the ones that the page promises. */
async function bash(script) {
  const { stdout } = await runFile("bash", ["-euo", "pipefail", "-c", script.replaceAll("http://localhost:4566", emulator.endpoint)], {
    cwd: root,
    env: { ...process.env, PATH: `/usr/bin:${process.env.PATH}` },
  });
  return stdout;
}
