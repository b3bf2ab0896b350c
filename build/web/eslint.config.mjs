// What is asked of the page's files: the recommended rules, and the names that each place knows by itself.

import js from "@eslint/js";
import globals from "globals";

const knows = (files, names) => ({ files, languageOptions: { globals: globals[names] } });

export default [
  js.configs.recommended,
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  { rules: { "no-unused-vars": ["error", { ignoreRestSiblings: true }] } },      // { left, ...kept } leaves one out
  knows(["page/**", "scan/**"], "browser"),
  knows(["ciphers/**", "worker/**"], "worker"),
  knows(["sw.mjs"], "serviceworker"),
  knows(["compile.mjs"], "node"),
];
