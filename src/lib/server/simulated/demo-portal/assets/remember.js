window.localStorage.setItem('remembered', document.querySelector('[data-remember]').textContent);
