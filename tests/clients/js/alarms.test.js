// Alarms as tools use them: the command line's waiters, and an alarm that fires while the clock is moved.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { after, before, it } from "node:test";
import { promisify } from "node:util";
import { startEmulator } from "./lib/emulator.js";

const runFile = promisify(execFile);

let emulator;

before(async () => {
  emulator = await startEmulator();
  await control("clock", { freeze: "2026-01-05T09:00:00Z" });
});

after(() => emulator?.stop());

it("The command line waits for alarms that exist", async () => {
  await aws(
    ...["put-metric-alarm", "--alarm-name", "latency", "--namespace", "Shop", "--metric-name", "Latency", "--statistic", "Average"],
    ...["--period", "60", "--evaluation-periods", "1", "--threshold", "1", "--comparison-operator", "GreaterThanThreshold"],
  );
  await aws("put-composite-alarm", "--alarm-name", "shop", "--alarm-rule", "ALARM(latency)");

  await aws("wait", "alarm-exists", "--alarm-names", "latency");
  await aws("wait", "composite-alarm-exists", "--alarm-names", "shop", "--alarm-types", "CompositeAlarm");
});

it("An alarm and its composite fire within the minute that is advanced", async () => {
  await aws("put-metric-data", "--namespace", "Shop", "--metric-name", "Latency", "--value", "2", "--timestamp", "2026-01-05T09:00:00Z");

  await control("clock", { advance: "PT1M" });

  const alarms = JSON.parse(await aws("describe-alarms", "--state-value", "ALARM", "--alarm-types", "MetricAlarm", "CompositeAlarm"));
  assert.deepEqual(
    [alarms.MetricAlarms.map((alarm) => alarm.AlarmName), alarms.CompositeAlarms.map((alarm) => alarm.AlarmName)],
    [["latency"], ["shop"]],
  );
});

async function aws(...command) {
  const args = ["--endpoint-url", emulator.endpoint, "--region", "us-east-1", "cloudwatch", ...command];
  const env = { ...process.env, PATH: `/usr/bin:${process.env.PATH}`, AWS_ACCESS_KEY_ID: "test", AWS_SECRET_ACCESS_KEY: "test" };
  const { stdout } = await runFile("aws", args, { env });
  return stdout;
}

async function control(path, body) {
  const response = await fetch(`${emulator.endpoint}/_emulator/${path}`, { method: "POST", body: JSON.stringify(body) });
  assert.equal(response.status, 200, await response.text());
}
