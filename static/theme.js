// Before the first paint: the theme and the language that this person chose, the only things this page ever stores.
try {
  const { theme, locale } = localStorage;
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  if (/^[a-z]{2}$/.test(locale ?? "")) Object.assign(document.documentElement, { lang: locale }).dataset.locale = locale;
} catch {
  // Storage is forbidden: the system's theme and the browser's language serve.
}
