// Numbers and names as people read them. One notation for all readers: the same file looks the same everywhere.
const NONE = "–";

function number(value, digits = 1) {
  if (value === undefined || value === null || !Number.isFinite(value)) {
    return NONE;
  }
  return value.toLocaleString("en-US", { maximumFractionDigits: Math.abs(value) >= 100 ? 0 : digits });
}

function percent(share, digits = 0) {
  return share === undefined || !Number.isFinite(share) ? NONE : `${(share * 100).toFixed(digits)}%`;
}

// 8.4 s, 1:05, 1:02:03
function time(seconds) {
  if (seconds === undefined || seconds === null || !Number.isFinite(seconds)) {
    return NONE;
  }
  if (seconds < 60) {
    return `${number(seconds)} s`;
  }
  return clock(seconds);
}

function clock(seconds) {
  const whole = Math.round(seconds);
  const rest = `${String(Math.floor(whole / 60) % 60).padStart(whole >= 3600 ? 2 : 1, "0")}:${String(whole % 60).padStart(2, "0")}`;
  return whole >= 3600 ? `${Math.floor(whole / 3600)}:${rest}` : rest;
}

function counted(count, one, many = `${one}s`) {
  return `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;
}

// "web_dev" as "web dev": keys are for programs.
function plain(key) {
  return key.replaceAll("_", " ");
}

// The last two levels say enough beside a chart; the whole path is in the tips and tables.
function shortGroup(group) {
  return plain(group.split(" > ").at(-1));
}

function longGroup(group) {
  return group.split(" > ").map(plain).join(" › ");
}

const LANGUAGES = new Intl.DisplayNames(["en"], { type: "language", fallback: "code" });

function language(code) {
  try {
    return code ? LANGUAGES.of(code) : NONE;
  } catch {
    return code;
  }
}
