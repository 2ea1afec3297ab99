// What goes wrong on purpose, as real clients live through it: they try again as often as they promise, and what they report is so.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { clients } from "./lib/clients.js";
import { startEmulator } from "./lib/emulator.js";

const region = "us-east-1";
const stream = { logGroupName: "/app", logStreamName: "web" };
const calls = 40;

/** How often each tries in all, by the documentation of its default retry mode: 3 in "standard", 5 in "legacy". */
const promised = { boto3: [5], "AWS CLI": [3, 5], default: [3] };

let emulator;

before(async () => {
  emulator = await startEmulator();
});

after(() => emulator?.stop());

describe("With faults", { concurrency: true }, () => {
  clients
    .filter(({ name, services }) => services.includes("logs") && name !== "JavaScript SDK, CBOR") // Logs speaks awsJson only.
    .forEach((client, index) => {
      const account = String(410000000000 + index);

      describe(client.name, { concurrency: 1 }, () => {
        before(async () => {
          client.start(emulator.endpoint);
          await succeed(client, account, "CreateLogGroup", { logGroupName: stream.logGroupName });
          await succeed(client, account, "CreateLogStream", stream);
        });

        after(() => client.stop());

        it("tries as often as it promises when every request is throttled", async () => {
          const id = await addFault({ kind: "throttling", operation: "PutLogEvents", account });
          const { error } = await put(client, account, "never");
          await removeFault(id);

          assert.equal(error.code, "ThrottlingException");
          assert.ok((promised[client.name] ?? promised.default).includes((await attempts(account)).get("never").length));
        });

        it("gets every event in exactly once when three in ten requests are throttled", async () => {
          const most = (await attempts(account)).get("never").length;
          const id = await addFault({ kind: "throttling", operation: "PutLogEvents", account, rate: 0.3, seed: 7 + index });
          const reported = new Map();
          for (let i = 0; i < calls; i++) {
            reported.set(`event ${i}`, (await put(client, account, `event ${i}`)).error?.code);
          }

          const applied = await removeFault(id);
          assert.ok(applied > 0, "no request was throttled");

          const seen = await attempts(account);
          for (const [message, error] of reported) {
            const failed = seen.get(message).filter((code) => code === "ThrottlingException").length;
            const expected = error === undefined ? [...Array(failed).fill("ThrottlingException"), undefined] : Array(most).fill(error);
            assert.deepEqual(seen.get(message), expected, message);
          }

          const { output } = await succeed(client, account, "FilterLogEvents", { logGroupName: stream.logGroupName });
          const stored = output.events.map(({ message }) => message).sort();
          assert.deepEqual(stored, [...reported].filter(([, error]) => error === undefined).map(([message]) => message).sort());
        });

        it("writes twice when the answer to the first attempt is lost", async () => {
          await addFault({ kind: "dropConnection", operation: "PutLogEvents", account, count: 1, afterHandling: true });
          const { error } = await put(client, account, "lost");

          const filter = { logGroupName: stream.logGroupName, filterPattern: '"lost"' };
          const { output } = await succeed(client, account, "FilterLogEvents", filter);
          assert.equal(error, undefined);
          assert.equal(output.events.length, 2);
        });

        it("reads which events were not taken", async () => {
          await addFault({ kind: "rejectLogEvents", account, count: 1, tooOld: 1 });
          const logEvents = ["first", "second"].map((message) => ({ timestamp: Date.now(), message }));
          const { output } = await succeed(client, account, "PutLogEvents", { ...stream, logEvents });

          assert.deepEqual(output.rejectedLogEventsInfo, { tooOldLogEventEndIndex: 1 });
        });

        it("is seen by a test that waits for its request", async () => {
          const query = `operation=DescribeLogStreams&account=${account}&count=1&wait=PT20S`;
          const waiting = fetch(`${emulator.endpoint}/_emulator/requests?${query}`);
          await succeed(client, account, "DescribeLogStreams", { logGroupName: stream.logGroupName });
          const { requests } = await (await waiting).json();

          assert.deepEqual(requests[0].input, { logGroupName: stream.logGroupName });
        });
      });
    });
});

const call = (client, account, operation, input) => client.call({ service: "logs", operation, input, account, region, paginate: false, pageSize: null });

const put = (client, account, message) =>
  call(client, account, "PutLogEvents", { ...stream, logEvents: [{ timestamp: Date.now(), message }] });

async function succeed(client, account, operation, input) {
  const answer = await call(client, account, operation, input);
  assert.equal(answer.error, undefined, `${operation}: ${JSON.stringify(answer.error)}`);
  return answer;
}

/** What each attempt at PutLogEvents was answered, as a list of error codes by message. */
async function attempts(account) {
  const { requests } = await control(`requests?operation=PutLogEvents&account=${account}`);
  const found = new Map();
  for (const { input, errorCode } of requests) {
    const { message } = input.logEvents[0];
    found.set(message, [...(found.get(message) ?? []), errorCode]);
  }

  return found;
}

const addFault = async (fault) => (await control("faults", { method: "POST", body: JSON.stringify(fault) })).id;

/** Resolves to how many requests it has befallen. */
async function removeFault(id) {
  const { faults } = await control("faults");
  await control(`faults?id=${id}`, { method: "DELETE" });
  return faults.find((fault) => fault.id === id).applied;
}

async function control(path, options) {
  const answer = await fetch(`${emulator.endpoint}/_emulator/${path}`, options);
  const body = await answer.text();
  assert.ok(answer.ok, `${path}: ${body}`);
  return body === "" ? undefined : JSON.parse(body);
}
