// A worker for one PIN: the 64 MiB that Argon2 fills go when it does. WebAssembly memory never shrinks otherwise.

import { argon2id } from "hash-wasm";

self.onmessage = async ({ data: [password, salt, memory, passes] }) => {
  const sizes = { parallelism: 1, iterations: passes, memorySize: memory, hashLength: 32 };
  self.postMessage(await argon2id({ password, salt, ...sizes, outputType: "binary" }));
};
