// Asks the browser for a passkey as the page says and sends what it signed. Bytes travel as URL-safe Base64.
const bytes = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const keys = (list) => list?.map((key) => ({ ...key, id: bytes(key.id) }));
const asked = ({ publicKey: told }) => ({
  ...told,
  challenge: bytes(told.challenge),
  ...(told.user && { user: { ...told.user, id: bytes(told.user.id) } }),
  ...(told.excludeCredentials && { excludeCredentials: keys(told.excludeCredentials) }),
  ...(told.allowCredentials && { allowCredentials: keys(told.allowCredentials) }),
});
const told = (key) => {
  const response = {};
  for (const part of ["attestationObject", "authenticatorData", "clientDataJSON", "signature", "userHandle"]) {
    if (key.response[part]) response[part] = text(key.response[part]);
  }
  return JSON.stringify({ id: key.id, rawId: text(key.rawId), type: key.type, extensions: key.getClientExtensionResults(), response });
};
behave("form[data-passkey]", (form) => {
  if (!window.PublicKeyCredential) return;
  const part = (name) => form.querySelector("[data-" + name + "]");
  part("without").hidden = true;
  part("go").hidden = false;
  const ask = async () => {
    part("failed").hidden = true;
    try {
      const key = await navigator.credentials[form.dataset.passkey]({ publicKey: asked(JSON.parse(form.dataset.options)) });
      form.elements.answer.value = told(key);
      form.submit();
    } catch {
      part("failed").hidden = false;
    }
  };
  part("go").addEventListener("click", ask);
  ask();
});
// A way that needs keys is shown to browsers that have them.
behave("[data-with-passkeys]", (way) => { way.hidden = !window.PublicKeyCredential; });
