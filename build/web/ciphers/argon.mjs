// A worker for one PIN: the 64 MiB that Argon2 fills go when it does. WebAssembly memory never shrinks otherwise.
// What came of it goes through the port that came along, else to who started it; null when nothing did.

import { argon2id } from "hash-wasm";

self.onmessage = async ({ data: [password, salt, memory, passes], ports: [port] }) => {
  const sizes = { parallelism: 1, iterations: passes, memorySize: memory, hashLength: 32 };
  const made = argon2id({ password, salt, ...sizes, outputType: "binary" });
  (port ?? self).postMessage(await made.catch(() => null));
  self.close();
};
