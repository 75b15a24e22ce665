#!/usr/bin/env node
const { start } = require('../dist/start.cjs');

start(process).then((code) => {
  process.exitCode = code;
  if (process.stdout.writableLength === 0 && process.stderr.writableLength === 0) {
    // All is written. Left to end by itself, Node takes the heap apart first, which is a thirtieth of a short run.
    process.exit();
  }
});
