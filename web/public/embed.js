// Puts a form into another site where its script stands: <script src="https://…/embed.js" data-form="KEY" async></script>
(() => {
  const script = document.currentScript;
  const key = script.dataset.form;
  const origin = new URL(script.src).origin;
  const address = new URL(`/f/${encodeURIComponent(key)}`, origin);
  for (const [name, value] of new URLSearchParams(location.search)) address.searchParams.set(name, value);
  address.searchParams.set("hk-page", location.href.split("#")[0].slice(0, 1500));
  address.searchParams.set("hk-referrer", document.referrer.slice(0, 400));
  const frame = document.createElement("iframe");
  frame.src = address.href;
  frame.title = script.dataset.title || "Form";
  frame.style.cssText = "width:100%;border:0;min-height:320px;color-scheme:light";
  script.after(frame);
  window.addEventListener("message", event => {
    if (event.source !== frame.contentWindow || event.origin !== origin || !event.data) return;
    const { hengkeHeight: height, hengkeRedirect: redirect } = event.data;
    if (typeof height === "number") frame.style.height = `${Math.ceil(height)}px`;
    if (typeof redirect === "string" && /^https?:\/\//i.test(redirect)) location.assign(redirect);
  });
})();
