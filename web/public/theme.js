// Runs before the first paint so that a dark desk never sees a white flash.
(() => {
  const chosen = localStorage.getItem("hengke.theme") ?? "system";
  const dark =
    chosen === "dark" || (chosen === "system" && matchMedia("(prefers-color-scheme: dark)").matches);
  document.documentElement.dataset.theme = dark ? "dark" : "light";
})();
