// Starts the built server as a child process, on a free port, and stops it again.

import { execFileSync, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
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

    residentBytes: () => residentBytes(server.pid),

    /** Asks the process to end and resolves to how it did. */
    async stop(signal = "SIGTERM") {
      const started = performance.now();
      server.kill(signal);
      return { ...(await exited), milliseconds: performance.now() - started };
    },
  };
}

/** Bytes of memory that a process occupies. Small Linux images have no ps, other systems no /proc. */
function residentBytes(pid) {
  const kilobytes = existsSync("/proc/self/status")
    ? /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))[1]
    : execFileSync("ps", ["-o", "rss=", "-p", pid], { encoding: "utf8" });
  return Number(kilobytes) * 1024;
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
