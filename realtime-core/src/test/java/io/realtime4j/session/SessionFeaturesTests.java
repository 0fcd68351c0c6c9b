package io.realtime4j.session;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import io.realtime4j.guardrail.GuardrailVerdict;
import io.realtime4j.guardrail.Guardrails;
import io.realtime4j.playback.AudioSinkFactory;
import io.realtime4j.playback.ClockedAudioSink;
import io.realtime4j.playback.PlaybackInterceptor;
import io.realtime4j.tool.SessionTools;
import io.realtime4j.tool.ToolRunner;
import io.realtime4j.tool.ToolSet;
import io.realtime4j.transport.ConnectionLost;
import io.realtime4j.usage.Budget;
import io.realtime4j.usage.SessionUsage;
import io.realtime4j.usage.UsageTracker;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the features of sessions.
 */
class SessionFeaturesTests {

	private static final String USAGE = """
			{"type":"response.done","response":{"id":"%s","status":"completed","output":[],"usage":{"total_tokens":7,
			"input_tokens":7,"output_tokens":0,"input_token_details":{"text_tokens":7}}}}""";

	private final SessionFixture fixture = new SessionFixture();

	private final List<String> found = new ArrayList<>();

	@Test
	void attributesAreTheApplicationsAlone() {
		RealtimeSession session = openWithEverything();
		assertThat(session.attributes()).isEmpty();
		assertThat(PlaybackInterceptor.find(session)).isNotNull();
		assertThat(SessionTools.of(session).current().names()).isEmpty();
		assertThat(SessionUsage.of(session).budget()).isEqualTo(Budget.ofTokens(100));
		session.attributes().put("user", "u1");
		assertThat(session.attributes()).containsOnlyKeys("user");
	}

	@Test
	void featureIsFoundByTheTypeThatItWasGivenBy() {
		SessionSpec spec = SessionSpec.builder(SessionFixture.SETTINGS)
			.feature(CharSequence.class, "first")
			.feature(CharSequence.class, "second")
			.build();
		RealtimeSession session = this.fixture.client().create(spec.toBuilder().build());
		assertThat(session.feature(CharSequence.class)).isEqualTo("second");
		assertThat(session.feature(String.class)).isNull();
		assertThat(session.attributes()).isEmpty();
	}

	@Test
	void interceptorIsFoundByItsClassAndByThoseThatFollow() {
		this.fixture.customizer((builder) -> builder.interceptor((session) -> new Named("first"))
			.interceptor((session) -> new Named(nameOf(session) + " and second")));
		RealtimeSession session = this.fixture.connecting();
		assertThat(nameOf(session)).isEqualTo("first");
		assertThat(this.found).containsExactly("first", "first and second");
		assertThat(session.feature(SessionInterceptor.class)).isNull();
	}

	@Test
	void whatTakesPartGoesOnWhenASessionBeginsAnew() {
		RealtimeSession session = openWithEverything();
		SessionTools tools = SessionTools.of(session);
		this.fixture.connection().receive(USAGE.formatted("r1"));
		assertThat(SessionUsage.of(session).totals().all().usage().totalTokens()).isEqualTo(7);
		this.fixture.connection().end(new ConnectionLost("reset"));
		session.renew();
		session.open();
		this.fixture.transport.connection(1).accept().receive(Wire.sessionCreated(), Wire.sessionUpdated());
		assertThat(SessionTools.of(session)).isNotSameAs(tools);
		assertThat(SessionUsage.of(session).totals().all().usage().totalTokens()).isZero();
		this.fixture.transport.connection(1).receive(USAGE.formatted("r2"));
		assertThat(SessionUsage.of(session).totals().all().usage().totalTokens()).isEqualTo(7);
	}

	@Test
	void featuresAreThereForOthersWhileASessionBeginsAnew() {
		this.fixture.customizer((builder) -> builder.interceptor((session) -> {
			String here = nameOf(session);
			String elsewhere = CompletableFuture.supplyAsync(() -> nameOf(session)).join();
			this.found.add(here + " here, " + elsewhere + " elsewhere");
			return new Named("life " + this.found.size());
		}));
		RealtimeSession session = this.fixture.connecting();
		this.fixture.connection().end(new ConnectionLost("reset"));
		session.renew();
		assertThat(this.found).filteredOn((text) -> text.contains("here"))
			.containsExactly("null here, null elsewhere", "null here, life 1 elsewhere");
		assertThat(nameOf(session)).isEqualTo("life 3");
	}

	private RealtimeSession openWithEverything() {
		ToolSet none = ToolSet.empty();
		this.fixture.customizer((builder) -> builder.interceptor(UsageTracker.builder(Runnable::run).build())
			.interceptor(PlaybackInterceptor.factory((session) -> ClockedAudioSink.silent()))
			.interceptor(Guardrails.builder(Runnable::run, this.fixture.scheduler)
				.guardrail((draft) -> GuardrailVerdict.pass())
				.build())
			.interceptor(ToolRunner.builder(Runnable::run, this.fixture.scheduler).tools(none).build()));
		SessionSpec spec = Budget.ofTokens(100)
			.limit(none.equip(SessionSpec.of(SessionFixture.SETTINGS)))
			.toBuilder()
			.feature(AudioSinkFactory.class, (session) -> ClockedAudioSink.silent())
			.build();
		RealtimeSession session = this.fixture.client().open(spec);
		this.fixture.greet();
		return session;
	}

	private static @Nullable String nameOf(RealtimeSession session) {
		Named named = session.feature(Named.class);
		return (named != null) ? named.name : null;
	}

	/**
	 * An interceptor that is its own feature.
	 */
	private final class Named implements SessionInterceptor {

		private final String name;

		Named(String name) {
			this.name = name;
			SessionFeaturesTests.this.found.add(name);
		}

	}

}
