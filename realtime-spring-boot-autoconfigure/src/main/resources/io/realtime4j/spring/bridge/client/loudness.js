const QUIETEST_DECIBELS = -54;

/**
 * Tell how loud it is now, as people hear it.
 * @param {AnalyserNode} meter where to measure
 * @returns {number} from 0 (nothing to hear) to 1 (as loud as it can be)
 */
export function loudness(meter) {
	const samples = new Float32Array(meter.fftSize);
	meter.getFloatTimeDomainData(samples);
	const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
	const decibels = 10 * Math.log10(power + 1e-12);
	return Math.max(0, Math.min(1, 1 - decibels / QUIETEST_DECIBELS));
}
