// Trunk's last step, on the staged page: each part changes files in TRUNK_STAGING_DIR, in this order. (Trunk starts several
// hooks of one stage at once, so there is one.)
await import("./split.mjs");
await import("./minify.mjs");
await import("./styles.mjs");
await import("./name-by-content.mjs");
await import("./found.mjs");
await import("./docs.mjs");
await import("./service-worker.mjs");
