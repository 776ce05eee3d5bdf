// Measures peak memory, and how the time grows with the input.
import { existsSync, readFileSync } from "node:fs";

/** The peak memory of the largest of these processes, in megabytes. Linux only. */
function peak(pids) {
  const of = (pid) => Number(/^VmHWM:\s*(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1000;
  return Math.max(...pids.map(of));
}

/** Peak memory for reading 10,000 certificates once; each contender gets its own process. */
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

/** Times 10,000 and 100,000 certificates in one input, alternating, three times each; only this library. */
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
