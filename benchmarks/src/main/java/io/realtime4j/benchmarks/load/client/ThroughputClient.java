package io.realtime4j.benchmarks.load.client;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import com.openai.models.realtime.RealtimeServerEvent;
import io.realtime4j.benchmarks.load.process.Figures;
import io.realtime4j.benchmarks.load.process.Options;
import io.realtime4j.benchmarks.load.process.ParentLine;
import io.realtime4j.benchmarks.load.server.ServerEvents;
import io.realtime4j.event.server.ResponseOutputAudioDelta;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.event.EventListener;

/**
 * One session that is flooded with audio: some bursts to warm up, and one that counts.
 */
public final class ThroughputClient {

	private static final Duration PATIENCE = Duration.ofSeconds(60);

	private static final int TEXT_BUFFER = 16 * 1024;

	private final FrameGate gate = new FrameGate();

	private final int audioBytes;

	private ThroughputClient(int audioBytes) {
		this.audioBytes = audioBytes;
	}

	/**
	 * Run.
	 * @param args {@code --contestant}, {@code --url}, {@code --frames}, {@code --audio}
	 * in bytes, and {@code --warmups}
	 */
	public static void main(String[] args) {
		ParentLine.listen();
		Options options = Options.of(args);
		new ThroughputClient(options.number("audio", 4800)).run(options);
	}

	private void run(Options options) {
		int frames = options.number("frames", 20_000);
		try (LoadClient client = client(Contestant.valueOf(options.text("contestant")), options.uri("url"))) {
			client.open(1);
			for (int i = 0; i < options.number("warmups", 10); i++) {
				burst(client, frames);
			}
			System.gc();
			long nanos = burst(client, frames);
			ParentLine.finish(Figures.none().with("nanos", nanos).with("received", this.gate.received()));
		}
	}

	private long burst(LoadClient client, int frames) {
		this.gate.expect(frames);
		long start = System.nanoTime();
		client.request();
		return this.gate.await(PATIENCE) - start;
	}

	private LoadClient client(Contestant contestant, URI url) {
		return switch (contestant) {
			case REALTIME4J, REALTIME4J_SPRING ->
				StarterClient.start(url, null, Map.of("realtime.transport", contestant.transport()), new Listener());
			case OFFICIAL -> new OfficialClient(url, this::onEvent);
			case SPRING -> new SpringClient(url, null, TEXT_BUFFER, this::onText);
			case SPRING_DATABIND -> {
				JsonMapper mapper = JsonMapper.builder()
					.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
					.build();
				yield new SpringClient(url, null, TEXT_BUFFER, (text) -> bind(mapper, text));
			}
		};
	}

	private void onEvent(RealtimeServerEvent event) {
		if (event.isResponseOutputAudioDelta()) {
			this.gate.pass();
		}
	}

	private void onText(String text) {
		if (text.length() >= ServerEvents.SHORTEST_DELTA) {
			this.gate.pass();
		}
	}

	private void bind(JsonMapper mapper, String text) {
		if (text.length() >= ServerEvents.SHORTEST_DELTA) {
			onAudio(mapper.readValue(text, Delta.class).delta());
		}
	}

	private void onAudio(byte[] pcm) {
		if (pcm.length == this.audioBytes) {
			this.gate.pass();
		}
	}

	/**
	 * The bean of the application.
	 */
	final class Listener {

		@EventListener
		void on(ResponseOutputAudioDelta event) {
			onAudio(event.delta().bytes());
		}

	}

	/**
	 * An audio delta for databind.
	 */
	record Delta(String type, String eventId, String responseId, String itemId, int outputIndex, int contentIndex,
			byte[] delta) {

	}

}
