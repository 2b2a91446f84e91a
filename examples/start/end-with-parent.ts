// Loaded first into every part (node --import): when the starter is gone, however it ended, the part ends in order as well.
// The starter holds the other end of standard input; the system closes it even after kill -9.
process.stdin.once("close", () => process.kill(process.pid, "SIGTERM"));
process.stdin.resume();
// Listening must not keep a part alive that has nothing else to do.
if ("unref" in process.stdin && typeof process.stdin.unref === "function") process.stdin.unref();
