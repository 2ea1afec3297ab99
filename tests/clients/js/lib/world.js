// An emulator with worlds in it, its clock frozen, as its data shows through the AWS SDK.

import { CloudWatchClient, GetMetricDataCommand, paginateDescribeAlarms, paginateListMetrics } from "@aws-sdk/client-cloudwatch";
import { CloudWatchLogsClient, paginateDescribeLogGroups, paginateFilterLogEvents } from "@aws-sdk/client-cloudwatch-logs";
import { startEmulator } from "./emulator.js";

/** A Wednesday afternoon in the middle of a month. */
export const anchor = new Date("2026-03-18T17:30:00Z");

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/** Minutes before the anchor, as a Date. */
export const before = (milliseconds) => new Date(anchor.getTime() - milliseconds);

/**
 * Starts an emulator whose clock stands at the anchor, and loads worlds.
 * @param fixtures names, or { name, profile, seed }
 */
export async function startWorld(fixtures, { account = "123456789012" } = {}) {
  const emulator = await startEmulator();
  const control = async (path, options) => {
    const response = await fetch(`${emulator.endpoint}/_emulator${path}`, options);
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`${path}: ${text}`);
    }
    return text === "" ? null : JSON.parse(text);
  };

  await control("/clock", { method: "POST", body: JSON.stringify({ freeze: anchor.toISOString() }) });
  const loaded = [];
  for (const fixture of fixtures) {
    const parameters = new URLSearchParams(typeof fixture === "string" ? { name: fixture } : fixture);
    loaded.push(await control(`/fixtures?${parameters}`, { method: "POST" }));
  }

  const clients = new Map();
  const client = (Client, region) => {
    const key = `${Client.name} ${region}`;
    if (!clients.has(key)) {
      const credentials = { accessKeyId: account, secretAccessKey: "secret" };
      clients.set(key, new Client({ endpoint: emulator.endpoint, region, credentials, disableHostPrefix: true }));
    }
    return clients.get(key);
  };

  /** Moves the clock, so that alarms are evaluated. Other tests of the world must not look at the latest minutes. */
  const advance = (duration) => control("/clock", { method: "POST", body: JSON.stringify({ advance: duration }) });

  return { loaded, control, advance, ...reading(client), stop: () => emulator.stop() };
}

/** What tests read of a world. */
function reading(client) {
  const cloudwatch = (region = "us-east-1") => client(CloudWatchClient, region);
  const logs = (region = "us-east-1") => client(CloudWatchLogsClient, region);

  return {
    cloudwatch,
    logs,

    /** Every metric that fits, as `{ Namespace, MetricName, Dimensions }`. */
    async metrics(input, region) {
      const found = [];
      for await (const page of paginateListMetrics({ client: cloudwatch(region) }, input)) {
        found.push(...page.Metrics);
      }
      return found;
    },

    /** The states of alarms by name. */
    async alarms(AlarmNamePrefix, region) {
      const found = {};
      for await (const page of paginateDescribeAlarms({ client: cloudwatch(region) }, { AlarmNamePrefix })) {
        for (const alarm of page.MetricAlarms) {
          found[alarm.AlarmName] = alarm.StateValue;
        }
      }
      return found;
    },

    async groups(prefix, region) {
      const found = [];
      for await (const page of paginateDescribeLogGroups({ client: logs(region) }, { logGroupNamePrefix: prefix })) {
        found.push(...page.logGroups);
      }
      return found;
    },

    /** Every event of a log group, in order. */
    async events(logGroupName, input = {}, region = "us-east-1") {
      const found = [];
      for await (const page of paginateFilterLogEvents({ client: logs(region) }, { logGroupName, ...input })) {
        found.push(...page.events);
      }
      return found;
    },

    /**
     * The data points of a metric as a map from milliseconds to values; the whole window by minutes unless told otherwise.
     * @param dimensions an object
     */
    async data(namespace, name, dimensions, { stat = "Sum", period = 60, from = before(14 * day), to = anchor, unit, region } = {}) {
      const points = new Map();
      let NextToken;
      do {
        const answer = await cloudwatch(region).send(
          new GetMetricDataCommand({
            StartTime: from,
            EndTime: to,
            ScanBy: "TimestampAscending",
            NextToken,
            MetricDataQueries: [{ Id: "m", MetricStat: { Metric: metric(namespace, name, dimensions), Period: period, Stat: stat, Unit: unit } }],
          }),
        );
        const [result] = answer.MetricDataResults;
        result.Timestamps.forEach((time, i) => points.set(time.getTime(), result.Values[i]));
        NextToken = answer.NextToken;
      } while (NextToken !== undefined);
      return points;
    },
  };
}

export function metric(Namespace, MetricName, dimensions = {}) {
  return { Namespace, MetricName, Dimensions: Object.entries(dimensions).map(([Name, Value]) => ({ Name, Value })) };
}

export const sum = (points) => [...points.values()].reduce((total, value) => total + value, 0);

/** `Name=Value` of the dimensions of a metric, sorted. */
export const dimensionsOf = (one) => (one.Dimensions ?? []).map(({ Name, Value }) => `${Name}=${Value}`).sort().join(",");

/** The names of the dimensions of a metric, sorted. */
export const dimensionNames = (one) => (one.Dimensions ?? []).map(({ Name }) => Name).sort().join(",");
