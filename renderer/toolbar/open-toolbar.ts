import './toolbar.css';
import { findBox, showFindBox } from './find-box.ts';
import { placeholder, row, showRow } from './row.ts';

const moreContrast = matchMedia('(prefers-contrast: more)');
const isFind = location.hash === '#find';

document.body.dataset.part = isFind ? 'find' : 'row';
if (isFind) document.body.append(findBox);
else document.body.append(row, placeholder);

window.webToolbar.onState((state) => {
  document.documentElement.lang = state.language;
  document.documentElement.toggleAttribute('data-contrast', state.contrast || moreContrast.matches);
  if (isFind) showFindBox(state);
  else showRow(state);
  document.body.toggleAttribute('data-shown', true);
});
