// SPDX-License-Identifier: GPL-3.0-or-later
// One form in JSON Forms with its plain renderers, opened when the driver says so.
import { JsonForms } from '@jsonforms/react';
import { vanillaCells, vanillaRenderers } from '@jsonforms/vanilla-renderers';
import { createRoot } from 'react-dom/client';

// After the frame that is being made has been painted.
const painted = () => new Promise((resolve) => {
  requestAnimationFrame(() => setTimeout(() => resolve(performance.now()), 0));
});

let changed = () => {};

// Milliseconds from the JSON text of both files to the form on screen.
window.openForm = async (schemaText, layoutText) => {
  const begin = performance.now();
  const schema = JSON.parse(schemaText);
  const uischema = JSON.parse(layoutText);
  createRoot(document.getElementById('form')).render(
    <JsonForms schema={schema} uischema={uischema} data={{}} renderers={vanillaRenderers}
      cells={vanillaCells} onChange={() => changed()} />);
  while (document.querySelector('input') === null)
    await painted();
  return await painted() - begin;
};

// From the key event of the next key until what follows from it is validated and painted. JSON Forms
// tells of a change 10 ms after it.
window.watchKey = () => {
  window.keyTime = new Promise((resolve) => {
    window.addEventListener('keydown', (event) => {
      changed = async () => {
        changed = () => {};
        resolve(await painted() - event.timeStamp);
      };
    }, { once: true, capture: true });
  });
};

// Scrolls through the page, so many pixels in each frame.
window.scrollThrough = (step) => new Promise((resolve) => {
  const times = [];
  const move = (now) => {
    times.push(now);
    const before = window.scrollY;
    window.scrollBy(0, step);
    if (window.scrollY === before && times.length > 1)
      resolve({
        fps: 1000 * (times.length - 1) / (times.at(-1) - times[0]),
        longest: Math.max(...times.slice(1).map((time, i) => time - times[i])),
      });
    else
      requestAnimationFrame(move);
  };
  window.scrollTo(0, 0);
  requestAnimationFrame(move);
});
