// The checklist of the Connect world, continued: how metrics are grouped, Voice ID, AppIntegrations, and what the logs of flows say.
// Rows carry the numbers of the checklist; the first part is fixtures-checklist-connect.test.js.

import assert from "node:assert/strict";
import { after, before as beforeAll, describe, it } from "node:test";
import { dimensionNames, dimensionsOf, minute, startWorld, sum } from "./lib/world.js";

const main = "0d8e3c52-6a1f-4b7e-9c40-2f5b1a7d6e01";
const domain = { Domain: "kQ7ZtB2mXw9LrD4sVn8Pya" };
const arn = (rest) => `arn:aws:app-integrations:us-east-1:123456789012:${rest}`;
const crm = {
  AccountId: "123456789012",
  ClientId: "connect.amazonaws.com",
  IntegrationARN: arn("event-integration/salesforce-account-change"),
  IntegrationType: "EventIntegration",
  Region: "us-east-1",
};
const knowledge = {
  AccountId: "123456789012",
  ClientId: "wisdom.amazonaws.com",
  IntegrationARN: arn("data-integration/5b1c7e90-3f24-4d6a-8b02-9c4e7a1d0f35"),
  IntegrationType: "DataIntegration",
  Region: "us-east-1",
};

let world;
let connect;
let voiceId;
let integrations;

beforeAll(async () => {
  world = await startWorld(["connect"]);
  connect = await world.metrics({ Namespace: "AWS/Connect" });
  voiceId = await world.metrics({ Namespace: "VoiceID" });
  integrations = await world.metrics({ Namespace: "AWS/AppIntegrations" });
});

after(() => world?.stop());

const namesWith = (test) => [...new Set(connect.filter((one) => test(dimensionsOf(one), one)).map((one) => one.MetricName))].sort();

describe("groups of dimensions", () => {
  it("CONNECT-065 a dimension is a name and a value that identify a metric: every metric has some", () => {
    assert.ok(connect.every((one) => one.Dimensions.length >= 2));
    assert.equal(new Set(connect.map((one) => `${one.MetricName} ${dimensionsOf(one)}`)).size, connect.length);
  });

  it("CONNECT-066 no activity, no data: at night there are minutes without calls", async () => {
    const calls = await world.data("AWS/Connect", "ConcurrentCalls", { InstanceId: main, MetricGroup: "VoiceCalls" }, { stat: "Maximum" });
    assert.ok(calls.size > 10_000 && calls.size < 14 * 24 * 60);
    assert.ok([...calls.values()].filter((value) => value === 0).length < 0.02 * calls.size);
  });

  it("CONNECT-067 flows whose names are not ASCII do not appear", () => {
    const flows = new Set(connect.flatMap((one) => one.Dimensions).filter(({ Name }) => Name === "ContactFlowName").map(({ Value }) => Value));
    assert.deepEqual([...flows].sort(), ["Callback scheduler", "Chat welcome", "Default agent whisper", "Default customer queue", "Main inbound flow", "Payment capture"]);
  });

  it("CONNECT-068 flow metrics: ContactFlowErrors and ContactFlowFatalErrors by flow, PublicSigningKeyUsage by its key", () => {
    assert.deepEqual(namesWith((name) => name.includes("MetricGroup=ContactFlow")), ["CallBackNotDialableNumber", "ContactFlowErrors", "ContactFlowFatalErrors"]);
    assert.deepEqual(namesWith((name) => name.includes("SigningKeyId=")), ["PublicSigningKeyUsage"]);
  });

  it("CONNECT-069 contact metrics: TasksExpiryWarningReached, TasksExpired", () => {
    assert.deepEqual(namesWith((name) => name.includes("ContactId=")), ["TasksExpired", "TasksExpiryWarningReached"]);
  });

  it("CONNECT-070 instance metrics are these fifteen", () => {
    assert.deepEqual(
      namesWith((name, one) => dimensionNames(one) === "InstanceId,MetricGroup"),
      [
        "CallRecordingUploadError",
        "CallsBreachingConcurrencyQuota",
        "CallsPerInterval",
        "ChatsBreachingActiveChatQuota",
        "ConcurrentActiveChats",
        "ConcurrentActiveChatsPercentage",
        "ConcurrentCalls",
        "ConcurrentCallsPercentage",
        "ConcurrentTasks",
        "ConcurrentTasksPercentage",
        "MisconfiguredPhoneNumbers",
        "MissedCalls",
        "SuccessfulChatsPerInterval",
        "TasksBreachingConcurrencyQuota",
        "ThrottledCalls",
      ],
    );
  });

  it("CONNECT-071 the connection metric is ToInstancePacketLossRate, by four dimensions with these names", () => {
    assert.deepEqual(namesWith((name, one) => one.Dimensions.length === 4), ["ToInstancePacketLossRate"]);
    assert.deepEqual(
      connect.filter((one) => one.MetricName === "ToInstancePacketLossRate").map(dimensionNames),
      ["Instance ID,Participant,Stream Type,Type of Connection"],
    );
  });

  it("CONNECT-062 packet loss is reported every 10 seconds: six samples a minute", async () => {
    const dimensions = { Participant: "Agent", "Type of Connection": "WebRTC", "Instance ID": main, "Stream Type": "Voice" };
    const counts = await world.data("AWS/Connect", "ToInstancePacketLossRate", dimensions, { stat: "SampleCount" });
    assert.ok(counts.size > 10_000 && [...counts.values()].every((count) => count === 6));
  });

  it("CONNECT-063 packet loss is between 0 and 1, in Percent", async () => {
    const dimensions = { Participant: "Agent", "Type of Connection": "WebRTC", "Instance ID": main, "Stream Type": "Voice" };
    const values = [...(await world.data("AWS/Connect", "ToInstancePacketLossRate", dimensions, { stat: "Maximum", unit: "Percent" })).values()];
    assert.ok(values.every((value) => value >= 0 && value <= 0.09) && values.some((value) => value > 0.03));
  });

  it("CONNECT-072 queues whose names are not ASCII do not appear", () => {
    const queues = new Set(connect.flatMap((one) => one.Dimensions).filter(({ Name }) => Name === "QueueName").map(({ Value }) => Value));
    assert.deepEqual([...queues].sort(), ["BasicQueue", "Billing", "Sales", "Spanish Support", "Support"]);
  });

  it("CONNECT-073 queue metrics are these four", () => {
    assert.deepEqual(namesWith((name) => name.includes("MetricGroup=Queue")), ["CallBackNotDialableNumber", "LongestQueueWaitTime", "QueueCapacityExceededError", "QueueSize"]);
  });
});

describe("Voice ID", () => {
  it("CONNECT-074 the namespace is VoiceID, without AWS/", () => assert.equal(new Set(voiceId.map((one) => one.MetricName)).size, 9));

  for (const [row, name, unit, by, period] of [
    ["075", "RequestLatency", "Milliseconds", "API", 1],
    ["076", "UserErrors", "Count", "API", 1],
    ["077", "SystemErrors", "Count", "API", 1],
    ["078", "Throttles", "Count", "API", 1],
    ["079", "ActiveSessions", "Count", "Domain", 1],
    ["080", "ActiveSpeakerEnrollmentJobs", "Count", "Domain", 15],
    ["081", "ActiveFraudsterRegistrationJobs", "Count", "Domain", 15],
    ["082", "Speakers", "Count", "Domain", 15],
    ["083", "Fraudsters", "Count", "Domain", 15],
  ]) {
    it(`CONNECT-${row} ${name}: every ${period} minutes, in ${unit}, by ${by}`, async () => {
      const found = voiceId.filter((one) => one.MetricName === name);
      assert.ok(found.length > 0 && found.every((one) => dimensionNames(one) === by));
      const dimensions = by === "API" ? { API: "EvaluateSession" } : domain;
      const points = await world.data("VoiceID", name, dimensions, { stat: "Maximum", unit });
      assert.ok(points.size > 0 && [...points.keys()].every((time) => time % (period * minute) === 0));
      assert.ok(Math.max(...points.values()) > 0);
      if (period === 15) {
        assert.equal(points.size, 14 * 24 * 4);
        assert.equal((await world.data("VoiceID", name, dimensions, { stat: "Maximum", period: 900 })).size, 14 * 24 * 4);
      }
    });
  }

  it("CONNECT-084 only metrics with data are shown: minutes without requests have none", async () => {
    const points = await world.data("VoiceID", "RequestLatency", { API: "EvaluateSession" }, { stat: "SampleCount" });
    assert.ok(points.size < 14 * 24 * 60 && [...points.values()].every((count) => count > 0));
  });

  it("CONNECT-085 the dimension API limits to one operation", () => {
    assert.equal(voiceId.filter((one) => one.MetricName === "RequestLatency").length, 5);
  });

  for (const [row, operation] of [
    ["086", "DeleteFraudster"],
    ["087", "EvaluateSession"],
    ["088", "ListSpeakers"],
    ["089", "DeleteSpeaker"],
    ["090", "OptOutSpeaker"],
  ]) {
    it(`CONNECT-${row} API = ${operation}: errors and throttled requests are among the requests`, async () => {
      const of = async (name, stat = "Sum") => world.data("VoiceID", name, { API: operation }, { stat });
      const requests = await of("RequestLatency", "SampleCount");
      const refused = await Promise.all(["UserErrors", "SystemErrors", "Throttles"].map((name) => of(name)));
      assert.ok(requests.size > 0);
      for (const time of new Set(refused.flatMap((points) => [...points.keys()]))) {
        assert.ok(refused.reduce((total, points) => total + (points.get(time) ?? 0), 0) <= requests.get(time));
      }
    });
  }

  it("CONNECT-091 the dimension Domain is a Voice ID domain of 22 letters and digits", () => {
    const values = new Set(voiceId.filter((one) => dimensionNames(one) === "Domain").map((one) => one.Dimensions[0].Value));
    assert.deepEqual([...values], [domain.Domain]);
    assert.match(domain.Domain, /^[A-Za-z0-9]{22}$/);
  });
});

describe("AppIntegrations", () => {
  it("CONNECT-092 the namespace is AWS/AppIntegrations", () => assert.equal(new Set(integrations.map((one) => one.MetricName)).size, 9));

  for (const [row, name, unit, dimensions] of [
    ["093", "RecordsDownloaded", "Count", knowledge],
    ["094", "RecordsFailed", "Count", knowledge],
    ["095", "DataDownloaded", "Bytes", knowledge],
    ["096", "DataProcessingDuration", "Milliseconds", knowledge],
    ["097", "EventsReceived", "Count", crm],
    ["098", "EventsProcessed", "Count", crm],
    ["099", "EventsThrottled", "Bytes", crm],
    ["100", "EventsFailed", "Bytes", crm],
    ["101", "EventProcessingDuration", "Milliseconds", crm],
  ]) {
    it(`CONNECT-${row} ${name}: each minute, in ${unit}, as Maximum, Sum, Minimum and Average`, async () => {
      for (const stat of ["Maximum", "Sum", "Minimum", "Average"]) {
        assert.ok((await world.data("AWS/AppIntegrations", name, dimensions, { stat, unit })).size > 0, stat);
      }
      assert.equal((await world.data("AWS/AppIntegrations", name, dimensions, { unit: unit === "Count" ? "Bytes" : "Count" })).size, 0);
      assert.ok(sum(await world.data("AWS/AppIntegrations", name, dimensions)) > 0);
    });
  }

  const full = () => integrations.filter((one) => one.Dimensions.length === 5);
  for (const [row, name, test] of [
    ["102", "AccountId", /^123456789012$/],
    ["103", "ClientId", /^(connect|wisdom|profile)\.amazonaws\.com$/],
    ["104", "IntegrationARN", /^arn:aws:app-integrations:us-east-1:123456789012:(event|data)-integration\//],
    ["105", "IntegrationType", /^(Data|Event)Integration$/],
    ["106", "Region", /^us-east-1$/],
  ]) {
    it(`CONNECT-${row} the dimension ${name} is on every metric of the full set`, () => {
      assert.equal(full().length, 5 * 2 + 4 * 2);
      for (const one of full()) {
        assert.match(one.Dimensions.find(({ Name }) => Name === name).Value, test);
      }
    });
  }

  it("Events received are processed, throttled or failed in every minute", async () => {
    const of = async (name) => world.data("AWS/AppIntegrations", name, crm);
    const [received, ...ends] = await Promise.all(["EventsReceived", "EventsProcessed", "EventsThrottled", "EventsFailed"].map(of));
    const durations = await world.data("AWS/AppIntegrations", "EventProcessingDuration", crm, { stat: "SampleCount" });
    for (const [time, count] of received) {
      assert.equal(count, ends.reduce((total, points) => total + points.get(time), 0));
      assert.equal(durations.get(time) ?? 0, ends[0].get(time));
    }
  });

  it("A run of a data integration has all four metrics", async () => {
    const names = ["RecordsDownloaded", "RecordsFailed", "DataDownloaded", "DataProcessingDuration"];
    const [first, ...rest] = await Promise.all(names.map((name) => world.data("AWS/AppIntegrations", name, knowledge)));
    assert.equal(first.size, 14 * 24);
    assert.ok(rest.every((points) => JSON.stringify([...points.keys()]) === JSON.stringify([...first.keys()])));
  });
});

describe("logs of flows", () => {
  it("Errors that the log shows are those that ContactFlowErrors counts, in every minute", async () => {
    const events = await world.events("/aws/connect/example-main", { filterPattern: '{ $.Results = "Status Code*" }' });
    const logged = new Map();
    for (const id of new Set(events.map((event) => `${event.timestamp} ${JSON.parse(event.message).ContactId}`))) {
      const time = Math.floor(Number(id.split(" ")[0]) / minute) * minute; // what is delivered twice counts once
      logged.set(time, (logged.get(time) ?? 0) + 1);
    }
    const counted = await world.data("AWS/Connect", "ContactFlowErrors", { InstanceId: main, MetricGroup: "ContactFlow", ContactFlowName: "Main inbound flow" });
    assert.deepEqual(new Map([...logged].sort(([a], [b]) => a - b)), counted);
  });

  it("A record has the documented members in their order", async () => {
    const [event] = await world.events("/aws/connect/example-main", { filterPattern: '{ $.ContactFlowModuleType = "SetQueue" }' });
    const record = JSON.parse(event.message);
    assert.deepEqual(Object.keys(record), ["ContactId", "ContactFlowId", "ContactFlowName", "ContactFlowModuleType", "Identifier", "Timestamp", "Parameters"]);
    assert.equal(record.Timestamp, new Date(event.timestamp).toISOString());
    assert.match(event.logStreamName, /^\d{4}\/\d\d\/\d\d\/\d\d\/stream-[0-9a-f]{16}$/);
  });
});

describe("alarms", () => {
  it("CONNECT-001 alarms watch the data of instances: waiting callers and recordings in ALARM, the others OK", async () => {
    assert.deepEqual(
      { ...(await world.alarms("connect-")), ...(await world.alarms("voiceid-")), ...(await world.alarms("appint-")) },
      {
        "connect-breach": "OK",
        "connect-calls-80": "OK",
        "connect-flow-errors": "OK",
        "connect-packet-loss": "OK",
        "connect-recording": "ALARM",
        "connect-support-wait": "ALARM",
        "voiceid-errors": "OK",
        "appint-throttle": "OK",
      },
    );
  });
});
