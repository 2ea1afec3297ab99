// Every operation that the current SDK knows is one that the emulator knows: it is served, or it answers that it is not built.
// Query is left to the other suites: this SDK, given no input, sends a form without an action.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { current, protocols } from "./lib/clients.js";
import { startEmulator } from "./lib/emulator.js";
import { sdkClient } from "./lib/sdk.js";

const { awsJson, CBOR } = protocols;
const unknown = ["UnknownOperationException", "InvalidAction"];

let emulator;

before(async () => {
  emulator = await startEmulator();
});

after(() => emulator?.stop());

for (const [service, module] of Object.entries(current)) {
  for (const [protocol, options] of Object.entries(service === "logs" ? { awsJson } : { awsJson, CBOR })) {
    describe(`Operations of ${service} over ${protocol}`, () => {
      const client = sdkClient(protocol, { [service]: module }, options, { recent: true });
      before(() => client.start(emulator.endpoint));
      after(() => client.stop());

      for (const operation of operationsOf(module)) {
        it(operation, async () => {
          const request = { service, operation, input: {}, account: "100000000000", region: "us-east-1" };
          const { error } = await client.call(request);

          if (error === undefined) {
            return;
          }

          assert.ok(!unknown.includes(error.code), `the emulator does not know ${operation}`);
          if (error.status === 501) {
            assert.equal(error.code, "NotImplemented");
            assert.match(error.message, new RegExp(`\\b${operation}\\b`));
            assert.equal(error.attempts, 1, "the SDK should not try again");
          } else {
            assert.ok(error.status >= 400 && error.status < 500, `answered ${error.status} ${error.code}: ${error.message}`);
          }
        });
      }
    });
  }
}

/** The names of the operations that an SDK package has commands for. */
function operationsOf(module) {
  const names = Object.keys(module).filter((name) => /^[A-Z]\w+Command$/.test(name));
  assert.ok(names.length >= 50, "the SDK exports its commands under other names than before");
  return names.map((name) => name.replace(/Command$/, ""));
}
