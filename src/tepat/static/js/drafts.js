// What is being typed in a form that may wait is kept on the device until it is sent; put back when the page opens again.
const KEPT = "textarea[name], select[name], input[name]:not([type=hidden], [type=password], [type=file], [name^=consent])";

const isTick = (field) => /checkbox|radio/.test(field.type);
const fieldsOf = (form) => [...form.querySelectorAll(KEPT)];
const untouched = (field) => isTick(field) ? field.checked === field.defaultChecked
  : field.options ? [...field.options].every((o) => !o.defaultSelected || o.selected) : field.value === field.defaultValue;

export async function keepDrafts(account, ask, say) {
  const forms = [...document.forms].filter((form) => form.elements.outbox && fieldsOf(form).length);
  if (!forms.length) return;
  const drafts = await ask({ act: "drafts", account });
  for (const form of forms) {
    const id = `${account} ${location.pathname} ${new URL(form.action).pathname}`;
    const draft = drafts.find((each) => each.id === id);
    if (draft && restore(form, draft)) say(draft, () => { form.reset(); forget(); });
    const forget = () => ask({ act: "draft", draft: { id } });
    let timer;
    const keep = () => {
      timer = clearTimeout(timer);
      ask({ act: "draft", draft: { id, account, fields: valuesOf(form) } });
    };
    form.addEventListener("input", () => {
      clearTimeout(timer);
      timer = setTimeout(keep, 400);
    });
    addEventListener("pagehide", () => { if (timer) keep(); });
    form.addEventListener("submit", () => { timer = clearTimeout(timer); forget(); });
  }
}

function valuesOf(form) {
  return fieldsOf(form).map((field) => [field.name, field.value, isTick(field) ? field.checked : null]);
}

// Never over something else: not over what the server filled in anew, nor over an answer that says what is wrong.
function restore(form, { fields }) {
  if (form.querySelector("[aria-invalid=true]") || !fieldsOf(form).every(untouched)) return false;
  let changed = false;
  for (const field of fieldsOf(form)) {
    const kept = fields.find(([name, value]) => name === field.name && (!isTick(field) || value === field.value));
    if (!kept) continue;
    changed ||= isTick(field) ? field.checked !== kept[2] : field.value !== kept[1];
    if (isTick(field)) field.checked = kept[2];
    else field.value = kept[1];
  }
  return changed;
}
