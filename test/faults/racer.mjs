// One of several processes that take the lock of the same folder at the same moment; told what to do by messages.
const { lockFolder } = await import(process.argv[2]);

let held = null;

process.on("message", ({ folder, at }) => {
  if (folder === undefined) {
    held?.release();
    held = null;
    process.send(true);
    return;
  }
  // Waiting busily is exact, where a timer would wake the racers one after another.
  while (performance.timeOrigin + performance.now() < at);
  const lock = lockFolder(folder);
  if (lock.ok) held = lock;
  process.send(lock.ok);
});
