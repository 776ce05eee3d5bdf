// Applies the theme chosen on the page before the first paint.
try {
  const { theme } = localStorage;
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage is blocked: use the system's theme.
}
