// The page's own behaviour: filters, theme, printing. All of the page is there without it.
(() => {
  /** @param {string} id */
  const byId = (id) => /** @type {HTMLElement} */ (document.getElementById(id));
  const form = /** @type {HTMLFormElement} */ (byId("filters"));
  const text = /** @type {HTMLInputElement} */ (byId("filter-text"));
  const stack = /** @type {HTMLSelectElement} */ (byId("filter-stack"));
  const rule = /** @type {HTMLSelectElement} */ (byId("filter-rule"));
  const region = /** @type {HTMLSelectElement} */ (byId("filter-region"));
  const reset = /** @type {HTMLButtonElement} */ (byId("filter-reset"));
  const boxes = /** @type {HTMLInputElement[]} */ ([
    ...form.querySelectorAll("input[type=checkbox]"),
  ]);

  /** @type {WeakMap<HTMLElement, string>} */
  const texts = new WeakMap();
  /** @param {HTMLElement} item */
  const textOf = (item) => {
    let known = texts.get(item);
    if (known === undefined) {
      known = (item.textContent ?? "").toLowerCase();
      texts.set(item, known);
    }
    return known;
  };

  const lists = [...document.querySelectorAll("[data-list]")].map((list) => ({
    title: list.getAttribute("data-list") ?? "",
    items: /** @type {HTMLElement[]} */ ([...list.querySelectorAll("[data-item]")]),
    // Inner groups come after the outer ones that hold them: judge them first.
    groups: [...list.querySelectorAll("[data-group]")].reverse(),
    count: /** @type {HTMLElement} */ (list.querySelector("[data-count]")),
    nothing: /** @type {HTMLElement} */ (list.querySelector("[data-nothing]")),
  }));

  /**
   * @param {string} wanted number of the choice; empty for any
   * @param {string | undefined} has numbers of the item, with spaces between
   */
  const has = (wanted, has) =>
    wanted === "" || (has !== undefined && ` ${has} `.includes(` ${wanted} `));

  const judge = () => {
    const words = text.value.toLowerCase().split(/\s+/).filter(Boolean);
    const statuses = new Set(boxes.filter((box) => box.checked).map((box) => box.value));
    const anyStatus = statuses.size === boxes.length;
    return (/** @type {HTMLElement} */ item) => {
      const { item: status = "", stack: ofStack, rule: rules, region: regions } = item.dataset;
      return (
        (anyStatus || status === "any" || statuses.has(status)) &&
        has(stack.value, ofStack) &&
        has(rule.value, rules) &&
        has(region.value, regions) &&
        words.every((word) => textOf(item).includes(word))
      );
    };
  };

  const apply = () => {
    const fits = judge();
    const said = [];
    let isFiltered = false;
    for (const { title, items, groups, count, nothing } of lists) {
      let left = 0;
      for (const item of items) {
        const isIn = fits(item);
        left += isIn ? 1 : 0;
        item.classList.toggle("out", !isIn);
      }
      for (const group of groups) {
        group.classList.toggle("out", group.querySelector("[data-item]:not(.out)") === null);
      }
      const isPart = left < items.length;
      isFiltered ||= isPart;
      count.textContent = isPart ? `${left} of ${items.length}` : String(items.length);
      nothing.hidden = left > 0 || items.length === 0;
      if (items.length > 0) {
        said.push(`${left} of ${items.length} ${title.toLowerCase()}`);
      }
    }
    byId("shown").textContent = isFiltered ? `Showing ${said.join(", ")}` : "Showing all";
    reset.disabled = !isFiltered && isUnset();
    for (const button of document.querySelectorAll("[data-region-name] button")) {
      const isOn =
        region.value !== "" && button.textContent === region.selectedOptions[0]?.textContent;
      button.setAttribute("aria-pressed", String(isOn));
    }
  };

  const isUnset = () =>
    text.value === "" &&
    [stack, rule, region].every((select) => select.value === "") &&
    boxes.every((box) => box.checked);

  /** A search waits until the reader pauses: thousands of items need not be judged at each key. */
  let waiting = 0;
  text.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(apply, 120);
  });
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    apply();
  });
  form.addEventListener("reset", () => {
    // The fields take their first values after this event.
    setTimeout(() => {
      apply();
      text.focus();
    });
  });

  // A region in the table below the map filters the lists, and again shows all.
  for (const name of document.querySelectorAll("[data-region-name]")) {
    const option = [...region.options].find(({ textContent }) => textContent === name.textContent);
    if (option !== undefined) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = name.textContent;
      button.title = "Filter the lists below by this region";
      button.setAttribute("aria-pressed", "false");
      button.addEventListener("click", () => {
        region.value = region.value === option.value ? "" : option.value;
        apply();
      });
      name.replaceChildren(button);
    }
  }

  // A link to an item that a filter hides, or that stands in a closed group, shows it.
  const reveal = () => {
    const target = location.hash === "" ? null : document.getElementById(location.hash.slice(1));
    if (target?.closest(".out")) {
      form.reset();
    }
  };
  addEventListener("hashchange", reveal);

  const theme = /** @type {HTMLButtonElement} */ (byId("theme"));
  const root = document.documentElement;
  const prefersDark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () =>
    root.dataset.theme === undefined ? prefersDark.matches : root.dataset.theme === "dark";
  const nameTheme = () => {
    theme.textContent = isDark() ? "Light theme" : "Dark theme";
  };
  theme.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    nameTheme();
  });
  prefersDark.addEventListener("change", nameTheme);

  /** @type {HTMLDetailsElement[]} */
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details")].filter((details) => !details.open);
    for (const details of opened) {
      details.open = true;
    }
  });
  addEventListener("afterprint", () => {
    for (const details of opened) {
      details.open = false;
    }
  });

  nameTheme();
  theme.hidden = false;
  form.hidden = false;
  apply();
})();
