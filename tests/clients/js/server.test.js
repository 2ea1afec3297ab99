// The program: its options, its address, its health, its end.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { afterEach, it } from "node:test";
import { program, startEmulator } from "./lib/emulator.js";

let running = [];

afterEach(async () => {
  await Promise.all(running.map((emulator) => emulator.stop()));
  running = [];
});

it("says in one line where it listens", async () => {
  const emulator = await start();

  assert.match(emulator.output(), /^[^\n]*http:\/\/127\.0\.0\.1:\d+[^\n]*\n$/);
});

it("says that it is healthy", async () => {
  const emulator = await start();

  const response = await fetch(`${emulator.endpoint}/_emulator/health`);
  const health = await response.json();

  assert.equal(response.status, 200);
  assert.equal(typeof health.version, "string");
  assert.ok(Math.abs(new Date(health.clock.now) - Date.now()) < 5000);
});

for (const signal of ["SIGTERM", "SIGINT"]) {
  it(`ends within a second of ${signal}, with connections open`, async () => {
    const emulator = await start();
    await (await fetch(`${emulator.endpoint}/_emulator/health`)).text();

    const end = await emulator.stop(signal);

    assert.equal(end.code, 0);
    assert.ok(end.milliseconds < 1000, `took ${end.milliseconds} ms`);
  });
}

it("takes its options from the environment", async () => {
  const emulator = await start([], {
    CLOUDWATCH_EMULATOR_HOST: "127.0.0.1",
    CLOUDWATCH_EMULATOR_PORT: "0",
    CLOUDWATCH_EMULATOR_ACCOUNT: "123412341234",
    CLOUDWATCH_EMULATOR_REGION: "eu-central-1",
  });

  assert.equal(await arnOfNewGroup(emulator), "arn:aws:logs:eu-central-1:123412341234:log-group:g:*");
});

it("prefers its options on the command line", async () => {
  const emulator = await start(["--port", "0", "--account", "222222222222", "--region", "us-west-2"], {
    CLOUDWATCH_EMULATOR_ACCOUNT: "123412341234",
    CLOUDWATCH_EMULATOR_REGION: "eu-central-1",
  });

  assert.equal(await arnOfNewGroup(emulator), "arn:aws:logs:us-west-2:222222222222:log-group:g:*");
});

it("refuses an option that it does not know, and says so", () => {
  const { status, stderr } = spawnSync(program, ["--prot", "1"], { encoding: "utf8" });

  assert.notEqual(status, 0);
  assert.match(stderr, /--prot/);
});

it("does not start on a port that is taken", async () => {
  const first = await start();

  const { status, stderr } = spawnSync(program, ["--port", new URL(first.endpoint).port], { encoding: "utf8" });

  assert.notEqual(status, 0);
  assert.match(stderr, /in use/);
  assert.doesNotMatch(stderr, /^\s+at /m, "a stack trace is no message for a user");
});

/** Starts a server that ends with its test. */
async function start(...options) {
  const emulator = await startEmulator(...options);
  running.push(emulator);
  return emulator;
}

/** Makes a log group without saying who asks, and reads its ARN. */
async function arnOfNewGroup(emulator) {
  await call(emulator, "CreateLogGroup", { logGroupName: "g" });
  const { logGroups } = await (await call(emulator, "DescribeLogGroups", {})).json();
  return logGroups[0].arn;
}

function call(emulator, operation, input) {
  return fetch(emulator.endpoint, {
    method: "POST",
    headers: { "X-Amz-Target": `Logs_20140328.${operation}`, "Content-Type": "application/x-amz-json-1.1" },
    body: JSON.stringify(input),
  });
}
