const outcome = document.querySelector('[data-outcome]');
const picture = document.querySelector('[data-outside]');
// Only the browser's own verdict counts; the picture may have settled before this script ran.
const tell = () => (outcome.textContent = picture.naturalWidth > 0 ? 'loaded' : 'refused');
if (picture.complete) tell();
else for (const event of ['load', 'error']) picture.addEventListener(event, tell);
