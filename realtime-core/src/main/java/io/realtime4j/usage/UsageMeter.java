package io.realtime4j.usage;

import io.realtime4j.event.server.ConversationItemInputAudioTranscriptionCompleted;
import io.realtime4j.event.server.ResponseDone;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.model.response.Response;
import io.realtime4j.support.RecentIds;
import org.jspecify.annotations.Nullable;

/**
 * Reads usage out of the events of one session, whatever its connections: that of each
 * response and each transcription once, even if the server tells it again. What the
 * server gives no usage for is not recorded. The transcription model is the one that the
 * session has when the transcript is whole.
 * <p>
 * Not thread-safe.
 */
final class UsageMeter {

	private static final int REMEMBERED = 256;

	private final RecentIds counted = new RecentIds(REMEMBERED);

	private final Prices prices;

	private CurrentModels models = CurrentModels.UNKNOWN;

	/**
	 * Create a meter.
	 * @param prices what models cost
	 */
	UsageMeter(Prices prices) {
		this.prices = prices;
	}

	/**
	 * Handle an event of the server.
	 * @param event the event
	 * @return the usage that it tells, or {@code null} if it tells none, or none that is
	 * new
	 */
	@Nullable UsageRecorded onEvent(ServerEvent event) {
		if (event instanceof ResponseDone done) {
			return record(done.response());
		}
		if (event instanceof ConversationItemInputAudioTranscriptionCompleted completed) {
			return record(completed);
		}
		this.models = this.models.after(event);
		return null;
	}

	private @Nullable UsageRecorded record(Response response) {
		Usage usage = WireUsage.of(response.usage());
		String id = response.id();
		if (usage == null || (id != null && !this.counted.add("response " + id))) {
			return null;
		}
		String model = this.models.model();
		return new ResponseUsageRecorded(id, response.status(), model, usage, this.prices.cost(model, usage));
	}

	private @Nullable UsageRecorded record(ConversationItemInputAudioTranscriptionCompleted completed) {
		Usage usage = WireUsage.of(completed.usage());
		String part = completed.itemId() + " " + completed.contentIndex();
		if (usage == null || (completed.itemId() != null && !this.counted.add("transcription " + part))) {
			return null;
		}
		String model = this.models.transcriptionModel();
		return new TranscriptionUsageRecorded(completed.itemId(), completed.contentIndex(), model, usage,
				this.prices.cost(model, usage));
	}

}
