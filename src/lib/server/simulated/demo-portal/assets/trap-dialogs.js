document.querySelector('[data-trap]').addEventListener('click', () => {
	for (;;) window.alert('One more');
});
