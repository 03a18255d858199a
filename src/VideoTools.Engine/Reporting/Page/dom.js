// Elements are made here and nowhere else: texts of videos only ever become text nodes, never markup.
const SVG = "http://www.w3.org/2000/svg";

function h(tag, properties, ...children) {
  return fill(document.createElement(tag), properties, children);
}

function s(tag, properties, ...children) {
  return fill(document.createElementNS(SVG, tag), properties, children);
}

function fill(element, properties, children) {
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (value === undefined || value === null || value === false) {
      continue;
    }
    if (name.startsWith("on")) {
      element.addEventListener(name.slice(2), value);
    } else if (name === "style") {
      // Through the object model: the page's policy allows no style attributes.
      for (const [key, text] of Object.entries(value)) {
        element.style.setProperty(key, text);
      }
    } else {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
  element.append(...children.flat(2).filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

function section(id, title, lead, ...children) {
  return h("section", { class: "block", id, "aria-labelledby": `${id}-title` },
    h("h2", { id: `${id}-title` }, title), lead && h("p", { class: "lead" }, lead), children);
}

// A table that scrolls by itself where the window is narrow; the keyboard reaches it.
function dataTable(caption, heads, rows, className = "") {
  return h("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": caption },
    h("table", { class: className },
      h("caption", { class: "quiet" }, caption),
      h("thead", null, h("tr", null, heads.map(head => h("th", { scope: "col", class: head.number && "number" }, head.text ?? head)))),
      h("tbody", null, rows.map(cells => h("tr", null, cells.map((cell, i) => i === 0
        ? h("th", { scope: "row", class: heads[i].number && "number" }, cell)
        : h("td", { class: heads[i].number && "number" }, cell)))))));
}

// Choices of which one holds, as a group of radio buttons that look like one control.
function choice(label, name, options, chosen, onChange) {
  return h("fieldset", { class: "choice" }, h("legend", null, label),
    options.map(([value, text]) => h("label", null,
      h("input", { type: "radio", name, value, checked: value === chosen, onchange: () => onChange(value) }),
      h("span", null, text))));
}
