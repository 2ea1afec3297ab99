// What Terraform's provider calls for docs/examples/terraform, byte for byte as provider 5.100 was recorded: create, read back, a second
// plan, destroy. The provider itself is not installed here. It speaks Query to CloudWatch and awsJson to Logs.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, it } from "node:test";
import { root, startEmulator } from "./lib/emulator.js";
import { logs as logsRequest, query as queryRequest, send } from "./lib/raw.js";
import { applied, resources } from "./lib/terraform.js";

let emulator;

before(async () => {
  emulator = await startEmulator();
  await fetch(`${emulator.endpoint}/_emulator/clock`, { method: "POST", body: '{"freeze":"2026-01-05T09:00:00Z"}' });
});

after(() => emulator?.stop());

describe("Terraform", () => {
  const known = {};

  it("has a recorded exchange for every resource of the example", () => {
    const example = readFileSync(`${root}docs/examples/terraform/main.tf`, "utf8");
    const types = [...example.matchAll(/^resource "(\w+)"/gm)].map(([, type]) => type);

    assert.deepEqual(types, resources.map(({ type }) => type));
  });

  for (const { type, create, read } of resources) {
    it(`creates ${type} and reads it back`, async () => {
      for (const call of create) {
        Object.assign(known, applied(call, await succeed(call)));
      }

      await check(read);
    });
  }

  for (const { type, read } of resources) {
    it(`plans no change of ${type} when everything is there`, () => check(read));
  }

  for (const { type, read, destroy, gone } of [...resources].reverse()) {
    it(`destroys ${type}, which is gone then`, async () => {
      for (const call of destroy) {
        await succeed(call);
      }

      const answer = await sendCall(read[0]);
      gone(answer);
    });
  }

  /** What the provider compares with its state is as it was created. */
  async function check(calls) {
    for (const call of calls) {
      call.expect(await succeed(call));
    }
  }

  async function succeed(call) {
    const answer = await sendCall(call);
    assert.equal(answer.status, 200, answer.text);
    return answer.text;
  }

  async function sendCall({ query, logs, body }) {
    const filled = (query ?? body).replace(/\{(\w+)\}/g, (whole, name) => known[name] ?? whole);
    const { status, body: bytes } = await send(
      emulator.endpoint,
      query === undefined ? logsRequest(logs, filled) : queryRequest(filled),
    );
    return { status, text: bytes.toString().replace(/<RequestId>.*?<\/RequestId>/, "") };
  }
});
