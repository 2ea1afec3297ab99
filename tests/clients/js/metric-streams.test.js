// What a metric stream that a real client has put sends to its Firehose stream. Source: CloudWatch user guide, "JSON format" of metric streams.

import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { CloudWatchClient, PutMetricDataCommand, PutMetricStreamCommand } from "@aws-sdk/client-cloudwatch";
import { startEmulator } from "./lib/emulator.js";
import { startTarget } from "./lib/targets.js";

const account = "123456789012";
const firehose = `arn:aws:firehose:us-east-1:${account}:deliverystream/metrics`;
const start = new Date("2026-01-05T09:00:00Z");

let target;
let emulator;
let cloudWatch;

before(async () => {
  target = await startTarget();
  emulator = await startEmulator(["--port", "0", "--deliver", `firehose=${target.url}`]);
  const credentials = { accessKeyId: account, secretAccessKey: "secret" };
  cloudWatch = new CloudWatchClient({ endpoint: emulator.endpoint, region: "us-east-1", credentials });
});

after(async () => {
  cloudWatch?.destroy();
  await emulator?.stop();
  await target?.stop();
});

async function clock(setting) {
  const body = JSON.stringify(setting);
  const headers = { "Content-Type": "application/json" };
  const response = await fetch(`${emulator.endpoint}/_emulator/clock`, { method: "POST", headers, body });
  assert.ok(response.ok, await response.clone().text());
}

it("a metric stream puts a minute of its metrics into Firehose, a line of JSON each, not compressed", async () => {
  await clock({ freeze: start.toISOString() });
  await cloudWatch.send(
    new PutMetricStreamCommand({
      Name: "shop",
      FirehoseArn: firehose,
      RoleArn: `arn:aws:iam::${account}:role/metrics`,
      OutputFormat: "json",
      IncludeFilters: [{ Namespace: "Shop" }],
      StatisticsConfigurations: [
        { IncludeMetrics: [{ Namespace: "Shop", MetricName: "Latency" }], AdditionalStatistics: ["p50"] },
      ],
    }),
  );
  const Dimensions = [{ Name: "Page", Value: "cart" }];
  const MetricData = [0, 2, 18].map((Value) => ({ MetricName: "Latency", Dimensions, Value, Unit: "Seconds", Timestamp: start }));
  await cloudWatch.send(new PutMetricDataCommand({ Namespace: "Shop", MetricData }));
  await cloudWatch.send(
    new PutMetricDataCommand({ Namespace: "Shop", MetricData: [{ MetricName: "Orders", Value: 3, Timestamp: start }] }),
  );

  await clock({ advance: "PT1M" });

  const [request] = await target.next(1);
  assert.equal(request.headers["x-amz-target"], "Firehose_20150804.PutRecordBatch");
  const { DeliveryStreamName, Records } = JSON.parse(request.body);
  assert.equal(DeliveryStreamName, "metrics");
  assert.equal(Records.length, 1);
  const text = Buffer.from(Records[0].Data, "base64").toString("utf8");
  assert.ok(text.endsWith("\n"));
  const common = { metric_stream_name: "shop", account_id: account, region: "us-east-1", namespace: "Shop", timestamp: +start };
  const records = text.trimEnd().split("\n").map((line) => JSON.parse(line));
  records.sort((left, right) => left.metric_name.localeCompare(right.metric_name));
  assert.deepEqual(records, [
    {
      ...common,
      metric_name: "Latency",
      dimensions: { Page: "cart" },
      value: { count: 3, sum: 20, max: 18, min: 0, p50: 2 },
      unit: "Seconds",
    },
    { ...common, metric_name: "Orders", dimensions: {}, value: { count: 1, sum: 3, max: 3, min: 3 }, unit: "None" },
  ]);

  const query = new URLSearchParams({ source: "metric-stream", target: firehose, state: "SUCCEEDED", count: "1", wait: "PT30S" });
  const { deliveries } = await (await fetch(`${emulator.endpoint}/_emulator/deliveries?${query}`)).json();
  assert.equal(deliveries[0].sourceArn, `arn:aws:cloudwatch:us-east-1:${account}:metric-stream/shop`);
  assert.deepEqual(deliveries[0].payload.map((record) => record.metric_name).sort(), ["Latency", "Orders"]);
});

it("a metric stream in a format of OpenTelemetry puts bytes into Firehose, and the outbox shows what they say", async () => {
  target.requests.length = 0;
  await cloudWatch.send(
    new PutMetricStreamCommand({
      Name: "telemetry",
      FirehoseArn: `${firehose}-otel`,
      RoleArn: `arn:aws:iam::${account}:role/metrics`,
      OutputFormat: "opentelemetry1.0",
      IncludeFilters: [{ Namespace: "Telemetry" }],
    }),
  );
  await cloudWatch.send(
    new PutMetricDataCommand({ Namespace: "Telemetry", MetricData: [{ MetricName: "Orders", Value: 3, Unit: "Count" }] }),
  );

  await clock({ advance: "PT1M" });

  const [request] = await target.next(1);
  const data = Buffer.from(JSON.parse(request.body).Records[0].Data, "base64");
  assert.equal((data[0] & 0x7f) | (data[1] << 7), data.length - 2);
  const strings = data.toString("latin1");
  assert.ok(strings.includes("amazonaws.com/Telemetry/Orders") && strings.includes("{Count}"));

  const query = new URLSearchParams({ target: `${firehose}-otel`, state: "SUCCEEDED", count: "1", wait: "PT30S" });
  const { deliveries } = await (await fetch(`${emulator.endpoint}/_emulator/deliveries?${query}`)).json();
  assert.deepEqual(deliveries[0].payload[0].value, { count: 1, sum: 3, max: 3, min: 3 });
});
