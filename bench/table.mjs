// The results as Markdown.

const OURS = "sslengine-doctor";
const short = (ms) => (ms >= 100 ? Math.round(ms).toLocaleString("en") : ms.toPrecision(ms >= 10 ? 3 : 2));

/** What issue and prototype ask for: at least so many times @peculiar/x509. */
const GOALS = {
  Chromium: { rsa: 6.5, p256: 5.2, p384: 1.9, mozilla: 3.3, certificates: 7.5, chains: 3, noise: 1.2, "noise-text": 1 },
  Node: { rsa: 3.6, p256: 3.7, p384: 2.1, mozilla: 2.6, certificates: 15, chains: 2.5, noise: 1, "noise-text": 1 },
};

function row(cells) {
  return `| ${cells.join(" | ")} |\n`;
}

function table({ title, results }, cases) {
  const shown = cases.filter(({ id }) => results[id]);
  const names = [...new Set(shown.flatMap(({ id }) => Object.keys(results[id])))];
  let text = row([title, ...shown.map((one) => one.title)]) + row(["---", ...shown.map(() => "---:")]);
  for (const name of names) {
    const cell = ({ id }) => {
      const found = results[id][name];
      return found ? `${short(found.ms)}${found.rounds < 3 ? ` (${found.rounds})` : ""}` : "–";
    };
    text += row([name, ...shown.map(cell)]);
  }
  const goals = GOALS[title.split(" ")[0]];
  if (!goals) return text;
  const ratio = (one, of) => {
    const others = Object.entries(results[one.id]).filter(([name]) => (of ? name === of : name !== OURS));
    const fastest = Math.min(...others.map(([, { ms }]) => ms));
    return (fastest / results[one.id][OURS].ms).toFixed(1);
  };
  text += row(["times the fastest other", ...shown.map((one) => ratio(one))]);
  text += row(["**times @peculiar/x509**", ...shown.map((one) => `**${ratio(one, "@peculiar/x509")}**`)]);
  return text + row(["asked for, at least", ...shown.map(({ id }) => goals[id])]);
}

export function markdown(report) {
  const { date, machine, rounds, load } = report;
  let text = `Milliseconds, medians of ${rounds} interleaved rounds (fewer where a number in brackets says so); ${date}, ${machine}, load ${load.join(" to ")}.\n\n`;
  text += report.hosts.map((host) => table(host, report.cases)).join("\n");
  if (report.memory?.length) {
    text += `\n${row(["Peak memory, 10,000 certificates", OURS, "@peculiar/x509"])}${row(["---", "---:", "---:"])}`;
    for (const one of report.memory) text += row([one.title, `${one[OURS].toFixed(0)} MB`, `${one["@peculiar/x509"].toFixed(0)} MB`]);
  }
  if (report.growth?.length) {
    text += `\n${row(["Growth", "10,000", "100,000", "times"])}${row(["---", "---:", "---:", "---:"])}`;
    for (const { title, small, large } of report.growth) {
      text += row([title, `${short(small)} ms`, `${short(large)} ms`, (large / small).toFixed(1)]);
    }
  }
  return text;
}
