// What is in the image, and how it starts, answers and ends.

import assert from "node:assert/strict";
import http from "node:http";
import { PutMetricDataCommand, GetMetricStatisticsCommand } from "@aws-sdk/client-cloudwatch";
import { CreateLogGroupCommand, DescribeLogGroupsCommand } from "@aws-sdk/client-cloudwatch-logs";
import { after, before, describe, it } from "node:test";
import { clientsOf, emulator, endpointOf, engine, image } from "./lib/container.js";

describe("The image", () => {
  let inspected;

  before(async () => {
    inspected = await (await engine()).getImage(image).inspect();
  });

  it("takes less than 120 MB uncompressed", () => {
    console.log(`    ${(inspected.Size / 1e6).toFixed(1)} MB with its base image`);
    assert.ok(inspected.Size < 120e6, `${inspected.Size} bytes`);
  });

  it("runs as a user without rights, with its data in a volume", () => {
    assert.equal(inspected.Config.User, "1654:1654");
    assert.deepEqual(Object.keys(inspected.Config.Volumes), ["/data"]);
    assert.deepEqual(Object.keys(inspected.Config.ExposedPorts), ["4566/tcp"]);
  });

  it("asks the program itself whether it is well", async () => {
    const container = await (await engine()).createContainer({ Image: image });
    try {
      const { Healthcheck } = (await container.inspect()).Config;
      assert.deepEqual(Healthcheck.Test, ["CMD", "/app/cloudwatch-emulator", "health"]);
    } finally {
      await container.remove({ v: true });
    }
  });
});

describe("A container", () => {
  let container;
  let clients;

  before(async () => {
    container = await emulator().start();
    clients = clientsOf(container);
  });

  after(() => container?.stop());

  it("serves the AWS SDK through its mapped port", async () => {
    const Timestamp = new Date();
    await clients.cloudwatch.send(new PutMetricDataCommand({ Namespace: "App", MetricData: [{ MetricName: "Calls", Value: 3, Timestamp }] }));
    const { Datapoints } = await clients.cloudwatch.send(
      new GetMetricStatisticsCommand({
        Namespace: "App",
        MetricName: "Calls",
        StartTime: new Date(Timestamp.getTime() - 3_600_000),
        EndTime: new Date(Timestamp.getTime() + 60_000),
        Period: 86_400,
        Statistics: ["Sum"],
      }),
    );

    assert.equal(Datapoints[0].Sum, 3);
  });

  it("says that it is well, without a shell", async () => {
    assert.equal((await container.exec(["/app/cloudwatch-emulator", "health"])).exitCode, 0);
    assert.equal((await container.exec(["/app/cloudwatch-emulator", "health", "--port", "1"])).exitCode, 1);
  });

  it("is reached by whatever name a network gives it", async () => {
    for (const name of ["cloudwatch:4566", "stream-cloudwatch", "emulator.test.internal:4566", "172.18.0.2:4566"]) {
      assert.equal(await statusFor(name), 200, name);
    }
  });

  it("refuses web pages from elsewhere, as it does outside of a container", async () => {
    const answer = await fetch(`${endpointOf(container)}/_emulator/health`, { headers: { Origin: "https://example.com" } });

    assert.equal(answer.status, 403);
  });

  it("shares nothing with another one beside it", async () => {
    const other = await emulator().start();
    try {
      await clients.logs.send(new CreateLogGroupCommand({ logGroupName: "here" }));
      const { logGroups } = await clientsOf(other).logs.send(new DescribeLogGroupsCommand({}));

      assert.notEqual(endpointOf(other), endpointOf(container));
      assert.deepEqual(logGroups, []);
    } finally {
      await other.stop();
    }
  });

  /** The status of a request under another host name; fetch would not send one. */
  function statusFor(host) {
    return new Promise((resolve, reject) => {
      http
        .get(`${endpointOf(container)}/_emulator/health`, { headers: { Host: host } }, (answer) => {
          answer.resume();
          resolve(answer.statusCode);
        })
        .on("error", reject);
    });
  }
});
