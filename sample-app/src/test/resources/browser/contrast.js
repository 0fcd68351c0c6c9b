/*
 * Returns the texts of the page that stand out less than 4.5 to 1 from what is behind them.
 */
function channels(color) {
	const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
	canvas.fillStyle = color;
	canvas.fillRect(0, 0, 1, 1);
	const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
	return { rgb: [red, green, blue], alpha: alpha / 255 };
}

function over(top, alpha, bottom) {
	return top.map((channel, index) => channel * alpha + bottom[index] * (1 - alpha));
}

function background(element) {
	if (!element) {
		return [255, 255, 255];
	}
	const { rgb, alpha } = channels(getComputedStyle(element).backgroundColor);
	return alpha === 1 ? rgb : over(rgb, alpha, background(element.parentElement));
}

function luminance(rgb) {
	const [red, green, blue] = rgb.map((channel) => channel / 255)
		.map((channel) => channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4);
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function opacity(element) {
	return element ? Number(getComputedStyle(element).opacity) * opacity(element.parentElement) : 1;
}

function contrast(element) {
	const behind = background(element);
	const { rgb, alpha } = channels(getComputedStyle(element).color);
	const [darker, lighter] = [luminance(behind), luminance(over(rgb, alpha * opacity(element), behind))].sort((a, b) => a - b);
	return (lighter + 0.05) / (darker + 0.05);
}

return Array.from(document.querySelectorAll('body *'))
	.filter((element) => Array.from(element.childNodes).some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()))
	.filter((element) => element.checkVisibility() && !element.closest(':disabled, .unseen, .skip, noscript'))
	.filter((element) => contrast(element) < 4.5)
	.map((element) => `${element.tagName} ${element.className} "${element.textContent.trim().slice(0, 30)}" ${contrast(element).toFixed(2)}`);
