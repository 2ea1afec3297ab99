// The README's examples work as they are printed, but for the port.

import assert from "node:assert/strict";
import { execFile, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { after, before, it } from "node:test";
import { promisify } from "node:util";
import { python } from "./lib/child.js";
import { program, root, startEmulator } from "./lib/emulator.js";

const readme = readFileSync(`${root}README.md`, "utf8");
const record = (name) => readFileSync(`${root}tests/clients/data/${name}`, "utf8");
const runFile = promisify(execFile);

let emulator;

before(async () => {
  emulator = await startEmulator();
});

after(() => emulator?.stop());

it("Run it, as a program", async () => {
  const [command] = example("bash", "make run").split("#");
  const server = spawn("bash", ["-c", `${command} ARGS="--port 0"`], { cwd: root, detached: true });
  try {
    const answer = await fetch(`${await addressOf(server)}/_emulator/health`);

    assert.equal(answer.status, 200);
  } finally {
    process.kill(-server.pid, "SIGTERM");
  }
});

it("The first example, with the AWS CLI", async () => {
  const output = await bash(example("bash", "create-log-group"));

  const documents = output.split(/^(?=\{)/m).map((text) => JSON.parse(text));
  const found = documents.find((document) => "events" in document);
  const answer = documents.find((document) => "results" in document);
  const statistics = documents.find((document) => "Datapoints" in document);
  assert.equal(found.events[0].message, record("sms-failure.json").trimEnd());
  assert.deepEqual(answer.results, [
    [
      { field: "reason", value: "Unknown error attempting to reach phone" },
      { field: "messages", value: "1" },
    ],
  ]);
  assert.deepEqual([statistics.Datapoints[0].Average, statistics.Datapoints[0].Maximum], [20, 20]);
});

it("The same in Python", async () => {
  const output = await run(python(), ["-c", example("python", "boto3")], root);

  assert.ok(output.startsWith(record("sms-success.json")));
  assert.match(output, /'MetricName': 'MissedCalls'/);
});

it("The same in JavaScript", async () => {
  const output = await run("node", ["--input-type=module", "--eval", example("javascript", "CloudWatchClient")], import.meta.dirname);

  assert.match(output, /\[ 1200 \]/);
});

it("The emulator's own endpoints", async () => {
  const output = await bash(example("bash", "_emulator/clock"));

  assert.match(output, /"now": "2026-01-05T10:00:00/);
  assert.match(output, /"mode": "real"[^}]*\}\s*$/);
});

it("The options are those that the program knows", async () => {
  const { stdout } = await runFile(program, ["--help"]);
  const known = [...stdout.matchAll(/^ +(--[a-z-]+)/gm)].map(([, name]) => name);
  const documented = [...readme.matchAll(/^\| `(--[a-z-]+)`/gm)].map(([, name]) => name);

  assert.deepEqual(documented, known.filter((name) => !["--help", "--version"].includes(name)));
});

it("Every command is run by a test: here, or by the suite of the container", () => {
  const blocks = [...readme.matchAll(/^```bash\n(.*?)^```/gms)].map(([, block]) => block);
  const run = ["docker run", "make run", "create-log-group", "_emulator/clock"];

  for (const block of blocks) {
    assert.ok(run.some((command) => block.includes(command)), `no test runs\n${block}`);
  }
});

it("Its links lead somewhere", () => {
  for (const [, target] of readme.matchAll(/\]\((?!https?:)([^)#]+)\)/g)) {
    assert.ok(existsSync(`${root}${target}`), `${target} does not exist`);
  }
});

/** Resolves to the address that a server prints when it listens. */
function addressOf(server) {
  return new Promise((resolve, reject) => {
    let output = "";
    for (const stream of [server.stdout, server.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        output += text;
        const address = /listens on (http:\/\/\S+:\d+)/.exec(output);
        if (address !== null) {
          resolve(address[1]);
        }
      });
    }

    server.once("close", () => reject(new Error(output)));
  });
}

/** The first example in a language that holds a word, with the address of our server. */
function example(language, word) {
  const blocks = [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\``, "gms"))].map(([, block]) => block);
  const block = blocks.find((block) => block.includes(word));
  assert.notEqual(block, undefined, `the README has no ${language} example with ${word}`);
  return block.replaceAll("http://localhost:4566", emulator.endpoint);
}

/** Debian's clients come first: they are the ones that the README promises. */
function bash(script) {
  return run("bash", ["-euo", "pipefail", "-c", script], root, { PATH: `/usr/bin:${process.env.PATH}`, AWS_PAGER: "" });
}

async function run(command, options, directory, environment = {}) {
  const { stdout } = await runFile(command, options, { cwd: directory, env: { ...process.env, ...environment } });
  return stdout;
}
