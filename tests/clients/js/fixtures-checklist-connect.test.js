// The checklist of the Connect world, AWS/Connect: each fact of the page on monitoring an instance, seen through the AWS SDK.
// Rows carry the numbers of the checklist. Voice ID and AppIntegrations are in fixtures-checklist-voice-id.test.js.

import assert from "node:assert/strict";
import { GetMetricDataCommand } from "@aws-sdk/client-cloudwatch";
import { after, before as beforeAll, describe, it } from "node:test";
import { anchor, before, day, dimensionsOf, hour, metric, minute, startWorld, sum } from "./lib/world.js";

const namespace = "AWS/Connect";
const [main, breach, lab, legacy] = [1, 2, 3, 4].map((n) => `0d8e3c52-6a1f-4b7e-9c40-2f5b1a7d6e0${n}`);
const midnight = new Date("2026-03-18T00:00:00Z");
const voice = (InstanceId) => ({ InstanceId, MetricGroup: "VoiceCalls" });
const chats = (InstanceId) => ({ InstanceId, MetricGroup: "Chats" });
const tasks = (InstanceId) => ({ InstanceId, MetricGroup: "Tasks" });
const queue = (QueueName) => ({ InstanceId: main, MetricGroup: "Queue", QueueName });
const flow = (ContactFlowName) => ({ InstanceId: main, MetricGroup: "ContactFlow", ContactFlowName });
const connection = { Participant: "Agent", "Type of Connection": "WebRTC", "Instance ID": main, "Stream Type": "Voice" };

let world;
let listed;

beforeAll(async () => {
  world = await startWorld(["connect"]);
  listed = await world.metrics({ Namespace: namespace });
});

after(() => world?.stop());

const data = (name, dimensions, options) => world.data(namespace, name, dimensions, options);
const maximum = (name, dimensions, options) => data(name, dimensions, { stat: "Maximum", ...options });
const during = (from, to, points) => new Map([...points].filter(([time]) => time >= from.getTime() && time < to.getTime()));
const valuesOf = (points) => [...points.values()];
const listedAs = (name) => listed.filter((one) => one.MetricName === name).map(dimensionsOf);

/** Whether a metric is listed with these dimensions, has data in this unit, and none in another. */
async function published(name, unit, dimensions, stat = "Sum") {
  assert.ok(listedAs(name).includes(dimensionsOf(metric(namespace, name, dimensions))), `${name} is not listed with ${JSON.stringify(dimensions)}`);
  assert.ok((await data(name, dimensions, { stat, unit })).size > 0, `${name} has no data in ${unit}`);
  assert.equal((await data(name, dimensions, { stat, unit: unit === "Count" ? "None" : "Count" })).size, 0);
}

describe("statements on all metrics", () => {
  it("CONNECT-002 data come every minute", async () => {
    const points = await maximum("ConcurrentTasks", tasks(main));
    assert.equal(points.size, 14 * 24 * 60);
  });

  it("CONNECT-003 a value covers the chosen interval", async () => {
    const from = before(2 * hour);
    const calls = await maximum("ConcurrentCalls", voice(main), { from });
    const hours = await maximum("ConcurrentCalls", voice(main), { from: new Date("2026-03-18T16:00:00Z"), to: new Date("2026-03-18T17:00:00Z"), period: 3600 });
    const inHour = valuesOf(during(new Date("2026-03-18T16:00:00Z"), new Date("2026-03-18T17:00:00Z"), calls));
    assert.deepEqual(valuesOf(hours), [Math.max(...inHour)]);
  });

  it("CONNECT-004 a refresh every 10 seconds shows no more than a value a minute", async () => {
    const seconds = await maximum("ConcurrentCalls", voice(main), { period: 10, from: before(hour) });
    assert.ok(seconds.size <= 60 && [...seconds.keys()].every((time) => time % minute === 0));
  });

  it("CONNECT-005 metrics are available for two weeks: thirty older data points are never returned", async () => {
    for (const period of [60, 300, 3600]) {
      assert.equal((await maximum("ConcurrentCalls", voice(main), { from: before(21 * day), to: before(14 * day), period })).size, 0);
    }
    assert.ok((await maximum("ConcurrentCalls", voice(main), { from: before(14 * day), to: before(13 * day) })).size > 0);
    await world.control("/retention", { method: "PUT", body: JSON.stringify({ daysByNamespace: { "AWS/Connect": 30 } }) });
    const kept = await data("ConcurrentCalls", voice(main), { from: before(21 * day), to: before(14 * day), period: 300, stat: "SampleCount" });
    await world.control("/retention", { method: "PUT", body: JSON.stringify({ daysByNamespace: { "AWS/Connect": 14 } }) });
    assert.equal(sum(kept), 30); // they are there: only the age hides them
  });

  it("CONNECT-006 an instance of 2018 without the permission has no chat metrics", () => {
    const ofLegacy = listed.filter((one) => dimensionsOf(one).includes(legacy));
    assert.ok(ofLegacy.length > 0 && ofLegacy.every((one) => dimensionsOf(one).includes("MetricGroup=VoiceCalls")));
  });

  it("CONNECT-007 with the permission it has them", async () => {
    const other = await startWorld([{ name: "connect", profile: "legacy-permission" }]);
    try {
      const found = await other.metrics({ Namespace: namespace, MetricName: "ConcurrentActiveChats" });
      assert.ok(found.map(dimensionsOf).includes(`InstanceId=${legacy},MetricGroup=Chats`));
    } finally {
      await other.stop();
    }
  });

  it("CONNECT-008 the namespace is AWS/Connect", async () => {
    const names = new Set((await world.metrics({})).map((one) => one.Namespace));
    assert.ok(names.has("AWS/Connect"));
  });
});

describe("metrics", () => {
  const rows = [
    ["009", "CallsBreachingConcurrencyQuota", "Count", voice(main)],
    ["011", "CallRecordingUploadError", "Count", { InstanceId: main, MetricGroup: "CallRecordings" }],
    ["013", "ChatsBreachingActiveChatQuota", "Count", chats(breach)],
    ["020", "ContactFlowErrors", "Count", flow("Main inbound flow")],
    ["021", "ContactFlowFatalErrors", "Count", flow("Main inbound flow")],
    ["022", "LongestQueueWaitTime", "Seconds", queue("Support"), "Maximum"],
    ["023", "MissedCalls", "Count", voice(main)],
    ["024", "MisconfiguredPhoneNumbers", "Count", voice(main)],
    ["025", "PublicSigningKeyUsage", "Count", { InstanceId: main, SigningKeyId: "9f3b7a10-2c64-4d58-8e0b-7a5d4c1f2b90" }],
    ["026", "QueueCapacityExceededError", "Count", queue("Support")],
    ["027", "QueueSize", "Count", queue("Sales"), "Maximum"],
    ["028", "SuccessfulChatsPerInterval", "Count", chats(main)],
    ["029", "TasksBreachingConcurrencyQuota", "Count", tasks(breach)],
    ["032", "ThrottledCalls", "Count", voice(main)],
    ["033", "ToInstancePacketLossRate", "Percent", connection, "Average"],
  ];
  for (const [row, name, unit, dimensions, stat] of rows) {
    it(`CONNECT-${row} ${name} in ${unit} by ${Object.keys(dimensions).join(", ")}`, () => published(name, unit, dimensions, stat));
  }

  it("CONNECT-010 CallBackNotDialableNumber by flow and by queue", async () => {
    await published("CallBackNotDialableNumber", "Count", flow("Callback scheduler"));
    const queues = listedAs("CallBackNotDialableNumber").filter((name) => name.includes("MetricGroup=Queue"));
    assert.ok(queues.length > 0 && queues.every((name) => name.includes("QueueName=")));
  });

  it("CONNECT-012 CallsPerInterval counts by the second: sixty values in a data point", async () => {
    await published("CallsPerInterval", "Count", voice(main));
    const from = before(6 * hour);
    const counts = await data("CallsPerInterval", voice(main), { stat: "SampleCount", from });
    const totals = await data("CallsPerInterval", voice(main), { from });
    const averages = await data("CallsPerInterval", voice(main), { stat: "Average", from });
    assert.ok(valuesOf(counts).every((count) => count === 60));
    assert.ok([...averages].every(([time, value]) => Math.abs(value * 60 - totals.get(time)) < 1e-9));
  });

  for (const [row, name, group] of [
    ["014", "ConcurrentActiveChats", chats],
    ["016", "ConcurrentCalls", voice],
    ["018", "ConcurrentTasks", tasks],
  ]) {
    it(`CONNECT-${row} ${name} is a gauge in Count: a sum of it means nothing, a maximum does`, async () => {
      await published(name, "Count", group(main), "Maximum");
      const period = 3600;
      const highest = await maximum(name, group(main), { period, from: before(8 * hour) });
      const sums = await data(name, group(main), { period, from: before(8 * hour) });
      assert.ok([...highest].every(([time, value]) => sums.get(time) > value));
    });
  }

  it("CONNECT-015 ConcurrentActiveChatsPercentage in Percent is a whole number", async () => {
    await published("ConcurrentActiveChatsPercentage", "Percent", chats(main), "Maximum");
    assert.ok(valuesOf(await maximum("ConcurrentActiveChatsPercentage", chats(main))).every(Number.isInteger));
  });

  it("CONNECT-017 ConcurrentCallsPercentage in Percent is a fraction", async () => {
    await published("ConcurrentCallsPercentage", "Percent", voice(main), "Maximum");
    const highest = Math.max(...valuesOf(await maximum("ConcurrentCallsPercentage", voice(main))));
    assert.ok(highest > 1 && highest < 2); // over the quota in the call storm
  });

  it("CONNECT-019 ConcurrentTasksPercentage in Percent has decimals", async () => {
    await published("ConcurrentTasksPercentage", "Percent", tasks(main), "Maximum");
    const values = valuesOf(await maximum("ConcurrentTasksPercentage", tasks(main)));
    assert.ok(values.some((value) => value > 1 && !Number.isInteger(value)));
  });

  for (const [row, name] of [
    ["030", "TasksExpired"],
    ["031", "TasksExpiryWarningReached"],
  ]) {
    it(`CONNECT-${row} ${name} in Count by ContactId`, async () => {
      const series = listed.filter((one) => one.MetricName === name);
      assert.ok(series.length > 10);
      const [{ Dimensions }] = series;
      await published(name, "Count", Object.fromEntries(Dimensions.map(({ Name, Value }) => [Name, Value])));
      assert.deepEqual(Dimensions.map(({ Name }) => Name).sort(), ["ContactId", "InstanceId", "MetricGroup"]);
    });
  }
});

describe("worked examples and defects of the page", () => {
  const eleven = { from: midnight, to: new Date(midnight.getTime() + 11 * minute) };

  it("CONNECT-034 calls: 125, 135 and 150 with a quota of 100 are 110 over it between 0:00 and 0:10", async () => {
    const calls = await maximum("ConcurrentCalls", voice(breach), eleven);
    assert.deepEqual([0, 4, 10].map((m) => calls.get(midnight.getTime() + m * minute)), [125, 135, 150]);
    assert.equal(sum(await data("CallsBreachingConcurrencyQuota", voice(breach), eleven)), 110);
    assert.equal(sum(await data("CallsBreachingConcurrencyQuota", voice(breach), { ...eleven, to: new Date(midnight.getTime() + 10 * minute) })), 60);
  });

  it("CONNECT-035 chats: 2525, 2535 and 2550 with a quota of 2500 are 110 over it", async () => {
    const found = await maximum("ConcurrentActiveChats", chats(breach), eleven);
    assert.deepEqual([0, 4, 10].map((m) => found.get(midnight.getTime() + m * minute)), [2525, 2535, 2550]);
    assert.equal(sum(await data("ChatsBreachingActiveChatQuota", chats(breach), eleven)), 110);
  });

  it("CONNECT-036 tasks: 2525, 2535 and 2550 with a quota of 2500 are 110 over it", async () => {
    const found = await maximum("ConcurrentTasks", tasks(breach), eleven);
    assert.deepEqual([0, 4, 10].map((m) => found.get(midnight.getTime() + m * minute)), [2525, 2535, 2550]);
    assert.equal(sum(await data("TasksBreachingConcurrencyQuota", tasks(breach), eleven)), 110);
  });

  it("CONNECT-037 the name is ChatsBreachingActiveChatQuota, not ChatsBreachingActiveChatsQuota", () => {
    assert.ok(listedAs("ChatsBreachingActiveChatQuota").length > 0);
    assert.deepEqual(listedAs("ChatsBreachingActiveChatsQuota"), []);
  });

  for (const [row, name, gauge, dimensions, quota] of [
    ["038", "CallsBreachingConcurrencyQuota", "ConcurrentCalls", voice(main), 100],
    ["039", "ChatsBreachingActiveChatQuota", "ConcurrentActiveChats", chats(breach), 2500],
    ["040", "TasksBreachingConcurrencyQuota", "ConcurrentTasks", tasks(breach), 2500],
  ]) {
    it(`CONNECT-${row} the Sum of ${name} is the total over the quota`, async () => {
      const over = valuesOf(await maximum(gauge, dimensions)).map((value) => Math.max(0, value - quota));
      const total = sum(await data(name, dimensions));
      assert.ok(total > 0);
      assert.equal(total, over.reduce((all, value) => all + value, 0));
    });
  }

  it("CONNECT-061 ThrottledCalls is in Count, although the page says Seconds too", () => published("ThrottledCalls", "Count", voice(main)));

  it("CONNECT-064 the dimensions that the page leaves out are those of its earlier revision", () => {
    const sets = new Set(listed.map((one) => `${one.MetricName} ${one.Dimensions.map(({ Name }) => Name).sort()}`));
    assert.equal(new Set(listed.map((one) => one.MetricName)).size, 25);
    assert.equal(sets.size, 26); // CallBackNotDialableNumber has two
  });
});

describe("statements on single metrics", () => {
  it("CONNECT-041 numbers that cannot be dialled are rare", async () => {
    const total = sum(await data("CallBackNotDialableNumber", flow("Callback scheduler")));
    assert.ok(total > 0 && total < 200);
  });

  it("CONNECT-042 uploads of recordings fail while the bucket is not there", async () => {
    const failed = await data("CallRecordingUploadError", { InstanceId: main, MetricGroup: "CallRecordings" });
    assert.equal(failed.size, 35);
    assert.ok([...failed].every(([time, value]) => time >= before(5 * day).getTime() && time < before(5 * day - 35 * minute).getTime() && value >= 1));
  });

  it("CONNECT-043 concurrent chats are those at the moment: they fall and rise", async () => {
    const values = valuesOf(await maximum("ConcurrentActiveChats", chats(main), { from: before(day) }));
    assert.ok(values.some((value, i) => value < values[i - 1]) && values.some((value, i) => value > values[i - 1]));
  });

  const share = (name, percentage, dimensions, formula) => async () => {
    const gauge = await maximum(name, dimensions);
    const shares = await maximum(percentage, dimensions);
    assert.equal(shares.size, gauge.size);
    assert.ok([...gauge].every(([time, value]) => shares.get(time) === formula(value)));
  };

  it(
    "CONNECT-044 ConcurrentActiveChatsPercentage = 100 * chats / limit, rounded",
    share("ConcurrentActiveChats", "ConcurrentActiveChatsPercentage", chats(main), (value) => Math.floor((100 * value) / 2500 + 0.5)),
  );

  it("CONNECT-045 1 % of chats is 1, not 0.01", async () => {
    const values = new Set(valuesOf(await maximum("ConcurrentActiveChatsPercentage", chats(main))));
    assert.ok(values.has(1) && !values.has(0.01));
  });

  it("CONNECT-046 concurrent calls include those that have no agent", async () => {
    const waiting = await maximum("QueueSize", queue("Support"));
    const calls = await maximum("ConcurrentCalls", voice(main));
    assert.ok([...waiting].filter(([, value]) => value > 0).every(([time, value]) => calls.get(time) >= value));
  });

  it("CONNECT-047 ConcurrentCallsPercentage = calls / limit", share("ConcurrentCalls", "ConcurrentCallsPercentage", voice(main), (value) => value / 100));

  it("CONNECT-048 50 % of the calls is 0.5", async () => {
    const [calls] = valuesOf(await maximum("ConcurrentCallsPercentage", voice(lab)));
    assert.equal(calls, 0.5);
  });

  it("CONNECT-049 concurrent tasks are those at the moment", async () => {
    const values = valuesOf(await maximum("ConcurrentTasks", tasks(main), { from: before(day) }));
    assert.ok(values.some((value, i) => value < values[i - 1]) && values.some((value, i) => value > values[i - 1]));
  });

  const taskShare = (value) => (100 * value) / 2500;
  it("CONNECT-050 ConcurrentTasksPercentage = 100 * tasks / limit", share("ConcurrentTasks", "ConcurrentTasksPercentage", tasks(main), taskShare));

  it("CONNECT-051 the share of tasks is not rounded", async () => {
    const [at4] = valuesOf(await maximum("ConcurrentTasksPercentage", tasks(breach), { from: new Date(midnight.getTime() + 4 * minute), to: new Date(midnight.getTime() + 5 * minute) }));
    assert.equal(at4, 101.4);
  });

  it("CONNECT-052 LongestQueueWaitTime covers the interval, in seconds", async () => {
    const from = before(40 * minute);
    const minutes = await maximum("LongestQueueWaitTime", queue("Support"), { from });
    const whole = await maximum("LongestQueueWaitTime", queue("Support"), { from: new Date("2026-03-18T17:00:00Z"), period: 1800 });
    const inside = valuesOf(during(new Date("2026-03-18T17:00:00Z"), anchor, minutes));
    assert.deepEqual(valuesOf(whole), [Math.max(...inside)]);
    assert.ok(Math.max(...inside) > 300 && Math.max(...inside) <= 420);
  });

  it("CONNECT-053 a call is missed when no agent answers within 20 seconds: a few in a hundred", async () => {
    const missed = sum(await data("MissedCalls", voice(main)));
    const calls = sum(await data("CallsPerInterval", voice(main)));
    assert.ok(missed > 0.01 * calls && missed < 0.03 * calls);
  });

  it("CONNECT-054 the Sum of MissedCalls is the total", async () => {
    const [count, total] = await Promise.all(["SampleCount", "Sum"].map((stat) => data("MissedCalls", voice(main), { stat }).then(sum)));
    assert.equal(total, count);
  });

  it("CONNECT-055 QueueSize is the value at the moment", async () => {
    const counts = await data("QueueSize", queue("Support"), { stat: "SampleCount" });
    assert.ok(valuesOf(counts).every((count) => count === 1));
  });

  /** For each contact the minute in which something happened to its task. */
  async function contacts(name) {
    const found = new Map();
    for (const one of listed.filter((candidate) => candidate.MetricName === name)) {
      const dimensions = Object.fromEntries(one.Dimensions.map(({ Name, Value }) => [Name, Value]));
      const points = [...(await data(name, dimensions))];
      assert.equal(points.length, 1);
      found.set(dimensions.ContactId, points[0]);
    }
    return found;
  }

  it("CONNECT-056 tasks expire after 7 days: those that warned in the first half of the window have", async () => {
    const warned = await contacts("TasksExpiryWarningReached");
    const expired = await contacts("TasksExpired");
    const due = [...warned].filter(([, [time]]) => time < before(2 * hour).getTime());
    assert.ok(due.length > 10 && due.every(([contact]) => expired.has(contact)));
  });

  it("CONNECT-058 tasks warn after 6 days 22 hours: 2 hours before they expire", async () => {
    const warned = await contacts("TasksExpiryWarningReached");
    const expired = await contacts("TasksExpired");
    const both = [...expired].filter(([contact]) => warned.has(contact));
    assert.ok(both.length > 10);
    assert.ok(both.every(([contact, [time]]) => time - warned.get(contact)[0] === 2 * hour));
    assert.ok([...expired].every(([contact, [time]]) => warned.has(contact) || time < before(14 * day - 2 * hour).getTime()));
  });

  for (const [row, name] of [
    ["057", "TasksExpired"],
    ["059", "TasksExpiryWarningReached"],
  ]) {
    it(`CONNECT-${row} the Sum of ${name} is the total`, async () => {
      const found = await contacts(name);
      assert.ok([...found.values()].every(([, value]) => value === 1));
    });
  }

  it("CONNECT-060 calls are throttled only while too many come a second", async () => {
    const throttled = await data("ThrottledCalls", voice(main));
    const breaching = await data("CallsBreachingConcurrencyQuota", voice(main));
    const times = [...throttled.keys()].sort();
    assert.ok(times.at(-1) - times[0] < 18 * minute && Math.abs(times[0] - [...breaching.keys()].sort()[0]) < hour);
  });
});

describe("quotas by metric math", () => {
  const queries = (instance, [name, percentage, group, factor]) => [
    { Id: "m", MetricStat: { Metric: metric(namespace, name, group(instance)), Period: 60, Stat: "Maximum" }, ReturnData: false },
    { Id: "p", MetricStat: { Metric: metric(namespace, percentage, group(instance)), Period: 60, Stat: "Maximum" }, ReturnData: false },
    { Id: "quota", Expression: factor === 1 ? "m / p" : `m / p * ${factor}` },
  ];
  const quota = async (instance, formula, from, to) => {
    const answer = await world.cloudwatch().send(new GetMetricDataCommand({ StartTime: from, EndTime: to, MetricDataQueries: queries(instance, formula) }));
    return answer.MetricDataResults[0].Values;
  };
  const callsFormula = ["ConcurrentCalls", "ConcurrentCallsPercentage", voice, 1];
  const chatsFormula = ["ConcurrentActiveChats", "ConcurrentActiveChatsPercentage", chats, 100];
  const tasksFormula = ["ConcurrentTasks", "ConcurrentTasksPercentage", tasks, 100];
  const first = [midnight, new Date(midnight.getTime() + minute)];

  it("CONNECT-107 the quota of calls is calls / percentage in every minute", async () => {
    const values = await quota(main, callsFormula, before(day), anchor);
    assert.ok(values.length > 500 && values.every((value) => Math.round(value) === 100));
  });

  it("CONNECT-108 20 calls at 50 % are a quota of 40: the percentage is a fraction, 0.5", async () => assert.deepEqual(await quota(lab, callsFormula, ...first), [40]));

  it("CONNECT-109 the quota of chats is chats / percentage * 100, within half a point", async () => {
    const gauge = await maximum("ConcurrentActiveChats", chats(main), { from: before(day) });
    const shares = await maximum("ConcurrentActiveChatsPercentage", chats(main), { from: before(day) });
    assert.ok([...gauge].every(([time, value]) => Math.abs((100 * value) / 2500 - shares.get(time)) <= 0.5));
  });

  it("CONNECT-110 1000 chats at 50 % are a quota of 2000", async () => assert.deepEqual(await quota(lab, chatsFormula, ...first), [2000]));

  it("CONNECT-111 the share of chats is ConcurrentActiveChatsPercentage, not ConcurrentChatsPercentage", () => {
    assert.deepEqual(listedAs("ConcurrentChatsPercentage"), []);
    assert.ok(listedAs("ConcurrentActiveChatsPercentage").length > 0);
  });

  it("CONNECT-112 the quota of tasks is tasks / percentage * 100 in every minute", async () => {
    const values = await quota(main, tasksFormula, before(day), anchor);
    assert.ok(values.length === 1440 && values.every((value) => Math.round(value) === 2500));
  });

  it("CONNECT-113 20 tasks at 50 % are a quota of 40", async () => assert.deepEqual(await quota(lab, tasksFormula, ...first), [40]));
});
