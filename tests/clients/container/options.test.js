// Every option is an environment variable; what is wrong with one can be read.

import assert from "node:assert/strict";
import { CreateLogGroupCommand, DescribeLogGroupsCommand } from "@aws-sdk/client-cloudwatch-logs";
import { it } from "node:test";
import { clientsOf, emulator, endpointOf, engine, image } from "./lib/container.js";

it("Options come from the environment", async () => {
  const container = await emulator()
    .withEnvironment({ CLOUDWATCH_EMULATOR_ACCOUNT: "222222222222", CLOUDWATCH_EMULATOR_REQUESTS: "1" })
    .start();
  try {
    const { logs } = clientsOf(container);
    await logs.send(new CreateLogGroupCommand({ logGroupName: "g" }));
    const { logGroups } = await logs.send(new DescribeLogGroupsCommand({}));
    const { requests } = await (await fetch(`${endpointOf(container)}/_emulator/requests`)).json();

    assert.equal(logGroups[0].logGroupArn, "arn:aws:logs:us-east-1:222222222222:log-group:g");
    assert.deepEqual(requests.map(({ operation }) => operation), ["DescribeLogGroups"]);
  } finally {
    await container.stop();
  }
});

it("Options come as arguments too, which win", async () => {
  const container = await emulator()
    .withEnvironment({ CLOUDWATCH_EMULATOR_ACCOUNT: "222222222222" })
    .withCommand(["--account", "333333333333"])
    .start();
  try {
    const { logs } = clientsOf(container);
    await logs.send(new CreateLogGroupCommand({ logGroupName: "g" }));
    const { logGroups } = await logs.send(new DescribeLogGroupsCommand({}));

    assert.match(logGroups[0].arn, /:333333333333:/);
  } finally {
    await container.stop();
  }
});

it("A fixture comes from the environment, and any credentials see it", async () => {
  const container = await emulator().withEnvironment({ CLOUDWATCH_EMULATOR_FIXTURE: "sms:small" }).start();
  try {
    const { logGroups } = await clientsOf(container).logs.send(new DescribeLogGroupsCommand({ logGroupNamePrefix: "sns/" }));

    assert.ok(logGroups.length > 0, "the world of text messages has log groups of Amazon SNS");
  } finally {
    await container.stop();
  }
});

it("A container that cannot start says why, and ends", async () => {
  const container = await (await engine()).createContainer({ Image: image, Env: ["CLOUDWATCH_EMULATOR_PORT=http"] });
  try {
    await container.start();
    const { StatusCode } = await container.wait();
    const output = (await container.logs({ stdout: true, stderr: true })).toString();

    assert.equal(StatusCode, 2);
    assert.match(output, /CLOUDWATCH_EMULATOR_PORT must be a number from 0 to 65535, not 'http'\./);
  } finally {
    await container.remove({ force: true, v: true });
  }
});
