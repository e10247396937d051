import type { Say } from "~/kernel/i18n/messages";
import type { formPageWords } from "./words";

/** A question as the server describes it. */
export interface Asked {
  key: string;
  label: string;
  help: string | null;
  required: boolean;
  parameter: string | null;
  input: string;
  options: { value: string; label: string }[];
}

/** A question on the page. */
export interface Shown {
  asked: Asked;
  element: HTMLElement;
  answer: () => string | string[];
  /** Shows what is wrong with the answer; nothing with `null`. */
  complain: (message: string | null) => void;
}

/** Draws a question; whatever people wrote into the form is put there as text and never as markup. */
export function questionOf(asked: Asked, say: Say<typeof formPageWords>): Shown {
  const element = document.createElement("div");
  element.className = "question";
  const id = `q-${asked.key}`;
  const several = asked.input === "several";
  const label = document.createElement(several ? "span" : "label");
  label.className = "question-label";
  label.textContent = asked.label;
  if (label instanceof HTMLLabelElement) label.htmlFor = id;
  else label.id = `${id}-label`;
  if (asked.required) {
    const mark = document.createElement("span");
    mark.className = "question-required";
    mark.textContent = " *";
    mark.title = say("required");
    label.append(mark);
  }
  const note = document.createElement("div");
  note.id = `${id}-note`;
  note.className = "question-note";
  note.setAttribute("aria-live", "polite");
  note.textContent = asked.help ?? "";
  const { input, answer } = inputOf(asked, id, say);
  input.setAttribute("aria-describedby", note.id);
  if (several) input.setAttribute("aria-labelledby", `${id}-label`);
  element.append(label, input, note);
  return {
    asked,
    element,
    answer,
    complain: message => {
      element.classList.toggle("question-wrong", message !== null);
      note.textContent = message ?? asked.help ?? "";
      if (message === null) input.removeAttribute("aria-invalid");
      else input.setAttribute("aria-invalid", "true");
    },
  };
}

function inputOf(asked: Asked, id: string, say: Say<typeof formPageWords>) {
  if (asked.input === "several") {
    const group = document.createElement("div");
    group.setAttribute("role", "group");
    group.tabIndex = -1;
    const boxes = asked.options.map(option => {
      const line = document.createElement("label");
      line.className = "question-option";
      const box = document.createElement("input");
      box.type = "checkbox";
      box.value = option.value;
      line.append(box, ` ${option.label}`);
      group.append(line);
      return box;
    });
    return { input: group, answer: () => boxes.filter(box => box.checked).map(box => box.value) };
  }
  if (asked.input === "one") {
    const select = document.createElement("select");
    select.append(new Option(say("choose"), ""));
    for (const option of asked.options) select.append(new Option(option.label, option.value));
    return { input: named(select, asked, id), answer: () => select.value };
  }
  if (asked.input === "area") {
    const area = document.createElement("textarea");
    area.rows = 4;
    return { input: named(area, asked, id), answer: () => area.value.trim() };
  }
  const input = document.createElement("input");
  input.type = asked.input === "check" ? "checkbox" : asked.input === "number" ? "text" : asked.input;
  if (asked.input === "number") input.inputMode = "decimal";
  if (asked.input === "tel") input.autocomplete = "tel";
  if (asked.input === "email") input.autocomplete = "email";
  return {
    input: named(input, asked, id),
    answer: () => (asked.input === "check" ? (input.checked ? "true" : "") : input.value.trim()),
  };
}

function named<E extends HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(
  input: E,
  asked: Asked,
  id: string,
): E {
  input.id = id;
  input.name = asked.key;
  if (asked.required) input.setAttribute("aria-required", "true");
  return input;
}
