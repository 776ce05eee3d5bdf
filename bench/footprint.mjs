// What time tells nothing of: the most memory that a process took, and how cost grows.
import { existsSync, readFileSync } from "node:fs";

/** The most memory that any of these processes had at a time, in megabytes; the system must be Linux. */
function peak(pids) {
  const of = (pid) => Number(/^VmHWM:\s*(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1000;
  return Math.max(...pids.map(of));
}

/** Each in a process of its own that does nothing else: loads, and reads 10,000 certificates once. */
export async function memory(hosts, say) {
  if (!existsSync("/proc/self/status")) return [];
  const rows = [];
  for (const { title, start } of hosts) {
    const row = { title };
    for (const contender of ["sslengine-doctor", "@peculiar/x509"]) {
      const host = await start();
      await host.ask("prepare")();
      await host.ask("answer")({ contender, id: "certificates" });
      row[contender] = peak(await host.pids());
      host.close();
    }
    say(`    memory, ${title}: ${row["sslengine-doctor"].toFixed(0)} and ${row["@peculiar/x509"].toFixed(0)} MB`);
    rows.push(row);
  }
  return rows;
}

/** 10,000 and 100,000 certificates in one input, three times in turn, this library only. */
export async function growth(hosts, say) {
  const rows = [];
  for (const { title, start } of hosts) {
    const host = await start();
    await host.ask("prepare")();
    const times = { small: [], large: [] };
    for (let round = 0; round < 3; round += 1) {
      for (const size of ["small", "large"]) times[size].push(await host.ask("inspectFile")({ file: `${size}.pem` }));
    }
    host.close();
    const [small, large] = Object.values(times).map((samples) => samples.map(([ms]) => ms).sort((a, b) => a - b)[1]);
    if (times.small[0][1] !== 10_000 || times.large[0][1] !== 100_000) throw new Error("Not all certificates were read.");
    say(`    growth, ${title}: ${small.toFixed(0)} and ${large.toFixed(0)} ms, ${(large / small).toFixed(1)} times`);
    rows.push({ title, small, large });
  }
  return rows;
}
