document.querySelector('[data-trap]').addEventListener('click', () => {
	for (;;);
});
