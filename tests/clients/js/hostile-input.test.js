// What no client sends on purpose: the answer is AWS's error, and the server serves on as before.

import assert from "node:assert/strict";
import { after, afterEach, before, describe, it } from "node:test";
import { gzipSync } from "node:zlib";
import { startEmulator } from "./lib/emulator.js";
import { cbor, exchange, json, logs, query, send } from "./lib/raw.js";

const megabyte = 1 << 20;
const bytes = (hex) => Buffer.from(hex.replaceAll(" ", ""), "hex");
const repeated = (hex, times) => bytes(hex.repeat(times));
const put = "Action=PutMetricData&Version=2010-08-01&Namespace=Hostile&MetricData.member.1.MetricName=M";

/** Requests, with the status and code of their answers. A list of codes allows any of them. */
const requests = {
  "Query form": [
    ["a time that is none", query(`${put}&MetricData.member.1.Value=1&MetricData.member.1.Timestamp=yesterday`), 400, "MalformedInput"],
    ["a number that is none", query(`${put}&MetricData.member.1.Value=abc`), 400, "MalformedInput"],
    ["not a number", query(`${put}&MetricData.member.1.Value=NaN`), 400, "InvalidParameterValue"],
    ["an infinite number", query(`${put}&MetricData.member.1.Value=-Infinity`), 400, "InvalidParameterValue"],
    ["no action", query("Version=2010-08-01"), 400, "MissingAction"],
    ["nothing at all", query(""), 400, "MissingAction"],
    ["another version", query("Action=ListMetrics&Version=2009-05-15"), 400, "InvalidAction"],
    ["broken percent escapes", query("Action=ListMetrics&Namespace=%zz%"), [200, 400]],
    ["bytes that are no text", query(Buffer.concat([Buffer.from("Action=ListMetrics&Namespace="), repeated("ff", 100)])), [200, 400]],
    ["an index without end", query(`${put}&MetricData.member.99999999999999999999.Value=1&MetricData.member.1.Value=1`), [200, 400]],
    ["a name of a hundred thousand parts", query(`${put}&MetricData.member.1.Value=1&${"a.".repeat(100_000)}b=1`), [200, 400]],
    ["two hundred thousand fields", query(`${put}&MetricData.member.1.Value=1${"&x=1".repeat(200_000)}`), [200, 400]],
    ["members nobody knows", query(`${put}&MetricData.member.1.Value=1&Unknown=1&MetricData.member.1.New.member.1=2`), 200],
  ],
  JSON: [
    ["a document that ends early", json("ListMetrics", '{"Namespace":"N"'), 400, "SerializationException"],
    ["text that is no JSON", json("ListMetrics", "Namespace=N"), 400, "SerializationException"],
    ["a list for an object", json("ListMetrics", "[]"), 400, "SerializationException"],
    ["an object for a list", json("PutMetricData", '{"Namespace":"N","MetricData":{}}'), 400, "SerializationException"],
    ["a number for a text", json("ListMetrics", '{"Namespace":1}'), 400, "SerializationException"],
    ["a text for a number", json("PutMetricData", '{"Namespace":"N","MetricData":[{"MetricName":"M","Value":"x"}]}'), 400, "SerializationException"],
    ["the word NaN", json("PutMetricData", '{"Namespace":"N","MetricData":[{"MetricName":"M","Value":NaN}]}'), 400, "SerializationException"],
    ["the text NaN", json("PutMetricData", '{"Namespace":"N","MetricData":[{"MetricName":"M","Value":"NaN"}]}'), 400, "InvalidParameterValueException"],
    ["a number beyond all doubles", json("PutMetricData", '{"Namespace":"N","MetricData":[{"MetricName":"M","Value":1e999}]}'), 400],
    ["lists nested a hundred thousand deep", json("ListMetrics", `{"Dimensions":${"[".repeat(100_000)}`), 400, "SerializationException"],
    ["unknown members nested as deep", json("ListMetrics", `{"New":${'{"a":'.repeat(100_000)}1${"}".repeat(100_000)}}`), [200, 400]],
    ["bytes that are no text", json("ListMetrics", Buffer.concat([Buffer.from('{"Namespace":"'), repeated("ff", 10), Buffer.from('"}')])), [200, 400]],
    ["members nobody knows", json("ListMetrics", '{"Namespace":"N","New":{"a":[1,{"b":null}]}}'), 200],
    ["an object for a log message", logs("PutLogEvents", '{"logGroupName":"g","logStreamName":"s","logEvents":[{"timestamp":1,"message":{}}]}'), 400, "SerializationException"],
    ["a fraction for a time of Logs", logs("GetLogEvents", '{"logGroupName":"g","logStreamName":"s","startTime":1.5}'), 400],
  ],
  CBOR: [
    ["a map that ends early", cbor("ListMetrics", bytes("a1 69 4e616d657370616365")), 400, "SerializationException"],
    ["a map without end", cbor("ListMetrics", bytes("bf")), 400, "SerializationException"],
    ["a text of 2^64-1 bytes", cbor("ListMetrics", bytes("a1 69 4e616d657370616365 7b ffffffffffffffff")), 400, "SerializationException"],
    ["a text of 2^31-1 bytes", cbor("ListMetrics", bytes("a1 69 4e616d657370616365 7a 7fffffff 61")), 400, "SerializationException"],
    ["a list of 2^63-1 items", cbor("ListMetrics", bytes("a1 6a 44696d656e73696f6e73 9b 7fffffffffffffff")), 400, "SerializationException"],
    ["a map of 2^32-1 members", cbor("ListMetrics", bytes("ba ffffffff")), 400, "SerializationException"],
    ["a list for a map", cbor("ListMetrics", bytes("80")), 400, "SerializationException"],
    ["a number for a text", cbor("ListMetrics", bytes("a1 69 4e616d657370616365 01")), 400, "SerializationException"],
    ["a reserved byte", cbor("ListMetrics", bytes("1c")), 400, "SerializationException"],
    ["a break outside of everything", cbor("ListMetrics", bytes("ff")), 400, "SerializationException"],
    ["lists nested a hundred thousand deep", cbor("ListMetrics", Buffer.concat([bytes("a1 6a 44696d656e73696f6e73"), repeated("9f", 100_000)])), 400, "SerializationException"],
    ["unknown members nested as deep", cbor("ListMetrics", Buffer.concat([bytes("a1 63 4e6577"), repeated("81", 100_000), bytes("01")])), [200, 400]],
    ["a hundred thousand tags", cbor("ListMetrics", Buffer.concat([bytes("a1 63 4e6577"), repeated("c1", 100_000), bytes("01")])), [200, 400]],
    ["not a number, in half precision", cbor("PutMetricData", metricInCbor("f97e00")), 400, "InvalidParameterValueException"],
    ["an infinite number", cbor("PutMetricData", metricInCbor("fb7ff0000000000000")), 400, "InvalidParameterValueException"],
    ["members nobody knows", cbor("ListMetrics", bytes("a1 63 4e6577 82 01 a0")), 200],
    ["nothing at all", cbor("ListMetrics", Buffer.alloc(0)), 200],
  ],
  "gzip and size": [
    ["gzip that is none", json("ListMetrics", "{}", { "Content-Encoding": "gzip" }), 400],
    ["gzip that ends early", json("ListMetrics", gzipSync("{}".padEnd(1000)).subarray(0, 20), { "Content-Encoding": "gzip" }), 400],
    ["a quarter of a gigabyte of blanks in gzip", json("PutMetricData", gzipSync(Buffer.alloc(256 * megabyte, " ")), { "Content-Encoding": "gzip" }), [400, 413]],
    ["a quarter of a gigabyte in four thousand pieces", logs("PutLogEvents", Buffer.concat(Array(4096).fill(gzipSync(Buffer.alloc(65536, " ")))), { "Content-Encoding": "GZIP" }), [400, 413]],
    ["two megabytes of metrics", json("PutMetricData", `{"Namespace":"N"${" ".repeat(2 * megabyte)}}`), 413, ["RequestEntityTooLarge", "RequestEntityTooLargeException"]],
    ["more than 120 kilobytes of alarm", json("PutMetricAlarm", `{"AlarmName":"a"${" ".repeat(120 * 1024)}}`), 413, ["RequestEntityTooLarge", "RequestEntityTooLargeException"]],
    ["more than 120 kilobytes of alarm in gzip", json("PutMetricAlarm", gzipSync(`{"AlarmName":"a"${" ".repeat(120 * 1024)}}`), { "Content-Encoding": "gzip" }), 413, ["RequestEntityTooLarge", "RequestEntityTooLargeException"]],
    ["eleven thousand metrics", json("PutMetricData", manyMetrics(11_000)), 400, "InvalidParameterValueException"],
    ["eleven thousand log events", logs("PutLogEvents", manyEvents(11_000)), 400, "InvalidParameterException"],
    ["small things in large letters", logs("DescribeLogGroups", gzipSync("{}"), { "Content-Encoding": "GZIP" }), 200],
  ],
};

let emulator;
let memoryAtRest;

before(async () => {
  emulator = await startEmulator();
  await servesAsEver();
  memoryAtRest = emulator.residentBytes();
});

after(() => emulator?.stop());

for (const [kind, cases] of Object.entries(requests)) {
  describe(kind, () => {
    afterEach(servesAsEver);

    for (const [name, request, statuses, codes] of cases) {
      it(`with ${name}`, async () => {
        const answer = await send(emulator.endpoint, request);

        assert.ok([statuses].flat().includes(answer.status), `status ${answer.status}: ${answer.body.subarray(0, 500)}`);
        if (codes !== undefined) {
          assert.ok([codes].flat().includes(answer.code), `code ${answer.code}: ${answer.body.subarray(0, 500)}`);
        }
      });
    }
  });
}

describe("Connections", () => {
  afterEach(servesAsEver);

  it("that end in the middle of a body", async () => {
    await exchange(emulator.endpoint, "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\nAction=", { hangUp: true });
  });

  it("that announce a gigabyte are refused before it comes", async () => {
    const answer = await exchange(
      emulator.endpoint,
      "POST / HTTP/1.1\r\nHost: localhost\r\nX-Amz-Target: Logs_20140328.PutLogEvents\r\nContent-Length: 1073741824\r\n\r\n{",
    );

    assert.match(answer, /^HTTP\/1\.1 413 /);
  });

  it("that speak another protocol are refused", async () => {
    const answer = await exchange(emulator.endpoint, bytes("16030100a5010000a10303").toString("latin1") + "\r\n\r\n");

    assert.doesNotMatch(answer, /^HTTP\/1\.1 200 /);
  });
});

it("Many at once do no more harm than one", async () => {
  const bombs = [requests.JSON[9], requests.CBOR[10], requests.CBOR[2], requests["gzip and size"][3]].map(([, request]) => request);

  const answers = await Promise.all(Array.from({ length: 40 }, (_, index) => send(emulator.endpoint, bombs[index % bombs.length])));

  assert.deepEqual([...new Set(answers.map((answer) => answer.status))].filter((status) => status !== 413), [400]);
  await servesAsEver();
});

it("All of it leaves the server's memory as it was", () => {
  const growth = (emulator.residentBytes() - memoryAtRest) / megabyte;

  assert.ok(growth < 150, `the server has grown by ${growth.toFixed(0)} MB`);
});

/** A metric goes in and comes out. */
async function servesAsEver() {
  const written = await send(emulator.endpoint, query(`${put}&MetricData.member.1.Value=1`));
  const read = await send(emulator.endpoint, query("Action=ListMetrics&Version=2010-08-01&Namespace=Hostile"));

  assert.equal(written.status, 200);
  assert.match(String(read.body), /<MetricName>M<\/MetricName>/);
}

/** PutMetricData of one metric, whose value is the given CBOR item. */
function metricInCbor(value) {
  return bytes(`a2 69 4e616d657370616365 61 4e 6a 4d657472696344617461 81 a2 6a 4d65747269634e616d65 61 4d 65 56616c7565 ${value}`);
}

function manyMetrics(count) {
  return JSON.stringify({ Namespace: "N", MetricData: Array(count).fill({ MetricName: "M", Value: 1 }) });
}

function manyEvents(count) {
  const event = { timestamp: Date.now(), message: "x" };
  return JSON.stringify({ logGroupName: "g", logStreamName: "s", logEvents: Array(count).fill(event) });
}
