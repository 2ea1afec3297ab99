// Libraries that write to CloudWatch on behalf of programs work unchanged.

import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { CloudWatchClient, GetMetricStatisticsCommand } from "@aws-sdk/client-cloudwatch";
import * as sdk from "@aws-sdk/client-cloudwatch-logs";
import winston from "winston";
import WinstonCloudWatch from "winston-cloudwatch";
import { startEmulator } from "./lib/emulator.js";

let emulator;
let options;
let logs;
let cloudwatch;

before(async () => {
  emulator = await startEmulator();
  const credentials = { accessKeyId: "123456789012", secretAccessKey: "secret" };
  options = { endpoint: emulator.endpoint, region: "us-east-1", credentials };
  logs = new sdk.CloudWatchLogsClient(options);
  cloudwatch = new CloudWatchClient(options);
});

after(async () => {
  logs?.destroy();
  cloudwatch?.destroy();
  await emulator?.stop();
});

async function messages(logGroupName) {
  const { events } = await logs.send(new sdk.FilterLogEventsCommand({ logGroupName }));
  return events.map((event) => event.message);
}

it("winston-cloudwatch makes its log group and stream and writes to it", async () => {
  const failures = [];
  const transport = new WinstonCloudWatch({
    logGroupName: "/winston",
    logStreamName: "app",
    retentionInDays: 7,
    awsOptions: options,
    uploadRate: 50,
    jsonMessage: true,
    errorHandler: (error) => failures.push(error),
  });
  const logger = winston.createLogger({ transports: [transport] });

  logger.info("started", { port: 8080 });
  logger.error("card declined");
  await new Promise((resolve) => transport.kthxbye(resolve));
  logger.close();

  assert.deepEqual(failures, []);
  const written = (await messages("/winston")).map((message) => JSON.parse(message));
  // The library itself turns events of the same millisecond round.
  assert.deepEqual(new Set(written), new Set([{ level: "info", message: "started", port: 8080 }, { level: "error", message: "card declined" }]));
  const { logGroups } = await logs.send(new sdk.DescribeLogGroupsCommand({ logGroupNamePrefix: "/winston" }));
  assert.equal(logGroups[0].retentionInDays, 7);
});

it("what aws-embedded-metrics writes becomes a metric", async () => {
  process.env.AWS_EMF_ENVIRONMENT = "Lambda";
  const { createMetricsLogger, Unit } = await import("aws-embedded-metrics");
  const lines = await printed(async () => {
    const metrics = createMetricsLogger();
    metrics.setNamespace("Shop");
    metrics.setDimensions({ Service: "Checkout" });
    metrics.putMetric("Latency", 100, Unit.Milliseconds);
    metrics.putMetric("Latency", 200, Unit.Milliseconds);
    metrics.setProperty("RequestId", "r-1");
    await metrics.flush();
  });
  await logs.send(new sdk.CreateLogGroupCommand({ logGroupName: "/emf" }));
  await logs.send(new sdk.CreateLogStreamCommand({ logGroupName: "/emf", logStreamName: "s" }));

  await logs.send(
    new sdk.PutLogEventsCommand({
      logGroupName: "/emf",
      logStreamName: "s",
      logEvents: lines.map((message) => ({ timestamp: Date.now(), message })),
    }),
  );

  const { Datapoints } = await cloudwatch.send(
    new GetMetricStatisticsCommand({
      Namespace: "Shop",
      MetricName: "Latency",
      Dimensions: [{ Name: "Service", Value: "Checkout" }],
      StartTime: new Date(Date.now() - 3_600_000),
      EndTime: new Date(Date.now() + 3_600_000),
      Period: 86_400,
      Statistics: ["Sum", "SampleCount"],
    }),
  );
  assert.equal(lines.length, 1);
  assert.deepEqual(await messages("/emf"), lines);
  assert.deepEqual(
    Datapoints.map(({ Sum, SampleCount, Unit: unit }) => ({ Sum, SampleCount, unit })),
    [{ Sum: 300, SampleCount: 2, unit: "Milliseconds" }],
  );
});

/** The lines that an action prints: in Lambda that is where the library writes to. */
async function printed(action) {
  const lines = [];
  const print = console.log;
  console.log = (line) => lines.push(line);
  try {
    await action();
  } finally {
    console.log = print;
  }

  return lines;
}
