// Formats the results as Markdown.

const OURS = "sslengine-doctor";
const short = (ms) => (ms >= 100 ? Math.round(ms).toLocaleString("en") : ms.toPrecision(ms >= 10 ? 3 : 2));

/** The hosts in which all contenders run. The tables of other hosts have no ratios. */
const COMPARED = ["Chromium", "Node"];

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
  if (!COMPARED.includes(title.split(" ")[0])) return text;
  const ratio = (one, of) => {
    const others = Object.entries(results[one.id]).filter(([name]) => (of ? name === of : name !== OURS));
    const fastest = Math.min(...others.map(([, { ms }]) => ms));
    return (fastest / results[one.id][OURS].ms).toFixed(1);
  };
  text += row(["times as fast as the fastest other", ...shown.map((one) => ratio(one))]);
  return text + row(["**times as fast as @peculiar/x509**", ...shown.map((one) => `**${ratio(one, "@peculiar/x509")}**`)]);
}

export function markdown(report) {
  const { date, machine, rounds, load } = report;
  let text = `Milliseconds, medians of ${rounds} interleaved rounds (fewer if a number in brackets follows); ${date}, ${machine}, load ${load.join(" to ")}.\n\n`;
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
