import { seconds } from '../realtime/captions.js';
import { byId } from './elements.js';

const PARTS = {
	latency: 'totalMs', capture: 'captureMs', detection: 'detectionMs', 'first-received': 'responseMs', 'first-played': 'playbackMs'
};

/**
 * Shows how long answers took, and what they cost.
 */
export class Figures {

	constructor() {
		this.clear();
	}

	clear() {
		this.latencies = [];
		for (const id of Object.keys(PARTS)) {
			byId(id).textContent = '–';
		}
		byId('latency').className = '';
		byId('average').textContent = '–';
		this.use({ inputTokens: 0, outputTokens: 0 });
	}

	/** Show how long an answer took to begin; what is not known of it has a dash. */
	waited(latency) {
		for (const [id, part] of Object.entries(PARTS)) {
			byId(id).textContent = latency[part] === undefined ? '–' : seconds(latency[part]);
		}
		byId('latency').className = latency.totalMs === undefined ? '' : 'big';
		if (latency.totalMs !== undefined) {
			this.latencies.push(latency.totalMs);
			byId('average').textContent = seconds(this.latencies.reduce((sum, other) => sum + other, 0) / this.latencies.length);
		}
	}

	/** Show what was used: tokens, or the time of a live session. */
	use({ inputTokens, outputTokens, seconds: paid, cost, currency }) {
		byId('seconds-row').hidden = paid === undefined;
		byId('seconds').textContent = paid === undefined ? '–' : seconds(1000 * paid);
		byId('tokens-in').textContent = (inputTokens ?? 0).toLocaleString();
		byId('tokens-out').textContent = (outputTokens ?? 0).toLocaleString();
		byId('cost-row').hidden = cost === undefined || cost === null;
		byId('cost').textContent = money(cost, currency);
	}

}

/** Say an amount of money, or a dash where it is not known. */
export function money(cost, currency) {
	return cost ? cost.toLocaleString(undefined, { style: 'currency', currency, maximumFractionDigits: 4 }) : '–';
}
