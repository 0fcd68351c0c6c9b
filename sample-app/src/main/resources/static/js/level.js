const BARS = 96;

/**
 * Draws how loud it is while somebody speaks.
 */
export class Level {

	constructor(canvas, measure) {
		this.canvas = canvas;
		this.measure = measure;
		this.levels = new Array(BARS).fill(0);
		this.still = matchMedia('(prefers-reduced-motion: reduce)').matches;
	}

	set active(active) {
		const begins = active && !this.running;
		this.running = active;
		if (begins && !this.still) {
			requestAnimationFrame(() => this.draw());
		}
	}

	draw() {
		this.levels.shift();
		this.levels.push(this.running ? this.measure() : 0);
		const { canvas } = this;
		const ratio = devicePixelRatio;
		canvas.width = canvas.clientWidth * ratio;
		canvas.height = canvas.clientHeight * ratio;
		const context = canvas.getContext('2d');
		context.fillStyle = getComputedStyle(canvas).color;
		const step = canvas.width / BARS;
		this.levels.forEach((level, index) => {
			const height = level * canvas.height;
			context.globalAlpha = 0.2 + 0.6 * index / BARS;
			context.fillRect(index * step, canvas.height - height, Math.max(1, step / 2), height);
		});
		if (this.running || this.levels.some((level) => level > 0)) {
			requestAnimationFrame(() => this.draw());
		}
	}

}
