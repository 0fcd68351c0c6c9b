const BARS = 72;

/**
 * Draws how loud the two sides are: the last seconds as bars around a line, newest in the middle.
 */
export class Wave {

	constructor(canvas, client) {
		this.canvas = canvas;
		this.client = client;
		this.bars = [];
		this.drawing = false;
		this.still = matchMedia('(prefers-reduced-motion: reduce)');
		this.draw = this.draw.bind(this);
		for (const type of ['microphone', 'playback']) {
			client.addEventListener(type, () => this.begin());
		}
	}

	get active() {
		return this.client.playing || (this.client.mode !== null && !this.client.muted);
	}

	begin() {
		if (!this.drawing && this.active) {
			this.drawing = true;
			requestAnimationFrame(this.draw);
		}
	}

	draw(now) {
		// Some 30 steps per second, however fast the screen is
		if (!this.last || now - this.last > 30) {
			this.last = now;
			this.step();
			this.paint();
		}
		this.drawing = this.active || this.bars.some(({ level }) => level > 0);
		if (this.drawing) {
			requestAnimationFrame(this.draw);
		}
	}

	step() {
		const { inputLevel, outputLevel } = this.client;
		const mine = inputLevel >= outputLevel;
		const level = mine ? inputLevel : outputLevel;
		this.bars.unshift({ level: level ** 1.6, mine });
		this.bars.length = Math.min(this.bars.length, BARS / 2);
		document.body.style.setProperty('--level', this.still.matches ? 0 : level.toFixed(2));
	}

	paint() {
		const { canvas } = this;
		const ratio = devicePixelRatio;
		const width = canvas.clientWidth * ratio;
		const height = canvas.clientHeight * ratio;
		canvas.width = width;
		canvas.height = height;
		if (this.still.matches) {
			return;
		}
		const context = canvas.getContext('2d');
		const style = getComputedStyle(canvas);
		const step = width / BARS;
		this.bars.forEach(({ level, mine }, index) => {
			const tall = Math.max(2 * ratio, level * height);
			context.fillStyle = style.getPropertyValue(mine ? '--mine' : '--accent');
			context.globalAlpha = level > 0.02 ? 1 - index / (BARS / 2) : 0;
			for (const x of [width / 2 + index * step, width / 2 - (index + 1) * step]) {
				context.beginPath();
				context.roundRect(x + step * 0.22, (height - tall) / 2, step * 0.56, tall, step);
				context.fill();
			}
		});
	}

}
