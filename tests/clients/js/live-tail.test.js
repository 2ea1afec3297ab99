// Live Tail through the SDKs that can read event streams.
//
// Debian's boto3 (1.29) and AWS CLI 2.9 are older than StartLiveTail (November 2023), and version 2 of the JavaScript SDK cannot read event
// streams of this protocol. What they and newer ones would get is compared by the byte with what botocore was seen to take: EventStreamTests.

import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import * as current from "@aws-sdk/client-cloudwatch-logs";
import * as old from "cloudwatch-logs-3600";
import { startEmulator } from "./lib/emulator.js";
import { logs as request, send } from "./lib/raw.js";

const arn = (group) => `arn:aws:logs:us-east-1:123456789012:log-group:${group}`;

let emulator;

before(async () => {
  emulator = await startEmulator();
});

after(() => emulator?.stop());

for (const [name, sdk] of Object.entries({ "JavaScript SDK": current, "JavaScript SDK 3.600": old })) {
  describe(name, () => {
    const group = `/tail/${name.replaceAll(" ", "-")}`;
    let logs;

    before(async () => {
      logs = new sdk.CloudWatchLogsClient({
        endpoint: emulator.endpoint,
        region: "us-east-1",
        credentials: { accessKeyId: "123456789012", secretAccessKey: "secret" },
        disableHostPrefix: true,
      });
      await logs.send(new sdk.CreateLogGroupCommand({ logGroupName: group }));
      await logs.send(new sdk.CreateLogStreamCommand({ logGroupName: group, logStreamName: "web-1" }));
    });

    after(() => logs?.destroy());

    const put = (...messages) =>
      logs.send(
        new sdk.PutLogEventsCommand({
          logGroupName: group,
          logStreamName: "web-1",
          logEvents: messages.map((message) => ({ timestamp: Date.now(), message })),
        }),
      );

    const tail = async (input) => {
      const { responseStream } = await logs.send(new sdk.StartLiveTailCommand({ logGroupIdentifiers: [arn(group)], ...input }));
      return responseStream[Symbol.asyncIterator]();
    };

    it("shows the events that match, as they come in", async () => {
      const events = await tail({ logStreamNamePrefixes: ["web-"], logEventFilterPattern: "ERROR" });
      const { sessionStart } = (await events.next()).value;
      await put("ERROR one", "fine", "ERROR two ✓");

      const results = [];
      while (results.length < 2) {
        const { sessionUpdate } = (await events.next()).value;
        assert.equal(sessionUpdate.sessionMetadata.sampled, false);
        results.push(...sessionUpdate.sessionResults);
      }

      await events.return();
      assert.deepEqual(sessionStart.logGroupIdentifiers, [arn(group)]);
      assert.deepEqual(sessionStart.logStreamNamePrefixes, ["web-"]);
      assert.equal(sessionStart.logEventFilterPattern, "ERROR");
      assert.deepEqual(results.map((result) => result.message), ["ERROR one", "ERROR two ✓"]);
      assert.equal(results[0].logStreamName, "web-1");
      assert.equal(results[0].logGroupIdentifier, `123456789012:${group}`);
      assert.equal(typeof results[0].ingestionTime, "number");
    });

    it("samples more than 500 events a second", async () => {
      const events = await tail();
      await events.next();
      await put(...Array.from({ length: 600 }, (_, index) => `event ${index}`));

      let update;
      do {
        update = (await events.next()).value.sessionUpdate;
      } while (update.sessionResults.length === 0);

      await events.return();
      assert.equal(update.sessionMetadata.sampled, true);
      assert.equal(update.sessionResults.length, 500);
    });

    it("throws SessionTimeoutException after three hours of the emulator's clock", async () => {
      const events = await tail();
      await events.next();
      await fetch(`${emulator.endpoint}/_emulator/clock`, { method: "POST", body: '{"advance":"PT3H"}' });

      await assert.rejects(
        async () => {
          while (!(await events.next()).done);
        },
        { name: "SessionTimeoutException" },
      );
      await fetch(`${emulator.endpoint}/_emulator/clock`, { method: "POST", body: '{"mode":"real"}' });
    });

    it("throws an ordinary error when the stream does not begin", async () => {
      await assert.rejects(tail({ logGroupIdentifiers: [arn("none")] }), {
        name: "ResourceNotFoundException",
        message: "The specified log group does not exist.",
      });
      await assert.rejects(tail({ logStreamNames: ["a"], logStreamNamePrefixes: ["b"] }), { name: "InvalidParameterException" });
    });
  });
}

it("an object that no pointer leads to", async () => {
  const { status, code } = await send(emulator.endpoint, request("GetLogObject", '{"logObjectPointer":"x"}'));

  assert.deepEqual([status, code], [400, "ResourceNotFoundException"]);
});
