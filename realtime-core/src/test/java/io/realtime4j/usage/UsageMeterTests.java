package io.realtime4j.usage;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.realtime4j.ServerTalk;
import io.realtime4j.event.server.ServerEvent;
import io.realtime4j.model.response.ResponseStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link UsageMeter}.
 */
class UsageMeterTests {

	private static final String ALL_KINDS = "{'total_tokens':1000,'input_tokens':600,'output_tokens':400,"
			+ "'input_token_details':{'text_tokens':100,'audio_tokens':300,'image_tokens':200,'cached_tokens':90,"
			+ "'cached_tokens_details':{'text_tokens':40,'audio_tokens':30,'image_tokens':20}},"
			+ "'output_token_details':{'text_tokens':150,'audio_tokens':250}}";

	private final UsageMeter meter = new UsageMeter(Prices.none());

	@Test
	void tokensAreKnownByModalityAndDirection() {
		assertThat(usage(ALL_KINDS)).isEqualTo(Usage.ofTokens(new TokenCount(100, 300, 200, 0),
				new TokenCount(40, 30, 20, 0), new TokenCount(150, 250, 0, 0)));
	}

	@Test
	void cachedTokensAreAPartOfTheInput() {
		assertThat(usage(ALL_KINDS).totalTokens()).isEqualTo(1000);
	}

	@ParameterizedTest
	@ValueSource(strings = { "completed", "cancelled", "failed", "incomplete" })
	void responseIsBilledHoweverItEnds(String status) {
		assertThat(this.meter.onEvent(UsageTalk.done("resp_1", status, UsageTalk.tokens(3, 4))))
			.isInstanceOfSatisfying(ResponseUsageRecorded.class, (recorded) -> {
				assertThat(recorded.status()).isEqualTo(new ResponseStatus(status));
				assertThat(recorded.usage().totalTokens()).isEqualTo(7);
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "{}", "'much'" })
	void usageThatSaysNothingAddsNothing(String usage) {
		assertThat(this.meter.onEvent(UsageTalk.done("resp_1", "completed", usage))).isNull();
		assertThat(this.meter.onEvent(UsageTalk.transcribed("item_1", usage))).isNull();
	}

	@Test
	void usageOfFailedResponseMayBeZero() {
		assertThat(usage(UsageTalk.tokens(0, 0))).isEqualTo(Usage.NONE);
	}

	@Test
	void responseIsCountedOnce() {
		ServerEvent done = UsageTalk.done("resp_1", "completed", UsageTalk.tokens(1, 1));
		assertThat(this.meter.onEvent(done)).isNotNull();
		assertThat(this.meter.onEvent(ServerTalk.event("{'type':'session.created','session':{'type':'realtime'}}")))
			.isNull();
		assertThat(this.meter.onEvent(done)).isNull();
	}

	@Test
	void doneWithoutUsageDoesNotHideTheOneWithIt() {
		assertThat(this.meter.onEvent(UsageTalk.done("resp_1", "completed", "null"))).isNull();
		assertThat(this.meter.onEvent(UsageTalk.done("resp_1", "completed", UsageTalk.tokens(1, 1)))).isNotNull();
	}

	@Test
	void responsesWithoutIdAreAllCounted() {
		ServerEvent done = ServerTalk
			.event("{'type':'response.done','response':{'usage':" + UsageTalk.tokens(1, 1) + "}}");
		assertThat(Stream.of(done, done).map(this.meter::onEvent)).doesNotContainNull();
	}

	@Test
	void transcriptionIsCountedOncePerPart() {
		ServerEvent part = UsageTalk.transcribed("item_1", UsageTalk.seconds("2.5"));
		assertThat(this.meter.onEvent(part)).isInstanceOfSatisfying(TranscriptionUsageRecorded.class,
				(recorded) -> assertThat(recorded.usage()).isEqualTo(Usage.ofTime(Duration.ofMillis(2500))));
		assertThat(this.meter.onEvent(part)).isNull();
		assertThat(this.meter.onEvent(UsageTalk.transcribed("item_2", UsageTalk.seconds("1")))).isNotNull();
	}

	@Test
	void transcriptionByTokensGivesText() {
		assertThat(this.meter.onEvent(UsageTalk.transcribed("item_1",
				"{'type':'tokens','total_tokens':30,'input_tokens':20,"
						+ "'input_token_details':{'text_tokens':4,'audio_tokens':16},'output_tokens':10}")))
			.extracting(UsageRecorded::usage)
			.isEqualTo(Usage.ofTokens(new TokenCount(4, 16, 0, 0), TokenCount.NONE, new TokenCount(10, 0, 0, 0)));
	}

	@Test
	void usageBelongsToTheModelInForce() {
		this.meter.onEvent(UsageTalk.session("gpt-realtime", "whisper-1"));
		assertThat(model(UsageTalk.done("resp_1", "completed", ALL_KINDS))).isEqualTo("gpt-realtime");
		assertThat(model(UsageTalk.transcribed("item_1", UsageTalk.seconds("1")))).isEqualTo("whisper-1");
		this.meter.onEvent(UsageTalk.session("gpt-realtime", "gpt-4o-transcribe"));
		assertThat(model(UsageTalk.transcribed("item_2", UsageTalk.seconds("1")))).isEqualTo("gpt-4o-transcribe");
	}

	@ParameterizedTest
	@ValueSource(strings = {
			"{'type':'session.created','session':{'type':'transcription',"
					+ "'audio':{'input':{'transcription':{'model':'whisper-1'}}}}}",
			"{'type':'transcription_session.created','session':{'input_audio_transcription':{'model':'whisper-1'}}}",
			"{'type':'transcription_session.updated','session':{'input_audio_transcription':{'model':'whisper-1'}}}",
			"{'type':'session.updated','session':{'input_audio_transcription':{'model':'whisper-1'}}}" })
	void modelIsReadOfEveryKindOfSession(String session) {
		this.meter.onEvent(ServerTalk.event(session));
		assertThat(model(UsageTalk.transcribed("item_1", UsageTalk.seconds("1")))).isEqualTo("whisper-1");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{'total_tokens':9}                                                          | 0 0 0 9 | 0 0 0 0
			{'input_tokens':5,'output_tokens':4}                                        | 0 0 0 5 | 0 0 0 4
			{'input_tokens':5,'input_token_details':{'text_tokens':2}}                  | 2 0 0 3 | 0 0 0 0
			{'input_token_details':{'text_tokens':2,'audio_tokens':3}}                  | 2 3 0 0 | 0 0 0 0
			{'input_tokens':-5,'input_token_details':{'text_tokens':-2}}                | 0 0 0 0 | 0 0 0 0
			{'input_tokens':1,'input_token_details':{'text_tokens':2}}                  | 2 0 0 0 | 0 0 0 0
			{'output_tokens':7,'output_token_details':{'audio_tokens':7}}               | 0 0 0 0 | 0 7 0 0
			""")
	void whatDetailsLeaveOpenHasNoModality(String usage, String input, String output) {
		assertThat(usage(usage)).isEqualTo(Usage.ofTokens(count(input), TokenCount.NONE, count(output)));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{'text_tokens':9,'cached_tokens':4}                                                 | 4 0 0 0
			{'audio_tokens':9,'cached_tokens':4}                                                | 0 4 0 0
			{'image_tokens':9,'cached_tokens':4}                                                | 0 0 4 0
			{'text_tokens':9,'audio_tokens':9,'cached_tokens':4}                                | 0 0 0 4
			{'text_tokens':9,'cached_tokens':20}                                                | 9 0 0 0
			{'text_tokens':9,'cached_tokens':2,'cached_tokens_details':{'audio_tokens':2}}      | 2 0 0 0
			{'text_tokens':9,'cached_tokens_details':{'text_tokens':20}}                        | 9 0 0 0
			""")
	void cachedTokensAreNeverMoreThanTheInput(String details, String cached) {
		assertThat(usage("{'input_token_details':" + details + "}").cached()).isEqualTo(count(cached));
	}

	@Test
	void moreThanCanBeCountedIsAsMuchAsCanBeCounted() {
		Usage usage = usage("{'input_tokens':9223372036854775807,'output_tokens':9223372036854775807}");
		assertThat(usage.totalTokens()).isEqualTo(Long.MAX_VALUE);
		assertThat(usage.plus(usage).totalTokens()).isEqualTo(Long.MAX_VALUE);
	}

	@ParameterizedTest
	@CsvSource({ "-1, 0", "1e300, 1000000000", "0, 0", "59.999, 59.999" })
	void timeIsBounded(String seconds, String counted) {
		UsageRecorded recorded = this.meter.onEvent(UsageTalk.transcribed("item_1", UsageTalk.seconds(seconds)));
		assertThat(recorded).isNotNull();
		assertThat(recorded.usage().transcribed()).isEqualTo(Duration.parse("PT" + counted + "S"));
	}

	@Test
	void totalsAreKeptByModelAndKind() {
		this.meter.onEvent(UsageTalk.session("gpt-realtime", "whisper-1"));
		List<ServerEvent> events = List.of(UsageTalk.done("resp_1", "completed", UsageTalk.tokens(10, 5)),
				UsageTalk.transcribed("item_1", UsageTalk.seconds("3")),
				UsageTalk.done("resp_2", "cancelled", UsageTalk.tokens(20, 1)),
				UsageTalk.transcribed("item_2", UsageTalk.seconds("4")));
		UsageTotals totals = UsageTotals.zero(Prices.none().currency());
		for (ServerEvent event : events) {
			UsageRecorded recorded = this.meter.onEvent(event);
			assertThat(recorded).isNotNull();
			totals = totals.plus(recorded);
		}
		assertThat(totals.responses().count()).isEqualTo(2);
		assertThat(totals.responses().usage().totalTokens()).isEqualTo(36);
		assertThat(totals.transcriptions().usage()).isEqualTo(Usage.ofTime(Duration.ofSeconds(7)));
		assertThat(totals.models()).containsExactly(new ModelUsage("gpt-realtime", totals.responses()),
				new ModelUsage("whisper-1", totals.transcriptions()));
		assertThat(totals.all().count()).isEqualTo(4);
	}

	private Usage usage(String usage) {
		UsageRecorded recorded = this.meter.onEvent(UsageTalk.done("resp_1", "completed", usage));
		assertThat(recorded).isNotNull();
		return recorded.usage();
	}

	private String model(ServerEvent event) {
		UsageRecorded recorded = this.meter.onEvent(event);
		assertThat(recorded).isNotNull();
		return String.valueOf(recorded.model());
	}

	private static TokenCount count(String numbers) {
		long[] parts = Stream.of(numbers.split(" ")).mapToLong(Long::parseLong).toArray();
		return new TokenCount(parts[0], parts[1], parts[2], parts[3]);
	}

}
