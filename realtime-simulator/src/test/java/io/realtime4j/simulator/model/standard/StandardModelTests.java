package io.realtime4j.simulator.model.standard;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import io.realtime4j.simulator.model.ModelReply;
import io.realtime4j.simulator.model.ModelRequest;
import io.realtime4j.simulator.model.ModelTool;
import io.realtime4j.simulator.model.ModelToolChoice;
import io.realtime4j.simulator.model.ModelTurn;
import io.realtime4j.simulator.model.ReplyPart;
import io.realtime4j.simulator.wire.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

class StandardModelTests {

	private static final ModelToolChoice AUTO = new ModelToolChoice(ModelToolChoice.Mode.AUTO, "");

	private static final ModelTool WEATHER = tool("get_weather", "Look up the weather for a city.",
			"{'type':'object','properties':{'city':{'type':'string'}},'required':['city']}");

	private static final ModelTool TIME = tool("get_time", "Tell the time.",
			"{'type':'object','properties':{'zone':{'type':'string'}},'required':['zone']}");

	private static final ModelTool RESERVE = tool("create_reservation", "Reserves a table.",
			"{'type':'object','properties':{'guest_name':{'type':'string'},'party_size':{'type':'integer','minimum':1},"
					+ "'date':{'type':'string'},'time':{'type':'string'},'seating':{'type':'string','enum':['inside',"
					+ "'terrace']},'quiet':{'type':'boolean'},'note':{'type':'string'}},"
					+ "'required':['guest_name','party_size','date','time']}");

	private static final ModelTool CANCEL = tool("cancel_reservation", "Cancels a reservation.",
			"{'type':'object','properties':{'reservation_id':{'type':'string'}},'required':['reservation_id']}");

	private final StandardModel model = new StandardModel();

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "What is the weather in London?|London", "weather in paris please|paris",
			"Tell me the weather in New York, will you?|New York", "What is the weather in \"san jose\"?|san jose" })
	void placeIsFound(String text, String city) {
		assertThat(arguments(text, WEATHER).path("city").asString()).isEqualTo(city);
	}

	@Test
	void reservationIsUnderstood() {
		ObjectNode arguments = arguments(
				"Please make a reservation for four people tomorrow at 7:30 pm on the terrace under the name Miller.",
				RESERVE, CANCEL);
		assertThat(arguments.path("guest_name").asString()).isEqualTo("Miller");
		assertThat(arguments.path("party_size").asInt()).isEqualTo(4);
		assertThat(arguments.path("date").asString()).isEqualTo("tomorrow");
		assertThat(arguments.path("time").asString()).isEqualTo("7:30 pm");
		assertThat(arguments.path("seating").asString()).isEqualTo("terrace");
		assertThat(arguments.has("note")).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "at eight|8:00", "at 8|8:00", "at half past seven|7:30", "at quarter to one|12:45",
					"at a quarter past six p.m.|6:15 pm", "at twenty to nine|8:40", "ten past eight|8:10",
					"at eight thirty|8:30", "at seven forty five pm|7:45 pm", "eight pm|8 pm", "at seven p m|7 pm",
					"at 7.30 pm|7:30 pm", "at seven o'clock|7 o'clock", "at eight in the evening|8:00 pm",
					"half past nine in the morning|9:30 am", "at 5 o'clock this evening|5 pm", "at twenty thirty|20:30",
					"half past noon|12:30", "around noon|noon", "at 18:30|18:30" })
	void timeIsUnderstood(String said, String time) {
		ObjectNode arguments = arguments("A reservation for two people tomorrow " + said + " for Miller.", RESERVE);
		assertThat(arguments.path("time").asString()).isEqualTo(time);
		assertThat(arguments.path("party_size").asInt()).isEqualTo(2);
		assertThat(arguments.path("date").asString()).isEqualTo("tomorrow");
		assertThat(arguments.path("guest_name").asString()).isEqualTo("Miller");
	}

	@Test
	void partOfTheDayIsNoGreeting() {
		assertThat(arguments("Good morning, a reservation for ten guests at eight.", RESERVE).path("time").asString())
			.isEqualTo("8:00");
		assertThat(arguments("A reservation for six at eight tonight.", RESERVE).path("time").asString())
			.isEqualTo("8:00 pm");
	}

	@Test
	void numberAfterAtIsATimeOnlyWhereATimeIsWanted() {
		ModelTool heat = tool("heat_room", "",
				"{'type':'object','properties':{'degrees':{'type':'integer'}},'required':['degrees']}");
		assertThat(arguments("Heat the room at twenty five", heat).path("degrees").asInt()).isEqualTo(25);
		assertThat(arguments("A reservation at 8 for about 7 people", RESERVE).path("party_size").asInt()).isEqualTo(7);
	}

	@Test
	void dayOfAMonthIsUnderstood() {
		LocalDate today = LocalDate.now();
		LocalDate day = today.plusDays(40);
		String month = day.getMonth().name().toLowerCase(Locale.ROOT);
		for (String said : List.of("on the " + day.getDayOfMonth() + "th of " + month,
				"on " + month + " " + day.getDayOfMonth())) {
			assertThat(arguments("A reservation " + said, RESERVE).path("date").asString()).isEqualTo(day.toString());
		}
		assertThat(arguments("A reservation for the day after tomorrow", RESERVE).path("date").asString())
			.isIn(today.plusDays(2).toString(), LocalDate.now().plusDays(2).toString());
	}

	@ParameterizedTest
	@ValueSource(strings = { "on the twenty second of May", "on the twenty-second of May", "on May twenty second",
			"on May the twenty-second", "on the Twenty-Second May", "on 22 May", "on May 22nd" })
	void ordinalOfTwoWordsIsOneDay(String said) {
		ObjectNode arguments = arguments("A reservation " + said + " for three people", RESERVE);
		assertThat(arguments.path("date").asString()).endsWith("-05-22");
		assertThat(arguments.path("party_size").asInt()).isEqualTo(3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Yes", "Yes please", "Yes, that's right.", "So that is right, thank you!",
			"Yes, yes, exactly", "Okay, go ahead" })
	void guessIsTakenWhereNothingButConsentIsSaid(String answer) {
		assertThat(answeredGuess(answer).parts()).singleElement().isInstanceOf(ReplyPart.Call.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Yes, but for three at nine", "Right, no, leave it", "Sure not", "Yes and no",
			"Okay, what is the time?", "Yesterday" })
	void guessIsNotTakenWhereMoreIsSaid(String answer) {
		assertThat(answeredGuess(answer).parts()).noneMatch(ReplyPart.Call.class::isInstance);
	}

	@Test
	void whatIsSaidInPlaceOfAGuessIsDone() {
		ReplyPart part = answeredGuess("Yes, a reservation for three at nine").parts().get(0);
		assertThat(Json.parse(((ReplyPart.Call) part).arguments()).path("party_size").asInt()).isEqualTo(3);
		assertThat(text(answeredGuess("Right, no, leave it"))).startsWith("Sorry.");
	}

	@Test
	void guestWithoutANameIsAGuest() {
		ObjectNode arguments = arguments("A reservation for two, tomorrow evening at eight", RESERVE);
		assertThat(arguments.path("guest_name").asString()).isEqualTo("Guest");
	}

	@Test
	void requiredArgumentsAreFilledWithoutEvidence() {
		ObjectNode arguments = arguments("A reservation.", RESERVE);
		assertThat(arguments.propertyNames()).contains("guest_name", "party_size", "date", "time");
		assertThat(arguments.path("party_size").asInt()).isEqualTo(1);
	}

	@Test
	void schemasOfManyKindsAreFilled() {
		ModelTool tool = tool("order_pizza", "",
				"{'type':'object','$defs':{'Size':{'type':'string','enum':['small','large']}},'properties':{"
						+ "'size':{'$ref':'#/$defs/Size'},'count':{'type':['integer','null'],'maximum':3},"
						+ "'toppings':{'type':'array','items':{'type':'string'},'minItems':2},"
						+ "'delivery':{'type':'object','properties':{'fast':{'type':'boolean'}},'required':['fast']},"
						+ "'kind':{'const':'pizza'},'price':{'anyOf':[{'type':'null'},{'type':'number'}]}},"
						+ "'required':['size','count','toppings','delivery','kind','price']}");
		ObjectNode arguments = arguments("Order 12 large pizzas with \"ham\" and \"olives\", not fast.", tool);
		assertThat(arguments.path("size").asString()).isEqualTo("large");
		assertThat(arguments.path("count").asInt()).isEqualTo(3);
		assertThat(arguments.path("toppings")).hasSize(2);
		assertThat(arguments.at("/delivery/fast").asBoolean()).isFalse();
		assertThat(arguments.path("kind").asString()).isEqualTo("pizza");
		assertThat(arguments.path("price").isNumber()).isTrue();
	}

	@Test
	void formatsOfStringsAreKept() {
		ModelTool tool = tool("order_pizza", "",
				"{'type':'object','properties':{'day':{'type':'string','format':'date'},"
						+ "'at':{'type':'string','examples':['2026-11-30T19:00:00']},"
						+ "'order':{'type':'string','format':'uuid'},'length':{'type':'string','format':'duration',"
						+ "'examples':['PT1H30M']},'city':{'type':'string','examples':['Paris']}},"
						+ "'required':['day','at','order','length','city']}");
		ObjectNode arguments = arguments("Order a pizza in Rome for 2026-12-01, on 2026-12-02 at 7 pm.", tool);
		assertThat(arguments.path("day").asString()).isEqualTo("2026-12-01");
		assertThat(arguments.path("at").asString()).isEqualTo("2026-12-02T19:00:00");
		assertThat(UUID.fromString(arguments.path("order").asString())).isNotNull();
		assertThat(arguments.path("length").asString()).isEqualTo("PT1H30M");
		assertThat(arguments.path("city").asString()).isEqualTo("Rome");
		assertThat(LocalDate.parse(arguments("Order a pizza", tool).path("day").asString())).isNotNull();
	}

	@Test
	void toolOfTheBetterNameIsCalled() {
		assertThat(called("Cancel my reservation", RESERVE, CANCEL)).containsExactly("cancel_reservation");
		assertThat(called("I would like to reserve a table", RESERVE, CANCEL)).containsExactly("create_reservation");
	}

	@Test
	void toolIsFoundByItsDescription() {
		ModelTool tool = tool("lookup", "Returns the current temperature outside.", "{'type':'object'}");
		assertThat(called("How is the temperature?", tool, WEATHER)).containsExactly("lookup");
	}

	@Test
	void severalToolsAreCalled() {
		assertThat(called("The weather and the time in Paris", WEATHER, TIME)).containsExactly("get_weather",
				"get_time");
		assertThat(called("Use both tools for Paris", WEATHER, TIME, CANCEL)).containsExactly("get_weather",
				"get_time");
		assertThat(called("Call all tools", WEATHER, TIME, CANCEL)).hasSize(3);
	}

	@Test
	void ordinaryWordsCallNoTool() {
		assertThat(called("Hello, how are you?", WEATHER, TIME, CANCEL)).isEmpty();
		assertThat(called("Say a short greeting.", WEATHER, TIME)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Please do not cancel my reservation", "I don't want to make a reservation",
			"No, don't cancel it" })
	void whatTheUserDeclinesIsNotDone(String text) {
		assertThat(called(text, RESERVE, CANCEL)).isEmpty();
		assertThat(text(this.model.reply(request(text, RESERVE)))).isEqualTo("All right, I leave it as it is.");
	}

	@Test
	void reminderIsNoRefusal() {
		assertThat(called("Don't forget to cancel my reservation", RESERVE, CANCEL))
			.containsExactly("cancel_reservation");
	}

	@Test
	void outputsOfToolsAreTold() {
		ModelReply reply = this.model.reply(new ModelRequest("",
				List.of(user("The weather in Paris?"), turn(ModelTurn.Role.TOOL_CALL, "{}"),
						turn(ModelTurn.Role.TOOL_OUTPUT, "{\"sky\":\"blue\",\"degrees\":21}")),
				List.of(WEATHER), AUTO));
		assertThat(text(reply)).isEqualTo("Here is what I found: sky is blue, degrees is 21.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "Hello|Hello! I am the simulator. What can I do for you?",
			"Thanks a lot|You are welcome.", "Please say \"banana\"|banana",
			"Why is the sky blue?|You asked: Why is the sky blue? I am only a simulator, so I have no real answer to that." })
	void anyTextIsAnswered(String text, String answer) {
		assertThat(text(this.model.reply(request(text)))).isEqualTo(answer);
	}

	@Test
	void quotesAreCutBetweenCharacters() {
		String emoji = "\uD83D\uDE00";
		assertThat(text(this.model.reply(request("x".repeat(119) + emoji + "."))))
			.startsWith("You said: " + "x".repeat(119) + "...");
		ModelReply report = this.model.reply(new ModelRequest("",
				List.of(user("Look."), turn(ModelTurn.Role.TOOL_OUTPUT, "y".repeat(399) + emoji)), List.of(), AUTO));
		assertThat(text(report)).isEqualTo("Here is what I found: " + "y".repeat(399) + "...");
	}

	@Test
	void nameIsRemembered() {
		ModelReply reply = this.model.reply(new ModelRequest("",
				List.of(user("My name is Alice and my favorite color is teal."), user("What is my name?")), List.of(),
				AUTO));
		assertThat(text(reply)).isEqualTo("Your name is Alice.");
	}

	@Test
	void whatInstructionsDictateIsSaid() {
		ModelRequest request = new ModelRequest(
				"Say exactly the following text, word for word, and nothing else: Hello. We are open until 11:30.",
				List.of(user("Weather in Paris?")), List.of(WEATHER), AUTO);
		assertThat(text(this.model.reply(request))).isEqualTo("Hello. We are open until 11:30.");
	}

	@Test
	void conversationWithoutUserBeginsWithAGreeting() {
		assertThat(text(this.model.reply(new ModelRequest("Greet.", List.of(), List.of(), AUTO)))).startsWith("Hello!");
	}

	private List<String> called(String text, ModelTool... tools) {
		List<String> names = new ArrayList<>();
		for (ReplyPart part : this.model.reply(request(text, tools)).parts()) {
			if (part instanceof ReplyPart.Call call) {
				assertThat(Json.readObject(call.arguments())).isNotNull();
				names.add(call.name());
			}
		}
		return names;
	}

	private ObjectNode arguments(String text, ModelTool... tools) {
		List<ReplyPart> parts = this.model.reply(request(text, tools)).parts();
		assertThat(parts).hasSize(1);
		return Json.parse(((ReplyPart.Call) parts.get(0)).arguments());
	}

	private ModelReply answeredGuess(String answer) {
		ModelTurn guessed = new ModelTurn(ModelTurn.Role.USER, "", "", Duration.ofSeconds(2),
				"A reservation for two at eight");
		return this.model.reply(new ModelRequest("", List.of(guessed, user(answer)), List.of(RESERVE), AUTO));
	}

	private static String text(ModelReply reply) {
		return ((ReplyPart.Message) reply.parts().get(0)).text();
	}

	private static ModelRequest request(String text, ModelTool... tools) {
		return new ModelRequest("", List.of(user(text)), List.of(tools), AUTO);
	}

	private static ModelTurn user(String text) {
		return turn(ModelTurn.Role.USER, text);
	}

	private static ModelTurn turn(ModelTurn.Role role, String text) {
		return new ModelTurn(role, text, "", Duration.ZERO);
	}

	private static ModelTool tool(String name, String description, String parameters) {
		return new ModelTool(name, description, Json.parse(parameters.replace('\'', '"')));
	}

}
