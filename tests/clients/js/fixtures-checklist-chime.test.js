// The checklist of the Chime world: each fact of the page on monitoring Amazon Chime with CloudWatch, seen through the AWS SDK.
// Rows carry the numbers of the checklist.

import assert from "node:assert/strict";
import { after, before as beforeAll, describe, it } from "node:test";
import { before, day, dimensionNames, dimensionsOf, hour, minute, startWorld, sum } from "./lib/world.js";

const namespace = "AWS/ChimeVoiceConnector";
const prefix = "/aws/ChimeVoiceConnectorSipMessages/";
const connectors = [
  { id: "q7c2m5x9v1t4k8b3n6p0wd", region: "us-east-1" },
  { id: "h4s8d2z6r0y5j9g3e7a1fu", region: "us-east-1" },
  { id: "t9w3k7p1n5c8x2v6b0m4ql", region: "us-west-2" },
];
const metrics = {
  "07": "InboundCallAttempts",
  "08": "InboundCallFailures",
  "09": "InboundCallsAnswered",
  10: "InboundCallsActive",
  11: "OutboundCallAttempts",
  12: "OutboundCallFailures",
  13: "OutboundCallsAnswered",
  14: "OutboundCallsActive",
  15: "Throttles",
  16: "Sip1xxCodes",
  17: "Sip2xxCodes",
  18: "Sip3xxCodes",
  19: "Sip4xxCodes",
  20: "Sip5xxCodes",
  21: "Sip6xxCodes",
};

let world;

/** Every SIP record of a connector, with its event. */
const records = new Map();

beforeAll(async () => {
  world = await startWorld(["chime"]);
  for (const { id, region } of connectors) {
    const events = await world.events(prefix + id, {}, region);
    records.set(id, events.map((event) => ({ ...event, record: JSON.parse(event.message) })));
  }
});

after(() => world?.stop());

const all = () => connectors.flatMap(({ id }) => records.get(id));
const data = (name, { id, region }, options) => world.data(namespace, name, { VoiceConnectorId: id }, { region, ...options });
const isResponse = ({ record }) => record.sip_message.startsWith("SIP/2.0 ");
const statusOf = ({ record }) => Number(record.sip_message.slice(8, 11));

describe("statements", () => {
  it("CHIME-01 metrics are near real-time: a data point for each minute", async () => {
    const points = await data("InboundCallAttempts", connectors[0], { stat: "SampleCount" });
    assert.ok([...points.keys()].every((time) => time % minute === 0));
    assert.ok([...points.values()].every((count) => count === 1));
    assert.ok(points.has(before(minute).getTime()));
  });

  it("CHIME-02 statistics are kept for 15 months: hours at 400 days, and nothing finer", async () => {
    const from = before(400 * day);
    const to = before(399 * day);
    const hours = await data("InboundCallAttempts", connectors[0], { from, to, period: 3600 });
    assert.ok(hours.size > 12);
    assert.equal((await data("InboundCallAttempts", connectors[0], { from, to, period: 300 })).size, 0);
    assert.ok((await data("InboundCallAttempts", connectors[0], { from: before(40 * day), to: before(39 * day), period: 300 })).size > 50);
    assert.equal((await data("InboundCallAttempts", connectors[0], { from: before(40 * day), to: before(39 * day), period: 60 })).size, 0);
  });

  it("CHIME-04 metrics and dimensions are sent to CloudWatch", async () => {
    assert.equal((await world.metrics({ Namespace: namespace })).length, 15 * 4);
  });

  it("CHIME-05 the namespace is AWS/ChimeVoiceConnector", async () => {
    assert.deepEqual([...new Set((await world.metrics({})).map((one) => one.Namespace))].filter((name) => /chime/i.test(name)), [namespace]);
  });

  it("CHIME-06 voice connectors: two in us-east-1, one in us-west-2", async () => {
    for (const region of ["us-east-1", "us-west-2"]) {
      const found = (await world.metrics({ Namespace: namespace, MetricName: "Throttles" }, region)).map(dimensionsOf);
      const expected = connectors.filter((one) => one.region === region).map(({ id }) => `VoiceConnectorId=${id}`);
      assert.deepEqual(found.filter((name) => name.startsWith("VoiceConnectorId")).sort(), expected.sort());
    }
  });
});

describe("metrics", () => {
  for (const [row, name] of Object.entries(metrics)) {
    it(`CHIME-${row} ${name}: in Count, under each connector, its Region and none, at least once not 0`, async () => {
      for (const region of ["us-east-1", "us-west-2"]) {
        const sets = (await world.metrics({ Namespace: namespace, MetricName: name }, region)).map(dimensionNames);
        assert.deepEqual([...new Set(sets)].sort(), ["", "Region", "VoiceConnectorId"]);
      }

      const stat = name.endsWith("Active") ? "Maximum" : "Sum";
      const perRegion = await world.data(namespace, name, { Region: "us-east-1" }, { stat, unit: "Count" });
      const ofEach = await Promise.all(connectors.slice(0, 2).map((one) => data(name, one, { stat })));
      assert.ok(sum(perRegion) > 0);
      assert.deepEqual(await world.data(namespace, name, {}, { stat }), perRegion);
      for (const [time, value] of perRegion) {
        assert.equal(value, (ofEach[0].get(time) ?? 0) + (ofEach[1].get(time) ?? 0));
      }
      assert.equal((await world.data(namespace, name, { Region: "us-east-1" }, { unit: "None" })).size, 0);
    });
  }

  it("CHIME-22 dimension VoiceConnectorId has 22 characters", async () => {
    const values = (await world.metrics({ Namespace: namespace, Dimensions: [{ Name: "VoiceConnectorId" }] })).map((one) => one.Dimensions[0].Value);
    assert.ok(values.length > 0 && values.every((value) => /^[a-z0-9]{22}$/.test(value)));
  });

  it("CHIME-23 dimension Region is the Region of the event", async () => {
    for (const region of ["us-east-1", "us-west-2"]) {
      const values = (await world.metrics({ Namespace: namespace, Dimensions: [{ Name: "Region" }] }, region)).map(dimensionsOf);
      assert.deepEqual([...new Set(values)], [`Region=${region}`]);
    }
  });
});

describe("SIP logs", () => {
  it("CHIME-24 the settings of a connector decide about its logs: turned off, it has metrics and no group", async () => {
    const other = await startWorld([{ name: "chime", profile: "two-logs" }]);
    try {
      assert.deepEqual(await other.groups(prefix, "us-west-2"), []);
      assert.ok((await other.metrics({ Namespace: namespace }, "us-west-2")).length > 0);
    } finally {
      await other.stop();
    }
  });

  it("CHIME-25 logging is opted into by connector: here all three have it", async () => {
    assert.ok(connectors.every(({ id }) => records.get(id).length > 0));
  });

  it("CHIME-26 inbound and outbound messages are captured", () => {
    const invites = records.get(connectors[0].id).filter(({ record }) => record.sip_message.startsWith("INVITE "));
    const inbound = invites.filter(({ record }) => record.sip_message.includes("@198.51.100.20:5060;transport=UDP"));
    const outbound = invites.filter(({ record }) => record.sip_message.includes(".voiceconnector.example.com SIP/2.0"));
    assert.ok(inbound.length > 0 && outbound.length > 0);
    assert.equal(inbound.length + outbound.length, invites.length);
  });

  it("CHIME-27 the log group is there by itself", async () => {
    assert.equal((await world.groups(prefix)).length, 2);
    assert.equal((await world.groups(prefix, "us-west-2")).length, 1);
  });

  it("CHIME-28 the group is named /aws/ChimeVoiceConnectorSipMessages/ and the connector's id", async () => {
    const names = (await world.groups("/aws/Chime")).map((group) => group.logGroupName);
    assert.deepEqual(names.sort(), connectors.slice(0, 2).map(({ id }) => prefix + id).sort());
  });

  it("CHIME-29 every record is JSON with these five members", () => {
    for (const one of all()) {
      assert.deepEqual(Object.keys(one.record), ["voice_connector_id", "aws_region", "event_timestamp", "call_id", "sip_message"]);
      assert.equal(one.message, JSON.stringify(one.record)); // compact, nothing escaped but what must be
    }
  });

  it("CHIME-30 voice_connector_id is that of the group", () => {
    assert.ok(connectors.every(({ id }) => records.get(id).every(({ record }) => record.voice_connector_id === id)));
  });

  it("CHIME-31 aws_region is the connector's", () => {
    assert.ok(connectors.every(({ id, region }) => records.get(id).every(({ record }) => record.aws_region === region)));
  });

  it("CHIME-32 event_timestamp counts milliseconds, and is the time of the event", () => {
    assert.ok(all().every(({ record, timestamp }) => record.event_timestamp === timestamp));
  });

  it("CHIME-33 call_id is the same through a call", () => {
    assert.ok(all().every(({ record }) => record.sip_message.includes(`\r\nCall-ID: ${record.call_id}\r\n`)));
  });

  it("CHIME-34 sip_message is a complete SIP message", () => {
    for (const { record } of all()) {
      const [head, body] = record.sip_message.split("\r\n\r\n");
      const headers = new Set(head.split("\r\n").slice(1).map((line) => line.slice(0, line.indexOf(":"))));
      for (const name of ["Via", "From", "To", "Call-ID", "CSeq", "Content-Length"]) {
        assert.ok(headers.has(name), `${name} is missing in ${head}`);
      }
      assert.equal(headers.has("Max-Forwards"), !head.startsWith("SIP/2.0"));
      assert.equal(headers.has("Content-Type"), body !== "");
      assert.equal(Number(/Content-Length: (\d+)/.exec(head)[1]), body.length);
    }
  });
});

describe("consistency", () => {
  for (const connector of connectors) {
    it(`The SIP counters of ${connector.id} are the logged responses of each minute`, async () => {
      for (let digit = 1; digit <= 6; digit++) {
        const logged = new Map();
        for (const one of records.get(connector.id)) {
          if (isResponse(one) && Math.floor(statusOf(one) / 100) === digit) {
            const time = Math.floor(one.timestamp / minute) * minute;
            logged.set(time, (logged.get(time) ?? 0) + 1);
          }
        }
        const counted = [...(await data(`Sip${digit}xxCodes`, connector))].filter(([, value]) => value > 0);
        assert.deepEqual(new Map(counted), new Map([...logged].sort(([a], [b]) => a - b)));
      }
    });

    it(`Attempts of ${connector.id} are answered, failed, cancelled, redirected, or still ringing`, async () => {
      const total = async (name) => sum(await data(`InboundCall${name}`, connector)) + sum(await data(`OutboundCall${name}`, connector));
      const [attempts, failures, answered] = [await total("Attempts"), await total("Failures"), await total("sAnswered")];
      const finals = records.get(connector.id).filter((one) => isResponse(one) && statusOf(one) >= 200 && one.record.sip_message.includes(" INVITE\r\n"));
      const of = (test) => finals.filter((one) => test(statusOf(one))).length;
      const invites = records.get(connector.id).filter(({ record }) => record.sip_message.startsWith("INVITE ")).length;
      assert.equal(attempts, invites);
      assert.equal(answered, of((status) => status === 200));
      assert.equal(failures, of((status) => status >= 400 && status !== 487));
      assert.ok(attempts - finals.length >= 0 && attempts - finals.length < 5); // ringing at the anchor
    });
  }

  it("Active calls are those answered and not ended at the end of the minute", async () => {
    const [connector] = connectors;
    const changes = records.get(connector.id).flatMap((one) => {
      const { sip_message: text } = one.record;
      return text.startsWith("SIP/2.0 200") && text.includes(" INVITE\r\n") ? [[one.timestamp, 1]] : text.startsWith("BYE ") ? [[one.timestamp, -1]] : [];
    });
    const inbound = await data("InboundCallsActive", connector, { stat: "Maximum", from: before(day) });
    const outbound = await data("OutboundCallsActive", connector, { stat: "Maximum", from: before(day) });
    for (const [time, value] of inbound) {
      const active = changes.filter(([at]) => at < time + minute).reduce((count, [, change]) => count + change, 0);
      assert.equal(value + outbound.get(time), active);
    }
  });

  it("Every throttled call has a 503 in the log", async () => {
    const [connector] = connectors;
    const throttles = [...(await data("Throttles", connector))].filter(([, value]) => value > 0);
    const failures = await data("OutboundCallFailures", connector);
    const unavailable = await data("Sip5xxCodes", connector);
    assert.ok(throttles.length > 0);
    assert.ok(throttles.every(([time, value]) => value <= failures.get(time) && value <= unavailable.get(time)));
    assert.ok(throttles.at(-1)[0] - throttles[0][0] < hour);
  });

  it("The documented call has the documented messages, to the byte", () => {
    const call = records.get(connectors[0].id).filter(({ record }) => record.call_id === "6f1d2a34-9b0c-4e57-8a61-3d5c7e90b214");
    const first = call[0].timestamp;
    assert.deepEqual(call.map(({ record, timestamp }) => [timestamp - first, record.sip_message.length]), [
      [0, 745],
      [35, 261],
      [420, 324],
      [6180, 651],
      [6215, 319],
      [194300, 304],
      [194335, 269],
    ]);
    assert.equal(
      call[1].message,
      '{"voice_connector_id":"q7c2m5x9v1t4k8b3n6p0wd","aws_region":"us-east-1","event_timestamp":1773853200035,"call_id":"6f1d2a34-9b0c-4e57-8a61-3d5c7e90b214","sip_message":"SIP/2.0 100 Trying\\r\\nVia: SIP/2.0/UDP 192.0.2.10:5060;branch=z9hG4bK7f3a91c2\\r\\nFrom: <sip:+12065550123@192.0.2.10:5060>;tag=vc8d21f0\\r\\nTo: <sip:+14255550142@198.51.100.20:5060>\\r\\nCall-ID: 6f1d2a34-9b0c-4e57-8a61-3d5c7e90b214\\r\\nCSeq: 101 INVITE\\r\\nContent-Length: 0\\r\\n\\r\\n"}',
    );
  });
});

describe("alarms", () => {
  it("CHIME-03 alarms watch thresholds: those of inbound calls in ALARM, the others not", async () => {
    assert.deepEqual(await world.alarms("vc-"), { "vc-5xx": "ALARM", "vc-inbound-failure": "ALARM", "vc-throttle": "OK" });
    assert.deepEqual(await world.alarms("vc-", "us-west-2"), { "vc-4xx": "OK" });
  });
});
