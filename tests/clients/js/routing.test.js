// Requests that name no operation that is built, on each protocol, byte for byte where AWS's answer is known.

import assert from "node:assert/strict";
import { after, before, it } from "node:test";
import { startEmulator } from "./lib/emulator.js";
import { cbor, json, logs, query, send } from "./lib/raw.js";

let emulator;

before(async () => {
  emulator = await startEmulator();
});

after(() => emulator?.stop());

it("An unknown operation of Logs", async () => {
  const answer = await send(emulator.endpoint, logs("Nonsense", "{}"));

  assert.equal(answer.status, 400);
  assert.equal(String(answer.body), '{"__type":"UnknownOperationException"}');
  assert.equal(answer.headers.get("content-type"), "application/x-amz-json-1.1");
  assert.match(answer.headers.get("x-amzn-requestid"), /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
});

it("An unknown operation of CloudWatch over awsJson", async () => {
  const answer = await send(emulator.endpoint, json("Nonsense", "{}"));

  assert.equal(answer.status, 400);
  assert.equal(answer.code, "UnknownOperationException");
  assert.equal(answer.headers.get("content-type"), "application/x-amz-json-1.0");
});

it("An unknown operation of CloudWatch over CBOR", async () => {
  const answer = await send(emulator.endpoint, cbor("Nonsense", Buffer.from([0xa0])));

  assert.equal(answer.status, 400);
  assert.equal(answer.code, "UnknownOperationException");
  assert.equal(answer.headers.get("content-type"), "application/cbor");
  assert.equal(answer.headers.get("smithy-protocol"), "rpc-v2-cbor");
});

it("An unknown action over Query", async () => {
  const answer = await send(emulator.endpoint, query("Action=Nonsense&Version=2010-08-01"));

  assert.equal(answer.status, 400);
  assert.equal(answer.code, "InvalidAction");
  assert.match(String(answer.body), /<Message>Could not find operation Nonsense for version 2010-08-01<\/Message>/);
  assert.equal(answer.headers.get("content-type"), "text/xml");
});

it("A target of another service", async () => {
  const answer = await send(emulator.endpoint, logs("X", "{}", { "X-Amz-Target": "DynamoDB_20120810.ListTables" }));

  assert.equal(answer.status, 400);
  assert.equal(answer.code, "UnknownOperationException");
});

it("CBOR that also names a target is refused", async () => {
  const answer = await send(emulator.endpoint, cbor("ListMetrics", Buffer.from([0xa0]), { "X-Amz-Target": "Logs_20140328.DescribeLogGroups" }));

  assert.equal(answer.status, 400);
});

it("A path that is nobody's is not found, in a form that clients read", async () => {
  const answer = await send(emulator.endpoint, { path: "/nowhere", method: "GET" });

  assert.equal(answer.status, 404);
  assert.match(answer.headers.get("content-type"), /json|xml/);
});

it("A prefix before the path of an operation is ignored", async () => {
  const inCbor = cbor("ListMetrics", Buffer.from([0xa0]));

  const answers = await Promise.all([
    send(emulator.endpoint, { ...logs("DescribeLogGroups", "{}"), path: "/prefix/" }),
    send(emulator.endpoint, { ...inCbor, path: `/prefix/${inCbor.path}` }),
    send(emulator.endpoint, { ...query("Action=ListMetrics"), path: "/prefix" }),
  ]);

  assert.deepEqual(answers.map((answer) => answer.status), [200, 200, 200]);
});

it("A request in a URL of sixty kilobytes", async () => {
  const path = `/?Action=ListMetrics&Version=2010-08-01&Ignored=${"x".repeat(60_000)}`;

  const answer = await send(emulator.endpoint, { path, method: "GET" });

  assert.equal(answer.status, 200);
  assert.match(String(answer.body), /<ListMetricsResult>\s*<Metrics\/>/);
});

it("An error has AWS's status only in query mode", async () => {
  const body = '{"ResourceARN":"arn:aws:cloudwatch:us-east-1:000000000000:alarm:none","TagKeys":["k"]}';

  const inQueryMode = await send(emulator.endpoint, json("UntagResource", body));
  const plain = await send(emulator.endpoint, json("UntagResource", body, { "x-amzn-query-mode": "false" }));

  assert.deepEqual([inQueryMode.status, plain.status], [404, 400]);
  assert.equal(inQueryMode.headers.get("x-amzn-query-error"), "ResourceNotFoundException;Sender");
});

it("The Date of an answer is the machine's, whatever the emulated time", async () => {
  const frozen = await fetch(`${emulator.endpoint}/_emulator/clock`, { method: "POST", body: '{"freeze":"2020-01-01T00:00:00Z"}' });
  assert.equal(frozen.status, 200);

  const answer = await send(emulator.endpoint, logs("DescribeLogGroups", "{}"));

  assert.ok(Math.abs(Date.parse(answer.headers.get("date")) - Date.now()) < 60_000);
});
