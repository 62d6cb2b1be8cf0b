// Controls from the settings that the server names. Their values are texts, as the address has them.

export const fetchJson = async path => {
  const answer = await fetch(path);
  const content = await answer.json();
  if (!answer.ok) throw new Error(content.error ?? answer.statusText);
  return content;
};

/** Shows a mistake, or takes it away. */
export const tellMistake = text => {
  const place = document.getElementById('mistake');
  place.hidden = !text;
  place.textContent = text ?? '';
};

/** name=value pairs for the address. */
export const toAddress = values => Object.entries(values).map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');

/** An element with properties and children. */
export const element = (tag, properties = {}, ...children) => {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
};

export const fillChoices = (select, choices) => select.replaceChildren(...choices.map(choice => element('option', { value: choice.name, textContent: choice.label })));

const readable = (setting, value) => setting.whole ? value.toLocaleString('en') : String(Number(value.toPrecision(2)));

/**
 * Makes the controls into a form, a fieldset a group. `changed(values)` is called when changes have come to rest; with a time in
 * milliseconds, that often while they go on.
 */
export function makeControls(form, settings, changed, often) {
  const values = {};
  const shows = {};
  let pending;
  const change = (name, value) => {
    values[name] = value;
    shows[name]?.(value);
    if (often && pending) return;
    clearTimeout(pending);
    pending = setTimeout(() => {
      pending = undefined;
      changed({ ...values });
    }, often ?? 120);
  };
  form.addEventListener('submit', event => event.preventDefault());
  for (const setting of settings) {
    if (!setting.group) continue;
    let group = form.querySelector(`[data-group="${setting.group}"]`);
    if (!group) {
      group = element('fieldset', {}, element('legend', { textContent: setting.group }));
      group.dataset.group = setting.group;
      form.append(group);
    }
    const [row, show] = (setting.choices ? choice : setting.typed ? typed : slider)(setting, change);
    if (setting.help) row.title = setting.help;
    group.append(row);
    shows[setting.name] = show;
  }
  return {
    /** Shows values that the server has. */
    show(given) {
      Object.assign(values, given);
      for (const name in shows) shows[name](values[name]);
    },
    /** Sets one value as if by hand. */
    change,
    get values() { return { ...values }; },
  };
}

function choice(setting, change) {
  const select = element('select', { id: `set-${setting.name}`, onchange: () => change(setting.name, select.value) });
  fillChoices(select, setting.choices);
  return [element('div', { className: 'row' }, element('label', { htmlFor: select.id, textContent: setting.label }), select), value => { select.value = value; }];
}

function typed(setting, change) {
  const input = element('input', { id: `set-${setting.name}`, type: 'number', min: setting.min, max: setting.max, step: 1, required: true });
  input.addEventListener('input', () => input.checkValidity() && change(setting.name, input.value));
  return [element('div', { className: 'row' }, element('label', { htmlFor: input.id, textContent: setting.label }), input), value => { if (input.value !== value) input.value = value; }];
}

function slider(setting, change) {
  const toPlace = value => setting.logarithmic ? Math.log10(value) : Number(value);
  const toValue = place => {
    const value = setting.logarithmic ? 10 ** place : Number(place);
    return Math.min(setting.max, Math.max(setting.min, setting.whole ? Math.round(value) : Number(value.toPrecision(3))));
  };
  const output = element('output');
  const tell = value => {
    output.textContent = readable(setting, value);
    input.setAttribute('aria-valuetext', output.textContent);
  };
  const input = element('input', { id: `set-${setting.name}`, type: 'range', min: toPlace(setting.min), max: toPlace(setting.max), step: setting.logarithmic ? 'any' : setting.whole ? 1 : 0.05 });
  if (setting.logarithmic) {            // by the keyboard, a twentieth of a decade at a time, and at least 1
    input.addEventListener('keydown', event => {
      const sign = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
      if (!sign) return;
      event.preventDefault();
      const before = toValue(Number(input.value));
      let value = toValue(Number(input.value) + sign / 20);
      if (setting.whole && value === before) value = Math.min(setting.max, Math.max(setting.min, before + sign));
      input.value = toPlace(value);
      input.dispatchEvent(new Event('input'));
    });
  }
  input.addEventListener('input', () => {
    const value = toValue(Number(input.value));
    tell(value);
    change(setting.name, String(value));
  });
  output.setAttribute('for', input.id);
  const show = value => {
    if (document.activeElement !== input || toValue(Number(input.value)) !== Number(value)) input.value = toPlace(Number(value));
    tell(Number(value));
  };
  return [element('div', { className: 'row' }, element('label', { htmlFor: input.id, textContent: setting.label }), output, input), show];
}
