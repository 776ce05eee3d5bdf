// Before the first paint, applies the theme and the language that the user chose, or the browser's
// language. The page stores nothing else.
{
  const root = document.documentElement;
  const known = (tag) => ["en", "fr", "es"].find((name) => name === String(tag).toLowerCase().split("-")[0]);
  let theme, locale;
  // If storage is forbidden, the page uses the system's theme and the browser's language.
  try {
    ({ theme, locale } = localStorage);
  } catch {}
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  if (known(locale)) root.dataset.locale = locale;
  root.lang = known(locale) ?? navigator.languages?.map(known).find(Boolean) ?? "en";
}
