package io.realtime4j.spring.tool;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.realtime4j.live.session.LiveSession;
import io.realtime4j.session.RealtimeSession;
import io.realtime4j.session.VoiceSession;
import io.realtime4j.tool.ToolCall;
import io.realtime4j.tool.ToolOptions;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.beans.factory.support.RootBeanDefinition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link AnnotatedTools} and the schemas that it makes.
 */
class AnnotatedToolsTests {

	private final DefaultListableBeanFactory beanFactory = new DefaultListableBeanFactory();

	@Test
	void schemaOfParametersIsComplete() {
		assertThat(schema(BookingTools.class, "book")).isEqualTo(json("""
				{"type":"object","properties":{
				"name":{"type":"string","description":"who comes","minLength":1},
				"guests":{"type":"integer","minimum":1,"maximum":8},
				"at":{"type":"string","examples":["2026-11-30T19:00:00"],"description":"when they come"},
				"area":{"type":"string","enum":["INSIDE","GARDEN"]},
				"note":{"type":"string"}},
				"required":["name","guests","at","area"],"additionalProperties":false}"""));
	}

	@Test
	void optionalAndNullableParametersAreNotRequired() {
		assertThat(schema(BookingTools.class, "find")).isEqualTo(json("""
				{"type":"object","properties":{
				"day":{"type":"string","format":"date","examples":["2026-11-30"]},
				"limit":{"type":"integer"},
				"after":{"type":"string","format":"uuid"},
				"names":{"type":"array","items":{"type":"string"}}},
				"required":[],"additionalProperties":false}"""));
	}

	@Test
	void membersOfRecordsAreDescribedAndConstrained() {
		JsonNode guest = schema(BookingTools.class, "invite").at("/properties/guests/items");
		assertThat(schema(BookingTools.class, "invite").at("/properties/guests/minItems").asInt()).isOne();
		assertThat(guest).isEqualTo(json("""
				{"type":"object","properties":{
				"age":{"type":"integer","exclusiveMinimum":0},
				"email":{"type":"string","description":"where to write","format":"email"},
				"nick-name":{"type":"string"},
				"phone":{"type":"string","pattern":"^(?:[0-9]+)$"},
				"stay":{"type":"string","format":"duration","examples":["PT1H30M"]},
				"tags":{"maxItems":3,"type":"array","items":{"type":"string","maxLength":10}},
				"wishes":{"type":"object","additionalProperties":{"type":"string"}}},
				"required":["age","email","stay","tags","wishes"],"additionalProperties":false}"""));
	}

	@Test
	void typeThatIsUsedTwiceOrHoldsItselfIsReferredTo() {
		JsonNode schema = schema(TreeTools.class, "merge");
		assertThat(schema.at("/properties/left/$ref").asString()).isEqualTo("#/$defs/Tree");
		assertThat(schema.at("/properties/right/$ref").asString()).isEqualTo("#/$defs/Tree");
		assertThat(schema.at("/$defs/Tree/properties/children/items/$ref").asString()).isEqualTo("#/$defs/Tree");
		assertThat(schema.at("/properties/right/description").asString()).isEqualTo("the other one");
	}

	@Test
	void injectedParametersAreNotExposed() {
		assertThat(schema(TreeTools.class, "whoami")).isEqualTo(json("""
				{"type":"object","properties":{},"required":[],"additionalProperties":false}"""));
	}

	@Test
	void toolSaysWhichKindOfSessionItTakes() {
		assertThat(tool(TreeTools.class, "merge").sessionType()).isEqualTo(VoiceSession.class);
		assertThat(tool(TreeTools.class, "whoami").sessionType()).isEqualTo(RealtimeSession.class);
		assertThat(tool(SessionTools.class, "any").sessionType()).isEqualTo(VoiceSession.class);
		assertThat(tool(SessionTools.class, "live").sessionType()).isEqualTo(LiveSession.class);
	}

	@Test
	void toolThatTakesTwoKindsOfSessionsIsRefused() {
		assertThatIllegalStateException().isThrownBy(() -> tool(TwoSessions.class, "wrong"))
			.withMessageContaining("TwoSessions.wrong(")
			.withMessageContaining("takes a RealtimeSession and a LiveSession");
	}

	@Test
	void typeVariablesOfTheBeanAreResolved() {
		assertThat(schema(UuidTools.class, "load").at("/properties/id/format").asString()).isEqualTo("uuid");
	}

	@Test
	void annotationSaysNameDescriptionAndOptions() {
		io.realtime4j.tool.CallableTool tool = tool(BookingTools.class, "cancel_booking");
		assertThat(tool.definition().description()).isEqualTo("Cancels a booking");
		assertThat(tool.options())
			.isEqualTo(new ToolOptions(Duration.ofSeconds(5), true, Duration.ofMinutes(2), false, true));
		assertThat(tool).hasToString("BookingTools.cancel");
		assertThat(tool(BookingTools.class, "find").options()).isEqualTo(ToolOptions.defaults());
		assertThat(tool(BookingTools.class, "find").definition().description()).isNull();
	}

	@Test
	void beansAreNotCreated() {
		this.beanFactory.registerBeanDefinition("tools", new RootBeanDefinition(Uncreatable.class));
		assertThat(new AnnotatedTools(this.beanFactory, null).tools()).hasSize(1);
	}

	@Test
	void primitiveThatMayBeLeftOutIsRefused() {
		assertThatIllegalStateException().isThrownBy(() -> tool(PrimitiveTools.class, "wrong"))
			.withMessageContaining("PrimitiveTools.wrong(int)")
			.withMessageContaining("must not be primitive");
	}

	@Test
	void timeThatIsNoneIsRefused() {
		assertThatIllegalStateException().isThrownBy(() -> tool(TimelessTools.class, "wrong"))
			.withMessageContaining("TimelessTools.wrong()")
			.withMessageContaining("'soon'");
	}

	private io.realtime4j.tool.CallableTool tool(Class<?> type, String name) {
		if (!this.beanFactory.containsBeanDefinition(type.getName())) {
			this.beanFactory.registerBeanDefinition(type.getName(), new RootBeanDefinition(type));
		}
		return new AnnotatedTools(this.beanFactory, null).tools()
			.stream()
			.map(io.realtime4j.tool.CallableTool.class::cast)
			.filter((tool) -> name.equals(tool.definition().name()))
			.findFirst()
			.orElseThrow();
	}

	private JsonNode schema(Class<?> type, String name) {
		return json(String.valueOf(tool(type, name).definition().parameters()));
	}

	private static JsonNode json(String text) {
		return JsonMapper.shared().readTree(text);
	}

	static class BookingTools {

		@RealtimeTool
		String book(@RealtimeToolParam("who comes") @NotBlank String name, @Min(1) @Max(8) int guests,
				@JsonPropertyDescription("when they come") LocalDateTime at, Area area, @Nullable String note) {
			return "";
		}

		@RealtimeTool
		List<String> find(Optional<LocalDate> day, OptionalInt limit, @Nullable UUID after,
				@RealtimeToolParam(required = false) List<String> names) {
			return List.of();
		}

		@RealtimeTool
		void invite(@NotEmpty List<Guest> guests) {
		}

		@RealtimeTool(name = "cancel_booking", description = "Cancels a booking",
				approval = RealtimeTool.Approval.REQUIRED, approvalTimeout = "2m", timeout = "PT5S", followUp = false,
				abandonOnInterruption = true)
		void cancel() {
		}

	}

	enum Area {

		INSIDE, GARDEN

	}

	record Guest(@Positive int age, @RealtimeToolParam("where to write") @Email String email,
			@JsonProperty("nick-name") @Nullable String nickName,
			@RealtimeToolParam(required = false) @Pattern(regexp = "[0-9]+") String phone, Duration stay,
			@Size(max = 3) List<@Size(max = 10) String> tags, Map<String, String> wishes) {
	}

	static class SessionTools {

		@RealtimeTool
		void any(VoiceSession session) {
		}

		@RealtimeTool
		void live(VoiceSession any, LiveSession live) {
		}

	}

	static class TwoSessions {

		@RealtimeTool
		void wrong(RealtimeSession session, LiveSession live) {
		}

	}

	static class TreeTools {

		@RealtimeTool
		void merge(Tree left, @RealtimeToolParam("the other one") Tree right) {
		}

		@RealtimeTool
		String whoami(RealtimeSession session, ToolCall call) {
			return session.id();
		}

	}

	record Tree(String name, List<Tree> children) {
	}

	abstract static class Loader<T> {

		@RealtimeTool
		void load(T id) {
		}

	}

	static class UuidTools extends Loader<UUID> {

	}

	static class Uncreatable {

		Uncreatable() {
			throw new IllegalStateException("planted");
		}

		@RealtimeTool
		void nothing() {
		}

	}

	static class PrimitiveTools {

		@RealtimeTool
		void wrong(@RealtimeToolParam(required = false) int number) {
		}

	}

	static class TimelessTools {

		@RealtimeTool(timeout = "soon")
		void wrong() {
		}

	}

}
