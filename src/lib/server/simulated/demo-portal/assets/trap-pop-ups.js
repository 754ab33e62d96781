document.querySelector('[data-trap]').addEventListener('click', () => {
	for (let page = 0; page < 5; page += 1) window.open('/help', '_blank');
});
