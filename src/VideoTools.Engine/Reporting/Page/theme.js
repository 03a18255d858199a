// Light, dark or as the system is; remembered where the browser lets a file remember something.
const THEMES = [["auto", "Auto"], ["light", "Light"], ["dark", "Dark"]];
const THEME_KEY = "videotools-report-theme";

function storedTheme() {
  try {
    const stored = localStorage.getItem(THEME_KEY);
    return THEMES.some(([name]) => name === stored) ? stored : "auto";
  } catch {
    return "auto";
  }
}

function applyTheme(name) {
  if (name === "auto") {
    delete document.documentElement.dataset.theme;
  } else {
    document.documentElement.dataset.theme = name;
  }
}

function themeChoice() {
  const chosen = storedTheme();
  applyTheme(chosen);
  return choice("Colours", "theme", THEMES, chosen, name => {
    applyTheme(name);
    try {
      localStorage.setItem(THEME_KEY, name);
    } catch {
      // Not remembered, still applied.
    }
  });
}
