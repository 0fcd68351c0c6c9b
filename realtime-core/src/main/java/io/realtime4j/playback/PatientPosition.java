package io.realtime4j.playback;

import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

import org.jspecify.annotations.Nullable;

/**
 * The position that a sink reports, which is not waited for for ever: as long as the sink
 * has never reported that anything was played, speech counts as played some time after it
 * should have been. Not thread-safe.
 */
final class PatientPosition implements PlayedPosition {

	private static final int REMEMBERED = 256;

	private final Map<PartKey, Due> dues = new LinkedHashMap<>();

	private final PlayedPosition sink;

	private final LongSupplier nanoTime;

	private final Duration patience;

	private boolean reported;

	private long lastEnd;

	private boolean playing;

	/**
	 * Create a position.
	 * @param sink reports how far speech was played
	 * @param nanoTime tells the time in ns
	 * @param patience how long after its end a report of speech may take
	 */
	PatientPosition(PlayedPosition sink, LongSupplier nanoTime, Duration patience) {
		this.sink = sink;
		this.nanoTime = nanoTime;
		this.patience = patience;
	}

	/**
	 * No more comes of a part, which is played behind those before it.
	 * @param key the place of the part
	 * @param millis its length in ms
	 */
	void onOver(PartKey key, long millis) {
		long now = this.nanoTime.getAsLong();
		long begin = (this.playing && this.lastEnd - now > 0) ? this.lastEnd : now;
		this.playing = true;
		this.lastEnd = begin + Duration.ofMillis(millis).toNanos();
		if (millis > 0) {
			this.dues.put(key, new Due(millis, this.lastEnd + this.patience.toNanos()));
		}
		if (this.dues.size() > REMEMBERED) {
			Iterator<Due> eldest = this.dues.values().iterator();
			eldest.next();
			eldest.remove();
		}
	}

	/**
	 * Note that the sink was cleared, and that nothing that it was given is awaited any
	 * more.
	 */
	void onClear() {
		this.playing = false;
		this.dues.clear();
	}

	/**
	 * Note that parts of the speech are not played any more.
	 * @param items the ids of their items
	 */
	void forget(Set<String> items) {
		this.dues.keySet().removeIf((key) -> items.contains(key.itemId()));
	}

	/**
	 * Return how long the first report may take from now on.
	 * @return the time, or {@code null} if none is awaited
	 */
	@Nullable Duration untilDue() {
		Iterator<Due> dues = this.dues.values().iterator();
		return (isSilent() && dues.hasNext()) ? Duration.ofNanos(dues.next().at() - this.nanoTime.getAsLong()) : null;
	}

	/**
	 * Return whether the sink was given speech and has never reported that anything was
	 * played.
	 * @return whether a report is missing
	 */
	boolean isSilent() {
		this.dues.keySet().forEach((key) -> playedMillis(key.itemId(), key.contentIndex()));
		return !this.reported && !this.dues.isEmpty();
	}

	@Override
	public long playedMillis(String itemId, long contentIndex) {
		long told = this.sink.playedMillis(itemId, contentIndex);
		this.reported |= told > 0;
		Due due = this.reported ? null : this.dues.get(new PartKey(itemId, contentIndex));
		return (due != null && this.nanoTime.getAsLong() - due.at() >= 0) ? due.millis() : told;
	}

	/**
	 * When a part counts as played.
	 *
	 * @param millis its length in ms
	 * @param at the time in ns
	 */
	private record Due(long millis, long at) {
	}

}
