// The list of behaviours in tests/clients/behaviours, and how one of them is run through a client.

import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { isMatch, match } from "./match.js";
import { fill } from "./templates.js";

const folder = new URL("../../behaviours/", import.meta.url);

/** Every behaviour, with the file that lists it as its subject. */
export function readBehaviours() {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".jsonc"))
    .flatMap((file) => {
      const { behaviours, define = {}, defaults = {}, setup = [] } = parse(file);
      return behaviours.map(({ steps, ...behaviour }) => ({
        ...behaviour,
        define,
        defaults,
        steps: [...setup, ...steps],
        subject: file.replace(".jsonc", ""),
      }));
    });
}

/** Whether a client can be asked for everything that a behaviour asks. */
export function applies(behaviour, client) {
  const services = new Set(behaviour.steps.map((step) => step.call.split(":")[0]));
  return [...services].every((service) => client.services.includes(service)) && (!behaviour.recent || client.recent);
}

/** Runs the steps of a behaviour in an account of its own. */
export async function run(behaviour, client, account) {
  const now = new Date();
  const T = new Date(Math.floor(now / 60_000) * 60_000 - 3_600_000);
  const variables = { now, T, account, ...fill(behaviour.define, { account }) };
  for (const [index, step] of behaviour.steps.entries()) {
    for (const each of fill(step.each ?? [null], variables)) {
      const input = { ...behaviour.defaults[step.call], ...step.with };
      const result = await runStep(step, input, client, { ...variables, each }, `step ${index + 1}, ${step.call}`);
      for (const [name, path] of Object.entries(step.keep ?? {})) {
        variables[name] = path.split(".").reduce((value, key) => value?.[key], result.output);
      }
    }
  }
}

async function runStep(step, input, client, variables, path) {
  const [service, operation] = step.call.split(":");
  const present = Object.entries(fill(input, variables)).filter(([, value]) => value !== null);
  let result;
  do {
    result = await client.call({
      service,
      operation,
      input: Object.fromEntries(present),
      account: step.account ?? variables.account,
      region: step.region ?? "us-east-1",
      paginate: step.paginate ?? false,
      pageSize: step.pageSize ?? null,
    });
  } while (step.until !== undefined && result.error === undefined && !isMatch(result.output, step.until));

  if (step.fails === undefined) {
    assert.equal(result.error, undefined, `${path} failed: ${JSON.stringify(result.error)}`);
    match(result.output, fill(step.returns ?? {}, variables), `${path}: answer`);
  } else {
    assert.notEqual(result.error, undefined, `${path} should have failed but returned ${JSON.stringify(result.output)}`);
    matchError(result.error, fill(step.fails, variables), path);
  }

  return result;
}

/** An expected error is its code, or some of code, message and status. The CLI shows no status, so there is none to compare. */
function matchError(actual, expected, path) {
  const { status, ...rest } = typeof expected === "string" ? { code: expected } : expected;
  match(actual, rest, `${path}: error ${JSON.stringify(actual)}`);
  if (status !== undefined && actual.status !== undefined) {
    assert.equal(actual.status, status, `${path}: status`);
  }
}

function parse(file) {
  const text = readFileSync(new URL(file, folder), "utf8");
  try {
    return JSON.parse(text.replace(/^\s*\/\/.*$/gm, ""));
  } catch (error) {
    throw new Error(`${file}: ${error.message}`);
  }
}
