package io.realtime4j.playback;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Audio sink for players that do not report their position: it assumes that speech is
 * played in real time from the moment it arrives, chunk after chunk, and that the player
 * waits when it runs out.
 *
 * @since 0.1.0
 */
public final class ClockedAudioSink implements AudioSink {

	private final Consumer<AudioChunk> player;

	private final Runnable clearing;

	private final LongSupplier nanoClock;

	private final Map<PartKey, PlayedPart> parts = new HashMap<>();

	private long end;

	private boolean playing;

	/**
	 * Create a sink.
	 * @param player takes each piece, in order
	 * @param clearing stops the player
	 * @param nanoClock tells the time in ns, such as {@link System#nanoTime()}
	 */
	public ClockedAudioSink(Consumer<AudioChunk> player, Runnable clearing, LongSupplier nanoClock) {
		this.player = player;
		this.clearing = clearing;
		this.nanoClock = nanoClock;
	}

	/**
	 * Return a sink for an application that plays audio in its own listeners.
	 * @return a sink that only watches the time
	 */
	public static ClockedAudioSink silent() {
		return new ClockedAudioSink((chunk) -> {
		}, () -> {
		}, System::nanoTime);
	}

	@Override
	public void play(AudioChunk chunk) {
		schedule(chunk);
		this.player.accept(chunk);
	}

	@Override
	public void clear() {
		stop();
		this.clearing.run();
	}

	@Override
	public synchronized long playedMillis(String itemId, long contentIndex) {
		PlayedPart part = this.parts.get(new PartKey(itemId, contentIndex));
		return (part != null) ? part.playedMillis(this.nanoClock.getAsLong()) : 0;
	}

	private synchronized void schedule(AudioChunk chunk) {
		long now = this.nanoClock.getAsLong();
		long start = (this.playing && this.end - now > 0) ? this.end : now;
		PartKey key = new PartKey(chunk.itemId(), chunk.contentIndex());
		PlayedPart part = this.parts.computeIfAbsent(key, (absent) -> new PlayedPart(chunk.format()));
		this.end = part.add(chunk.audio().size(), start, now);
		this.playing = true;
	}

	private synchronized void stop() {
		long now = this.nanoClock.getAsLong();
		this.parts.values().forEach((part) -> part.stop(now));
		this.playing = false;
	}

}
