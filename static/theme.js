// Before the first paint, applies the theme and the language that the user chose. The page stores
// nothing else.
try {
  const { theme, locale } = localStorage;
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
  if (/^[a-z]{2}$/.test(locale ?? "")) Object.assign(document.documentElement, { lang: locale }).dataset.locale = locale;
} catch {
  // If storage is forbidden, the page uses the system's theme and the browser's language.
}
