// Drives WebKitGTK, the engine of Safari, over WebDriver, as far as these tests need it:
// playwright-core needs its own WebKit build.
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const installed = (name) => {
  try {
    execFileSync("sh", ["-c", `command -v ${name}`], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};

/** Whether WebKitGTK can be driven here: its driver, and a display or a virtual one. */
export const webkit = installed("WebKitWebDriver") && (Boolean(process.env.DISPLAY) || installed("Xvfb"));

const freePort = () =>
  new Promise((resolve) => {
    const server = createServer().listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Starts WebKitGTK with an empty profile. `page` has goto(url), evaluate(source) and until(source). */
export async function launchWebKit() {
  const home = mkdtempSync(join(tmpdir(), "sslengine-doctor-webkit-"));
  const children = [];
  const env = { ...process.env, HOME: home, XDG_CACHE_HOME: join(home, "cache"), XDG_DATA_HOME: join(home, "data"), WEBKIT_DISABLE_COMPOSITING_MODE: "1", LIBGL_ALWAYS_SOFTWARE: "1", NO_AT_BRIDGE: "1" };
  const close = async () => {
    for (const child of children.reverse()) {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      if (child.exitCode === null && child.kill()) await Promise.race([ended, pause(5_000)]);
    }
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    if (!env.DISPLAY) {
      const server = spawn("Xvfb", ["-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"], { stdio: ["ignore", "pipe", "ignore"] });
      children.push(server);
      const number = await new Promise((resolve, reject) => {
        server.stdout.once("data", (data) => resolve(String(data).trim()));
        server.once("exit", () => reject(new Error("Xvfb ended")));
      });
      env.DISPLAY = `:${number}`;
    }
    const port = await freePort();
    children.push(spawn("WebKitWebDriver", [`--port=${port}`], { stdio: "ignore", env }));
    const page = await connect(`http://127.0.0.1:${port}`);
    return { page, close };
  } catch (why) {
    await close();
    throw why;
  }
}

async function connect(address) {
  const ask = async (method, path, body) => {
    const response = await fetch(address + path, { method, body: body && JSON.stringify(body) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`${path}: ${value.error}: ${value.message}`);
    return value;
  };
  for (let tries = 0; ; tries += 1) {
    const ready = await ask("GET", "/status").catch(() => undefined);
    if (ready) break;
    if (tries === 100) throw new Error("WebKitWebDriver does not answer");
    await pause(100);
  }
  const { sessionId } = await ask("POST", "/session", { capabilities: { alwaysMatch: {} } });
  const session = `/session/${sessionId}`;
  await ask("POST", `${session}/timeouts`, { script: 60_000, pageLoad: 60_000 });
  const page = {};
  page.goto = (url) => ask("POST", `${session}/url`, { url });
  page.reload = () => ask("POST", `${session}/refresh`, {});
  /** Evaluates the expression `source` on the page, awaits it, and returns its JSON-serialisable value. */
  page.evaluate = async (source) => {
    const script = `const done = arguments[0]; (async () => JSON.stringify(await (${source})) ?? "null")().then((text) => done({ text }), (why) => done({ why: String(why) }))`;
    const { text, why } = await ask("POST", `${session}/execute/async`, { script, args: [] });
    if (why) throw new Error(why);
    return JSON.parse(text);
  };
  /** Waits until `source` is truthy on the page. */
  page.until = async (source, seconds = 60) => {
    for (const end = Date.now() + seconds * 1000; Date.now() < end; ) {
      const value = await page.evaluate(source).catch(() => undefined);
      if (value) return value;
      await pause(100);
    }
    throw new Error(`timeout after ${seconds} s: ${source}`);
  };
  page.picture = async () => Buffer.from(await ask("GET", `${session}/screenshot`), "base64");
  page.end = () => ask("DELETE", session);
  return page;
}
