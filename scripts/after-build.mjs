// Trunk's post-build hook for the staged page. Each part changes files in TRUNK_STAGING_DIR, in
// this order. There is only one hook because Trunk runs the hooks of a stage in parallel.
await import("./split.mjs");
await import("./minify.mjs");
await import("./styles.mjs");
await import("./name-by-content.mjs");
await import("./found.mjs");
await import("./docs.mjs");
await import("./service-worker.mjs");
