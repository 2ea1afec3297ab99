// Fills in the values of a behaviour: what was kept from earlier answers, times, long lists and texts.

import { readFileSync } from "node:fs";

const units = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const data = new URL("../../data/", import.meta.url);

const generators = {
  /** A moment: { "$time": "T+90s" }, from T (an hour ago, on the minute), now, or an ISO date. */
  $time: (value, variables) => moment(fill(value.$time, variables), variables),

  /** The same moment in milliseconds since 1970, as Logs writes its times. */
  $ms: (value, variables) => moment(fill(value.$ms, variables), variables).getTime(),

  /** A number that JSON has no form for: { "$number": "NaN" }. */
  $number: (value) => Number(value.$number),

  /** A list: { "$list": 501, "of": … }, where {{i}} in the item counts from 1. */
  $list: (value, variables) =>
    Array.from({ length: value.$list }, (_, index) => fill(value.of, { ...variables, i: index + 1 })),

  /** A long text: { "$repeat": "x", "times": 513 }. */
  $repeat: (value) => value.$repeat.repeat(value.times),

  /** A sample record of tests/clients/data, without its last line break: { "$file": "sms-success.json" }. */
  $file: (value) => readFileSync(new URL(value.$file, data), "utf8").replace(/\n$/, ""),
};

/** The value with every generator and every {{variable}} replaced. */
export function fill(value, variables) {
  if (typeof value === "string") {
    return fillText(value, variables);
  }

  if (Array.isArray(value)) {
    return value.map((item) => fill(item, variables));
  }

  if (value === null || typeof value !== "object" || value instanceof Date) {
    return value;
  }

  const generator = Object.keys(value).find((key) => key in generators);
  return generator === undefined
    ? Object.fromEntries(Object.entries(value).map(([key, item]) => [fillText(key, variables), fill(item, variables)]))
    : generators[generator](value, variables);
}

function fillText(text, variables) {
  const whole = /^\{\{(\w+)\}\}$/.exec(text);
  return whole ? variable(whole[1], variables) : text.replace(/\{\{(\w+)\}\}/g, (_, name) => variable(name, variables));
}

function variable(name, variables) {
  if (!(name in variables)) {
    throw new Error(`The behaviour uses {{${name}}}, which nothing has set.`);
  }

  return variables[name];
}

function moment(text, variables) {
  const relative = /^(T|now)((?:[+-]\d+(?:ms|s|m|h|d))*)$/.exec(text);
  if (relative === null) {
    return new Date(text);
  }

  let time = variables[relative[1]].getTime();
  for (const [, amount, unit] of relative[2].matchAll(/([+-]\d+)(ms|s|m|h|d)/g)) {
    time += Number(amount) * units[unit];
  }

  return new Date(time);
}
