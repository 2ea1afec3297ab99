// Starts the built server as a child process, on a free port, and stops it again.

import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const root = fileURLToPath(new URL("../../../..", import.meta.url));

const configuration = (process.env.CONFIGURATION ?? "Debug").toLowerCase();

export const program = `${root}artifacts/bin/Emulator.Server/${configuration}/cloudwatch-emulator`;

/** Resolves when the server has printed its address. */
export async function startEmulator(args = ["--port", "0"], environment = {}) {
  const server = spawn(program, args, { env: { ...process.env, ...environment }, stdio: ["ignore", "pipe", "pipe"] });
  const exited = new Promise((resolve) => server.once("close", (code, signal) => resolve({ code, signal })));
  process.once("exit", () => server.kill("SIGKILL"));
  const output = { text: "" };
  const endpoint = await readyAddress(server, output);

  return {
    endpoint,
    output: () => output.text,

    /** Bytes of memory that the process occupies. */
    residentBytes: () => Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${server.pid}/status`, "utf8"))[1]) * 1024,

    /** Asks the process to end and resolves to how it did. */
    async stop(signal = "SIGTERM") {
      const started = performance.now();
      server.kill(signal);
      return { ...(await exited), milliseconds: performance.now() - started };
    },
  };
}

function readyAddress(server, output) {
  return new Promise((resolve, reject) => {
    const fail = (reason) => reject(new Error(`${program} ${reason}\n${output.text}`));
    const timer = setTimeout(() => {
      server.kill("SIGKILL");
      fail("did not say its address within 30 seconds");
    }, 30_000);

    for (const stream of [server.stdout, server.stderr]) {
      stream.setEncoding("utf8").on("data", (text) => {
        output.text += text;
        const address = /http:\/\/[^\s/]+:\d+/.exec(output.text);
        if (address !== null) {
          clearTimeout(timer);
          resolve(address[0]);
        }
      });
    }

    server.once("error", (error) => fail(error.message));
    server.once("close", (code) => {
      clearTimeout(timer);
      fail(`ended with exit code ${code}`);
    });
  });
}
