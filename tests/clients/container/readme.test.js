// The README's way to run the image, and its Testcontainers example for Node.js, work as they are printed, but for names and ports.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { it } from "node:test";
import { promisify } from "node:util";
import { image } from "./lib/container.js";

const readme = readFileSync(new URL("../../../README.md", import.meta.url), "utf8");
const runFile = promisify(execFile);

it("Run it", async () => {
  const [name, port] = [`cloudwatch-${randomUUID()}`, await freePort()];
  const script = example("bash", "docker run")
    .replace("make image\n", "") // Done before this suite.
    .replace("--name cloudwatch", `--name ${name}`)
    .replace("cloudwatch-data:", `${name}:`)
    .replaceAll("4566:4566", `127.0.0.1:${port}:4566`)
    .replaceAll("localhost:4566", `127.0.0.1:${port}`);
  try {
    const { stdout } = await bash(script);

    assert.match(stdout, /"services"/);
  } finally {
    await bash(`docker rm --force ${name} && docker volume rm --force ${name}`);
  }
});

it("In a container of a test", async () => {
  const script = example("javascript", "GenericContainer").replace('"cloudwatch-emulator"', JSON.stringify(image));
  const check = 'console.log((await fetch(endpoint + "/_emulator/health")).status);\nawait container.stop();';
  const options = ["--input-type=module", "--eval", `${script}\n${check}`];
  const { stdout } = await runFile("node", options, { cwd: import.meta.dirname });

  assert.equal(stdout.trim(), "200");
});

/** The first example in a language that holds a text. */
function example(language, text) {
  const blocks = [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, "gms"))].map(([, block]) => block);
  const block = blocks.find((block) => block.includes(text));
  assert.notEqual(block, undefined, `the README has no ${language} example with ${text}`);
  return block;
}

/** Where there is Podman, it stands for Docker, as the README says. */
const bash = (script) =>
  runFile("bash", ["-euo", "pipefail", "-c", `docker() { command "$ENGINE" "$@"; }\n${script}`]);

function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
