package io.realtime4j.playback;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Destination of the model's speech: a loudspeaker, a telephone line, a browser. It is
 * called on the control lane of its session, one call at a time, and must not block: it
 * queues what it is given. It must not use the session inside of these calls.
 * <pre class="code">
 * class Cable implements AudioSink {
 *
 *     private final Deque&lt;AudioChunk&gt; queue = new ConcurrentLinkedDeque&lt;&gt;();
 *
 *     &#64;Override
 *     public void play(AudioChunk chunk) {
 *         this.queue.add(chunk);
 *     }
 *
 *     &#64;Override
 *     public void clear() {
 *         this.queue.clear();
 *     }
 *
 *     &#64;Override
 *     public long playedMillis(String itemId, long contentIndex) {
 *         return 0;
 *     }
 *
 * }
 * </pre>
 *
 * @since 0.1.0
 */
public interface AudioSink {

	/**
	 * Play a chunk of speech after all that were given before.
	 * @param chunk the piece
	 */
	void play(AudioChunk chunk);

	/**
	 * Stop immediately, and drop all audio that has not been played.
	 */
	void clear();

	/**
	 * Return the position up to which the speech of one item was played, without silence
	 * in between. It is kept when the sink is cleared. Speech in a sink that always
	 * reports 0 counts as played half a minute after its end.
	 * @param itemId the id of the item
	 * @param contentIndex the place of the speech in the content of the item
	 * @return the position in ms, 0 if nothing of it was played
	 */
	long playedMillis(String itemId, long contentIndex);

	/**
	 * Return how long ago the speech of one item began to be heard, once something of it
	 * was played. By default that is the position that was played, which is right for a
	 * sink that always knows its position and plays without pauses at the beginning. A
	 * sink that is told its position now and then knows better.
	 * @param itemId the id of the item
	 * @param contentIndex the place of the speech in the content of the item
	 * @return the time until now, or {@code null} if nothing of it was played
	 */
	default @Nullable Duration heardSince(String itemId, long contentIndex) {
		long played = playedMillis(itemId, contentIndex);
		return (played > 0) ? Duration.ofMillis(played) : null;
	}

}
