const BARS = 72;

// Some 30 steps per second, however fast the screen is
const STEP_MILLIS = 30;

// Whoever wants no motion still sees whether something is heard
const CALM_MILLIS = 500;

/**
 * Draws how loud the two sides are: the last seconds as bars around a line, newest in the middle.
 */
export class Wave {

	/**
	 * @param {HTMLCanvasElement} canvas where to draw, in its `color` what is heard, in its `caret-color` the person
	 * @param {RealtimeClient} client the conversation
	 * @param {HTMLElement} stage whose `--level` follows the loudness, from 0 to 1
	 */
	constructor(canvas, client, stage) {
		this.canvas = canvas;
		this.stage = stage;
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
		if (!this.last || now - this.last > STEP_MILLIS) {
			this.last = now;
			this.step();
			this.paint(now);
		}
		this.drawing = this.active || this.bars.some(({ level }) => level > 0);
		if (this.drawing) {
			requestAnimationFrame(this.draw);
		}
		else {
			this.painted = 0;
			this.paint(now);
		}
	}

	step() {
		const { inputLevel, outputLevel } = this.client;
		const mine = inputLevel >= outputLevel;
		const level = mine ? inputLevel : outputLevel;
		this.bars.unshift({ level: level ** 1.6, mine });
		this.bars.length = Math.min(this.bars.length, BARS / 2);
		this.stage.style.setProperty('--level', this.still.matches ? 0 : level.toFixed(2));
	}

	paint(now) {
		if (this.still.matches && this.painted && now - this.painted < CALM_MILLIS) {
			return;
		}
		this.painted = now;
		const { canvas } = this;
		const ratio = devicePixelRatio;
		const width = canvas.clientWidth * ratio;
		const height = canvas.clientHeight * ratio;
		canvas.width = width;
		canvas.height = height;
		const context = canvas.getContext('2d');
		const style = getComputedStyle(canvas);
		if (this.still.matches) {
			this.paintCalm(context, style, width, height);
			return;
		}
		const step = width / BARS;
		this.bars.forEach(({ level, mine }, index) => {
			const tall = Math.max(2 * ratio, level * height);
			context.fillStyle = mine ? style.caretColor : style.color;
			context.globalAlpha = level > 0.02 ? 1 - index / (BARS / 2) : 0;
			for (const x of [width / 2 + index * step, width / 2 - (index + 1) * step]) {
				context.beginPath();
				context.roundRect(x + step * 0.22, (height - tall) / 2, step * 0.56, tall, step);
				context.fill();
			}
		});
	}

	/** One bar, as long as it was loud since the last one. */
	paintCalm(context, style, width, height) {
		const recent = this.bars.slice(0, CALM_MILLIS / STEP_MILLIS);
		const { level, mine } = recent.reduce((loudest, bar) => bar.level > loudest.level ? bar : loudest, recent[0]);
		const long = Math.ceil(level * 10) / 10 * width * 0.6;
		context.fillStyle = mine ? style.caretColor : style.color;
		context.fillRect((width - long) / 2, height * 0.35, long, height * 0.3);
	}

}
