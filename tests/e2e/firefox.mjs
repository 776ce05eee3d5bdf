// Drives Firefox over WebDriver BiDi, as far as these tests need it: playwright-core needs its own
// Firefox build.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import WebSocket from "ws";

/** The path of Firefox, or undefined if it is not installed. */
export const firefox = [process.env.FIREFOX_BIN, "firefox-esr", "firefox"].filter(Boolean).find((name) => {
  try {
    execFileSync(name, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
});

// A proxy that does not exist: every network request fails, including loopback.
const NO_NETWORK = `
user_pref("network.proxy.type", 1);
user_pref("network.proxy.http", "127.0.0.1");
user_pref("network.proxy.http_port", 9);
user_pref("network.proxy.ssl", "127.0.0.1");
user_pref("network.proxy.ssl_port", 9);
user_pref("network.proxy.allow_hijacking_localhost", true);
user_pref("network.proxy.no_proxies_on", "");
user_pref("app.update.enabled", false);
user_pref("browser.shell.checkDefaultBrowser", false);
user_pref("datareporting.policy.dataSubmissionEnabled", false);
user_pref("toolkit.telemetry.reportingpolicy.firstRun", false);
`;

/** Starts Firefox without a network. `page` has goto(url), evaluate(source), requests and complaints. */
export async function launchFirefox() {
  const profile = mkdtempSync(join(tmpdir(), "sslengine-doctor-firefox-"));
  writeFileSync(join(profile, "user.js"), NO_NETWORK);
  const child = spawn(firefox, ["--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"], {
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, MOZ_CRASHREPORTER_DISABLE: "1" },
  });
  const ended = new Promise((resolve) => child.once("exit", resolve));
  const close = async () => {
    child.kill();
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    return { ...(await connect(child, ended)), close };
  } catch (why) {
    await close();
    throw why;
  }
}

async function connect(child, ended) {
  const endpoint = await new Promise((resolve, reject) => {
    let output = "";
    child.stderr.on("data", (data) => {
      output += data;
      const found = output.match(/WebDriver BiDi listening on (ws:\S+)/);
      if (found) resolve(found[1]);
    });
    ended.then(() => reject(new Error(`Firefox ended: ${output}`)));
    setTimeout(() => reject(new Error(`Firefox does not answer: ${output}`)), 60_000).unref();
  });
  const socket = new WebSocket(`${endpoint}/session`);
  await new Promise((resolve, reject) => socket.once("open", resolve).once("error", reject));

  const asked = new Map();
  const page = { requests: [], complaints: [] };
  socket.on("message", (text) => {
    const { id, type, result, message, method, params } = JSON.parse(text);
    if (method === "network.beforeRequestSent") page.requests.push(params.request.url);
    if (method === "log.entryAdded" && params.level === "error") page.complaints.push(params.text);
    if (!asked.has(id)) return;
    const { resolve, reject } = asked.get(id);
    asked.delete(id);
    if (type === "error") reject(new Error(message));
    else resolve(result);
  });
  let last = 0;
  const send = (method, params) =>
    new Promise((resolve, reject) => {
      asked.set(++last, { resolve, reject });
      socket.send(JSON.stringify({ id: last, method, params }));
    });

  await send("session.new", { capabilities: {} });
  const { contexts } = await send("browsingContext.getTree", {});
  const { context } = contexts[0];
  await send("session.subscribe", { events: ["network.beforeRequestSent", "log.entryAdded"] });

  page.goto = (url) => send("browsingContext.navigate", { context, url, wait: "complete" });
  /** Evaluates the expression `source` on the page, awaits it, and returns its JSON-serialisable value. */
  page.evaluate = async (source) => {
    const { type, result, exceptionDetails } = await send("script.evaluate", {
      expression: `(async () => JSON.stringify(await (${source})) ?? "null")()`,
      target: { context },
      awaitPromise: true,
    });
    if (type === "exception") throw new Error(exceptionDetails.text);
    return JSON.parse(result.value);
  };
  /** Waits until `source` is truthy on the page. */
  page.until = async (source, seconds = 30) => {
    for (const end = Date.now() + seconds * 1000; Date.now() < end; ) {
      const value = await page.evaluate(source);
      if (value) return value;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`timeout after ${seconds} s: ${source}; complaints: ${page.complaints.join("; ")}`);
  };
  return { page };
}
