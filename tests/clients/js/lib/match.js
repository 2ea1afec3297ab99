// Compares an answer with what a behaviour expects. Objects may have more members than are expected; lists may not.

import assert from "node:assert/strict";

const matchers = {
  /** The member is not there. */
  $absent: (actual, _, path) => assert.equal(actual, undefined, `${path} should be absent`),

  /** The member is there, whatever its value. */
  $present: (actual, _, path) => assert.notEqual(actual, undefined, `${path} should be present`),

  /** A text that contains a match of the regular expression. */
  $match: (actual, { $match }, path) => assert.match(String(actual), new RegExp($match), path),

  /** A list or text of this length. */
  $length: (actual, { $length }, path) => assert.equal(actual?.length, $length, `length of ${path}`),

  /** A list of this many items, all different. */
  $distinct: (actual, { $distinct }, path) => {
    assert.equal(actual?.length, $distinct, `length of ${path}`);
    assert.equal(new Set(actual.map((item) => JSON.stringify(item))).size, $distinct, `different items of ${path}`);
  },

  /** An object with these members and no other. */
  $exactly: (actual, { $exactly }, path) => {
    assert.deepEqual(Object.keys(actual ?? {}).sort(), Object.keys($exactly).sort(), `members of ${path}`);
    match(actual, $exactly, path);
  },

  /** A list with these items in any order. */
  $unordered: (actual, { $unordered }, path) => {
    assert.ok(Array.isArray(actual), `${path} should be a list but is ${abbreviate(actual)}`);
    const left = [...actual];
    for (const item of $unordered) {
      const found = left.findIndex((candidate) => isMatch(candidate, item));
      assert.notEqual(found, -1, `${path} has nothing like ${abbreviate(item)} in ${abbreviate(actual)}`);
      left.splice(found, 1);
    }

    assert.deepEqual(left, [], `${path} has more items than expected`);
  },
};

/** Throws an AssertionError that names the first place where the answer is not as expected. */
export function match(actual, expected, path = "answer") {
  if (expected instanceof Date) {
    assert.equal(new Date(actual).toJSON(), expected.toJSON(), path);
  } else if (Array.isArray(expected)) {
    assert.ok(Array.isArray(actual), `${path} should be a list but is ${abbreviate(actual)}`);
    assert.equal(actual.length, expected.length, `length of ${path}, which is ${abbreviate(actual)}`);
    expected.forEach((item, index) => match(actual[index], item, `${path}[${index}]`));
  } else if (expected !== null && typeof expected === "object") {
    matchObject(actual, expected, path);
  } else if (typeof expected === "number" && typeof actual === "number") {
    assert.ok(isNear(actual, expected), `${path} is ${actual}, expected ${expected}`);
  } else {
    assert.equal(actual, expected, path);
  }
}

function matchObject(actual, expected, path) {
  const matcher = Object.keys(expected).find((key) => key in matchers);
  if (matcher !== undefined) {
    matchers[matcher](actual, expected, path);
    return;
  }

  assert.ok(actual !== null && typeof actual === "object", `${path} should be an object but is ${abbreviate(actual)}`);
  for (const [key, value] of Object.entries(expected)) {
    match(actual[key], value, `${path}.${key}`);
  }
}

/** Whether two numbers are the same but for the last digits, in which two orders of summation may differ. */
function isNear(actual, expected) {
  return Math.abs(actual - expected) <= Math.abs(expected) * 1e-14;
}

export function isMatch(actual, expected) {
  try {
    match(actual, expected);
    return true;
  } catch (error) {
    if (error instanceof assert.AssertionError) {
      return false;
    }

    throw error;
  }
}

function abbreviate(value) {
  const text = JSON.stringify(value) ?? "absent";
  return text.length > 600 ? `${text.slice(0, 600)}…` : text;
}
