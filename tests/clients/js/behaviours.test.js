// Every behaviour of tests/clients/behaviours, through every client.

import { after, before, describe, it } from "node:test";
import { applies, readBehaviours, run } from "./lib/behaviours.js";
import { clients } from "./lib/clients.js";
import { startEmulator } from "./lib/emulator.js";

let emulator;
let accounts = 100_000_000_000;

before(async () => {
  emulator = await startEmulator();
});

after(() => emulator?.stop());

for (const client of clients) {
  describe(client.name, () => {
    before(() => client.start(emulator.endpoint));
    after(() => client.stop());

    for (const behaviour of readBehaviours().filter((behaviour) => applies(behaviour, client))) {
      it(`${behaviour.subject}: ${behaviour.name}`, { timeout: 60_000 }, () => run(behaviour, client, String(++accounts)));
    }
  });
}
