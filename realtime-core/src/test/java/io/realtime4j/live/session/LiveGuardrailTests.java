package io.realtime4j.live.session;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import io.realtime4j.guardrail.GuardrailEvent;
import io.realtime4j.guardrail.GuardrailTripped;
import io.realtime4j.guardrail.GuardrailVerdict;
import io.realtime4j.guardrail.Guardrails;
import io.realtime4j.guardrail.ResponseDraft;
import io.realtime4j.guardrail.SafeReply;
import io.realtime4j.guardrail.SafeReplyFailed;
import io.realtime4j.live.guardrail.LiveGuardrails;
import io.realtime4j.live.guardrail.SpeechSilencer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link LiveGuardrails}.
 */
class LiveGuardrailTests {

	private final DelegationFixture fixture = new DelegationFixture();

	private final List<GuardrailEvent> events = new ArrayList<>();

	private final List<ResponseDraft> drafts = new ArrayList<>();

	private int silenced;

	@Test
	void turnThatTripsIsSilencedAndReplaced() {
		open((builder) -> builder.everyCharacters(5));
		says("You get a ", 0);
		assertThat(this.events).isEmpty();
		says("discount of half", 500);
		assertThat(this.events).singleElement()
			.isEqualTo(new GuardrailTripped("turn_1", "guardrail", "discount", true));
		assertThat(this.silenced).isOne();
		JsonNode reply = this.fixture.connection().expect("session.commentary.append");
		assertThat(reply.get("content").asString()).contains("Apologize in one short sentence");
		says(" discount", 1000);
		this.fixture.connection().expectNothingMore();
		assertThat(this.events).hasSize(1);
	}

	@Test
	void turnIsCheckedAtItsEnd() {
		open((builder) -> builder.everyCharacters(1000).safeReply(SafeReply.text("No.")));
		says("A discount", 0);
		assertThat(this.drafts).isEmpty();
		this.fixture.connection().receive(LiveSessionFixture.silence(Duration.ofSeconds(3)));
		assertThat(this.drafts).singleElement()
			.satisfies((draft) -> assertThat(draft.complete()).isTrue())
			.satisfies((draft) -> assertThat(draft.text()).isEqualTo("A discount"));
		assertThat(this.fixture.connection().expect("session.commentary.append").get("content").asString())
			.endsWith(": No.");
	}

	@Test
	void replyThatTripsIsSilencedAndNotReplaced() {
		open((builder) -> builder.everyCharacters(5));
		says("A discount", 0);
		this.fixture.connection().expect("session.commentary.append");
		this.fixture.connection().receive(LiveSessionFixture.silence(Duration.ofSeconds(3)));
		says("No discount", 4000);
		this.fixture.connection().expectNothingMore();
		assertThat(this.silenced).isEqualTo(2);
		assertThat(this.events).last().isEqualTo(new GuardrailTripped("turn_2", "guardrail", "discount", false));
		this.fixture.connection().receive(LiveSessionFixture.silence(Duration.ofSeconds(5)));
		says("Another discount", 10_000);
		this.fixture.connection().expect("session.commentary.append");
	}

	@Test
	void refusedReplyIsTold() {
		open((builder) -> builder.everyCharacters(5));
		says("A discount", 0);
		String id = this.fixture.connection().expect("session.commentary.append").get("event_id").asString();
		this.fixture.connection().receive(LiveSessionFixture.error("invalid_value", id));
		assertThat(this.events).last().isInstanceOf(SafeReplyFailed.class);
	}

	@Test
	void wordsOfTheUserAreNotChecked() {
		open((builder) -> builder.everyCharacters(1));
		this.fixture.connection().receive(DelegationFixture.words("input", "Is there a discount?", 0, 500));
		this.fixture.connection().receive(LiveSessionFixture.silence(Duration.ofSeconds(3)));
		assertThat(this.drafts).isEmpty();
		assertThat(this.events).isEmpty();
	}

	private void open(UnaryOperator<Guardrails.Builder> customizer) {
		Guardrails guardrails = customizer
			.apply(Guardrails.builder(Runnable::run, this.fixture.fixture.scheduler)
				.guardrail(this::judge)
				.listener((session, event) -> this.events.add(event)))
			.build();
		LiveInterceptor player = new LiveInterceptor() {

			@Override
			public <T> @Nullable T feature(Class<T> type) {
				SpeechSilencer silencer = () -> LiveGuardrailTests.this.silenced++;
				return (type == SpeechSilencer.class) ? type.cast(silencer) : null;
			}

		};
		this.fixture.client(new LiveGuardrails(guardrails), (session) -> player)
			.open(LiveSpec.of(LiveSessionFixture.SETTINGS));
		this.fixture.connection().accept();
		this.fixture.connection().receive(LiveSessionFixture.started());
		this.fixture.connection().expect("session.start");
	}

	private GuardrailVerdict judge(ResponseDraft draft) {
		this.drafts.add(draft);
		return draft.text().contains("discount") ? GuardrailVerdict.trip("discount") : GuardrailVerdict.pass();
	}

	private void says(String words, long startMs) {
		this.fixture.connection().receive(DelegationFixture.words("output", words, startMs, startMs + 400));
	}

}
