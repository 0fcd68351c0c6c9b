import { seconds } from './conversation.js';
import { byId } from './elements.js';

/**
 * Shows how long answers took, and what they cost.
 */
export class Figures {

	constructor() {
		this.clear();
	}

	clear() {
		this.latencies = [];
		byId('latency').textContent = '–';
		byId('latency').className = '';
		byId('average').textContent = '–';
		this.use({ inputTokens: 0, outputTokens: 0 });
	}

	waited(ms) {
		this.latencies.push(ms);
		byId('latency').textContent = seconds(ms);
		byId('latency').className = 'big';
		byId('average').textContent = seconds(this.latencies.reduce((sum, other) => sum + other, 0) / this.latencies.length);
	}

	use({ inputTokens, outputTokens, cost, currency }) {
		byId('tokens-in').textContent = (inputTokens ?? 0).toLocaleString();
		byId('tokens-out').textContent = (outputTokens ?? 0).toLocaleString();
		byId('cost-row').hidden = cost === undefined || cost === null;
		byId('cost').textContent = money(cost, currency);
	}

}

function money(cost, currency) {
	return cost ? cost.toLocaleString(undefined, { style: 'currency', currency, maximumFractionDigits: 4 }) : '–';
}
