document.querySelector('[data-trap]').addEventListener('click', () => {
	window.addEventListener('beforeunload', (event) => event.preventDefault());
});
